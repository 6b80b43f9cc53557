import { decoded, shownText } from './shown-text.js';
import type { TargetFinding } from './target-finding.js';

/**
 * A telephone number, or the numbers a text message goes to (RFC 3966, RFC 5724). A service code (`*`, `#`) is refused: dialling
 * one can forward calls or wipe a device, and nobody is reached by it.
 */
export const phoneFinding = ({ href, protocol }: URL): TargetFinding => {
  const kind = protocol.startsWith('tel') ? 'phone' : 'sms';
  const [path = '', ...fields] = href
    .slice(protocol.length)
    .replace(/^\/\/|\/$/g, '')
    .split(kind === 'sms' ? /[?&]/ : /[?;]/);
  const numbers = decoded(path)
    .split(kind === 'sms' ? /[,;]/ : '\0')
    .map((number) => number.replace(/[ ().-]/g, ''));
  const isEmpty = kind === 'sms' && numbers.join('') === '';
  const body = fields.find((field) => /^body=/i.test(field));
  return {
    kind,
    name: isEmpty
      ? 'sms'
      : shownText(numbers.map((number) => (NUMBER.test(number) ? grouped(number) : number)).join(', ')),
    message: body && shownText(decoded(body.slice(5))),
    warnings: isEmpty || numbers.every((number) => NUMBER.test(number)) ? [] : ['not-an-address'],
  };
};

/** Digits, and after a pause those that are dialled on. */
const NUMBER = /^\+?\d{2,20}(?:[,pwx]+\d{1,20})*$/i;

/** In groups of four from the end, as numbers are read out; a number of the Chinese mainland as it is written there. */
const grouped = (number: string): string => {
  const [, country = '', digits = '', rest = ''] = /^(\+86)?(\+?\d*)(.*)$/.exec(number) ?? [];
  const groups =
    digits.length < 8
      ? digits
      : digits.replace(/^([48]00)(\d{3})(\d{4})$/, '$1 $2 $3').replace(/\d(?=(?:\d{4})+$)/g, '$& ');
  return `${country && `${country} `}${groups}${rest}`;
};
