import type { ConsentEvent } from '../../consent/model.js';
import { askedBy, isChoice, type Asked, type AskedUse } from './asked.js';
import { methodOf, type ArchivedPolicies, type ExportOptions } from './export-options.js';
import { partyOf, withdrawalsOf } from './party.js';
import { Statements } from './statements.js';
import { withoutUndefined } from './without-undefined.js';

/** A Kantara Consent Receipt, version 1.1.0: JSON, with the field names of the specification. */
export type KantaraReceipt = Readonly<Record<string, unknown>>;

/**
 * A Kantara Consent Receipt v1.1 for each consent that was given, in the order of the events. The shape knows consents only:
 * refusals, withdrawals and closed questions have none, and a consent that ended later keeps the receipt of the moment it was
 * given. Where a permission's system answer repeats an answer, there is one receipt.
 *
 * `policies` are the archived texts. What the shape requires and neither they nor the events nor the options state (most
 * often `jurisdiction`, `policyUrl` and the handler's contacts) is `export/missing-field`; with `unstated: 'mark'` it says
 * `not stated`. `sensitive` is false where nothing calls any of it sensitive.
 */
export const toKantara = (
  events: readonly ConsentEvent[],
  policies: ArchivedPolicies,
  options: ExportOptions = {},
): readonly KantaraReceipt[] => {
  const statements = new Statements(options.unstated);
  const receipts = events
    .filter((event) => event.decision === 'granted' && event.platform === undefined && isChoice(event))
    .map((event) => receiptOf(event, askedBy(event, policies, options), options, statements));
  statements.check();
  return receipts;
};

const receiptOf = (
  event: ConsentEvent,
  asked: Asked,
  options: ExportOptions,
  statements: Statements,
): KantaraReceipt => {
  const need = (words: string | undefined, field: string, option: string): string =>
    statements.need(words, { record: event.id, field, option });
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: need([options.jurisdiction ?? []].flat().join(' '), 'jurisdiction', 'jurisdiction'),
    consentTimestamp: Math.floor(Date.parse(event.time) / 1000),
    collectionMethod: methodOf(event),
    consentReceiptID: event.id,
    language: event.policy.language,
    piiPrincipalId: options.subject?.(event.subject) ?? event.subject.id,
    piiControllers: [controllerOf(asked, options, need)],
    policyUrl: need(addressOf(event, options), 'policyUrl', 'policyUrl'),
    services: [
      {
        service: need(
          options.service ?? asked.policy?.app?.name.text ?? asked.policy?.publisher?.name.text,
          'service',
          'service',
        ),
        purposes: asked.uses.map((use) => purposeOf(event, use, asked, options, need)),
      },
    ],
    sensitive: asked.sensitive.length > 0,
    spiCat: asked.sensitive,
  };
};

type Need = (words: string | undefined, field: string, option: string) => string;

const addressOf = ({ policy, policyHash }: ConsentEvent, { policyUrl }: ExportOptions): string | undefined =>
  typeof policyUrl === 'function' ? policyUrl(policy, policyHash) : policyUrl;

const controllerOf = ({ policy }: Asked, options: ExportOptions, need: Need): Record<string, unknown> => {
  const { name, contact, address, email, phone, url } = partyOf(policy, options);
  return withoutUndefined({
    piiController: need(name, 'piiController', 'controller.name'),
    contact: need(contact, 'contact', 'controller.contact'),
    address: { streetAddress: need(address, 'address', 'controller.address') },
    email: need(email, 'email', 'controller.email'),
    phone: need(phone, 'phone', 'controller.phone'),
    piiControllerUrl: url,
  });
};

const purposeOf = (
  event: ConsentEvent,
  { purpose, data, recipients }: AskedUse,
  asked: Asked,
  options: ExportOptions,
  need: Need,
): Record<string, unknown> => {
  const { kind, basis } = event.request;
  const words = `requests.${event.request.id}`;
  const stated = asked.uses.some((use) => use.purpose !== undefined);
  return withoutUndefined({
    purpose: stated ? purpose : need(purpose, 'purpose', `${words}.purpose`),
    purposeCategory: [basis ? `${kind}: ${basis}` : kind],
    consentType: 'EXPLICIT',
    piiCategory: [need(data, 'piiCategory', `${words}.data`)],
    termination: need(endOf(event, asked, options), 'termination', 'withdrawal'),
    thirdPartyDisclosure: recipients.length > 0,
    thirdPartyName: recipients.length > 0 ? recipients.join('; ') : undefined,
  });
};

/** When the consent ends: after the act it was for, on a day, or when it is withdrawn in the way the text tells. */
const endOf = (event: ConsentEvent, { policy }: Asked, options: ExportOptions): string | undefined => {
  if (event.validity === 'once') return 'once: ends with the act it was given for';
  const ways = withdrawalsOf(policy, options).join('; ');
  const until = event.validity === 'until' ? `until ${event.until ?? ''}` : undefined;
  return [until, ways].filter(Boolean).join('; ') || undefined;
};
