import { hostFacts } from './host-facts.js';
import type { TargetWarning } from './model.js';
import { parseAddress } from './parse-address.js';
import { decoded, shownText } from './shown-text.js';
import type { TargetContext, TargetFinding } from './target-finding.js';

/**
 * An e-mail to be written (RFC 6068): everyone it goes to, copies included, and its subject and body. One that would attach a
 * file of the device, or with something that is no e-mail address among its recipients, is refused.
 */
export const mailFinding = ({ href, protocol }: URL, { known }: TargetContext): TargetFinding => {
  const [path = '', query = ''] = href
    .slice(protocol.length)
    .replace(/#.*/, '')
    .split(/\?(.*)/s);
  const fields = query.split('&').map((field) => {
    const [key = '', value = ''] = field.split(/=(.*)/s);
    return { key: decoded(key).toLowerCase(), value: decoded(value) };
  });
  const valuesOf = (keys: RegExp): readonly string[] =>
    fields.filter(({ key }) => keys.test(key)).map(({ value }) => value);
  const recipients = [
    ...path.split(',').map(decoded),
    ...valuesOf(/^(?:to|cc|bcc)$/)
      .join(',')
      .split(','),
  ]
    .filter(Boolean)
    .map((recipient) => readRecipient(recipient, known));
  return {
    kind: 'email',
    name: shownText(recipients.map(({ name }) => name).join(', ')) || 'mailto',
    message: shownText(valuesOf(/^(?:subject|body)$/).join('\n')) || undefined,
    warnings: [
      ...new Set(recipients.flatMap(({ warnings }) => warnings)),
      ...(valuesOf(/^attach/).length > 0 ? (['forbidden-scheme'] as const) : []),
    ],
  };
};

interface Recipient {
  readonly name: string;
  readonly warnings: readonly TargetWarning[];
}

/** The domain of an e-mail address is checked as a host is. */
const readRecipient = (recipient: string, known: readonly string[]): Recipient => {
  const [, local = '', domain = ''] = /^([^\s@<>(),;:"\\]+)@([^\s@/\\?#:]+)$/.exec(recipient.trim()) ?? [];
  const url = parseAddress(`https://${domain}/`);
  return url
    ? { name: `${local}@${url.hostname}`, warnings: hostFacts(url.hostname, '', known).warnings }
    : { name: recipient, warnings: ['not-an-address'] };
};
