import type { ConsentEvent } from '../../consent/model.js';
import { askedBy, distinct, isChoice, type Asked } from './asked.js';
import type { ArchivedPolicies, ExportOptions } from './export-options.js';
import { ISO_CONTEXT, ISO_PROFILE } from './iso-context.js';
import { controllerOf, dataSubjectOf, rightsOf } from './iso-parties.js';
import { locationOf, processOf } from './iso-process.js';
import { noticeId, statusOf, textId } from './iso-status.js';
import { withdrawalsOf } from './party.js';
import { Statements } from './statements.js';
import { withoutUndefined } from './without-undefined.js';

/** A consent record after ISO/IEC TS 27560:2023, as JSON-LD in the words of the W3C Data Privacy Vocabulary. */
export type Iso27560Record = Readonly<Record<string, unknown>>;

/**
 * Consent records after ISO/IEC TS 27560:2023 in the words of DPV, as the W3C guide on implementing it maps them: one for each
 * person and request, with everything that happened to it in `dpv:hasConsentStatus`, in the order of `events` (which is that
 * of `history()`: each after those it knew of), the last one in force. Each status names the notice on the screen by its hash,
 * and the text it was about, which `dpv:hasNotice` and `dpv:hasProcess` describe. A closed question stands as deferred. The
 * use of a right is no consent and has no record.
 *
 * `policies` are the archived texts. What nobody states is absent; what the record must have is `export/missing-field` then,
 * or `not stated` with `unstated: 'mark'`.
 */
export const toIso27560 = (
  events: readonly ConsentEvent[],
  policies: ArchivedPolicies,
  options: ExportOptions = {},
): readonly Iso27560Record[] => {
  const statements = new Statements(options.unstated);
  const records = groupsOf(events.filter(isChoice)).map((group) =>
    recordOf(group, { policies, options, statements }),
  );
  statements.check();
  return records;
};

type Group = readonly [ConsentEvent, ...ConsentEvent[]];

/** The events about one request of one person. */
const groupsOf = (events: readonly ConsentEvent[]): readonly Group[] => {
  const groups = new Map<string, [ConsentEvent, ...ConsentEvent[]]>();
  for (const event of events) {
    const { id, actsFor } = event.subject;
    const key = JSON.stringify([id, actsFor?.kind, actsFor?.reference, event.request.id]);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
};

interface Parts {
  readonly policies: ArchivedPolicies;
  readonly options: ExportOptions;
  readonly statements: Statements;
}

const recordOf = (group: Group, { policies, options, statements }: Parts): Iso27560Record => {
  const [first] = group;
  const last = group[group.length - 1] ?? first;
  const asked = askedBy(last, policies, options);
  const texts = distinct(group.map(({ policyHash }) => policyHash)).flatMap((hash) => {
    const event = [...group].reverse().find(({ policyHash }) => policyHash === hash);
    return event ? [{ event, asked: askedBy(event, policies, options) }] : [];
  });
  return withoutUndefined({
    '@context': ISO_CONTEXT,
    '@id': `urn:mingshi:record:${first.id}`,
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': ISO_PROFILE,
    'dct:identifier': first.id,
    'dct:created': first.time,
    'dct:modified': group.length > 1 ? last.time : undefined,
    'dct:language': last.policy.language,
    'dpv:hasDataSubject': dataSubjectOf(last, options),
    'dpv:hasDataController': controllerOf(last, asked, options, statements),
    'dpv:hasJurisdiction': jurisdictionOf(first.id, options, statements),
    'dpv:hasLegalBasis': 'dpv:Consent',
    'dpv:hasNotice': [...texts.map((text) => textNotice(text, options)), ...screenNotices(group)],
    'dpv:hasProcess': texts.map((text) => processOf(text.event, text.asked, options, statements)),
    'dpv:hasConsentControl': controlsOf(first.id, asked, options, statements),
    'dpv:hasRight': rightsOf(asked),
    'dpv:hasConsentStatus': group.map((event) => statusOf(event, options)),
  });
};

const jurisdictionOf = (
  record: string,
  { jurisdiction }: ExportOptions,
  statements: Statements,
): readonly string[] =>
  statements
    .needSome([jurisdiction ?? []].flat(), { record, field: 'jurisdiction', option: 'jurisdiction' })
    .map(locationOf);

const controlsOf = (
  record: string,
  { policy }: Asked,
  options: ExportOptions,
  statements: Statements,
): readonly Record<string, unknown>[] =>
  statements
    .needSome(withdrawalsOf(policy, options), { record, field: 'withdrawal method', option: 'withdrawal' })
    .map((way) => ({ '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': way }));

const textNotice = (
  { event, asked }: { readonly event: ConsentEvent; readonly asked: Asked },
  { policyUrl }: ExportOptions,
): Record<string, unknown> => {
  const { policy, policyHash } = event;
  return withoutUndefined({
    '@id': textId(policyHash),
    '@type': 'dpv:PrivacyNotice',
    'dct:identifier': policyHash,
    'dct:title': asked.policy?.title?.text,
    'dct:language': policy.language,
    'dct:hasVersion': policy.version,
    'dct:valid': asked.policy?.dates.effective?.iso,
    'schema:url': typeof policyUrl === 'function' ? policyUrl(policy, policyHash) : policyUrl,
  });
};

const screenNotices = (group: Group): readonly Record<string, unknown>[] =>
  distinct(group.map(({ noticeHash }) => noticeHash).filter((hash) => hash !== '')).map((hash) => ({
    '@id': noticeId(hash),
    '@type': 'dpv:ConsentNotice',
    'dct:identifier': hash,
  }));
