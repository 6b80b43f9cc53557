import { unversioned } from '../../consent/declared.js';
import type { ConsentRequest } from '../../consent/model.js';
import { own } from '../../own.js';
import { permissionKindOf } from '../../permission/request-id.js';
import { permissionKinds } from '../../permission/kinds.js';
import type { Tongue } from '../people/tongue.js';
import { brokenWords, chainVerdict } from './chain-verdict.js';
import { isBeforeText } from './is-before-text.js';
import { momentWords } from './moment.js';
import type { Row } from './sheet.js';
import type { RelatedEvent, ShownEvent } from './shown-event.js';
import type { Label, ShowWords } from './show-words.js';

type Rows = readonly Row[];

const rowsOf = ({ labels }: ShowWords, values: readonly (readonly [Label, string | undefined])[]): Rows =>
  values.map(([label, value]) => ({ label: labels[label], value: value ?? '' }));

/** The outcome first: the text, the record, the screen. */
export const proofRows = ({ event, text, chain, notice }: ShownEvent, words: ShowWords): Rows =>
  rowsOf(words, [
    ['proofText', words.text[text.status].replace('{file}', () => text.changed ?? '')],
    ['proofChain', chainVerdict(chain, words)],
    ['proofScreen', words.notice[notice.status]],
    ['proofTime', isBeforeText(event, text) ? words.beforeText : undefined],
  ]);

export const answerRows = ({ event }: ShownEvent, words: ShowWords): Rows => {
  const { decision, subject, time, act, visibility, validity, platform, id } = event;
  const system =
    platform &&
    `${words.verdict[platform.verdict] ?? platform.verdict}${platform.certain ? '' : words.uncertain}`;
  return rowsOf(words, [
    ['decision', words.decision[decision]],
    ['system', system],
    ['subject', subject.id],
    ['time', `${momentWords(time)} (${words.byDevice})`],
    ['act', words.act[act]],
    ['visibility', words.visibility[visibility]],
    ['validity', decision === 'granted' ? words.validity[validity] : undefined],
    ['event', id],
  ]);
};

export const askedRows = ({ event: { request } }: ShownEvent, words: ShowWords, tongue: Tongue): Rows =>
  rowsOf(words, [
    ['kind', `${words.request[request.kind]}${subjectMatter(request, tongue)}`],
    ['request', request.id],
    ['purpose', request.purpose],
    ['scene', request.scene],
    ['data', request.data],
    ['refusal', request.refusal],
    ['recipient', request.recipient],
  ]);

/** The permission, or where the jump leads. */
function subjectMatter({ id, kind }: ConsentRequest, tongue: Tongue): string {
  const [, , ...rest] = id.split(':');
  const permission = permissionKindOf(id);
  const what = permission ? permissionKinds[permission][tongue] : kind === 'jump' ? rest.join(':') : '';
  if (what === '') return '';
  return tongue === 'zh' ? `：${what}` : `: ${what}`;
}

export const textRows = ({ event, text }: ShownEvent, words: ShowWords): Rows => {
  const { policyHash, policy } = event;
  const { entry, status } = text;
  const effective = entry && (entry.dates.effective ?? words.unstated);
  const publisher = text.policy && (text.policy.publisher?.name.text ?? words.unstated);
  return rowsOf(words, [
    ['title', entry?.title],
    ['publisher', publisher],
    ['document', policy.id],
    ['version', policy.version === unversioned ? words.unstated : policy.version],
    ['effective', effective],
    ['language', policy.language],
    ['hash', policyHash],
    ['otherHash', status === 'another' ? entry?.hash : undefined],
    ['archived', entry && momentWords(entry.archived)],
    ['path', entry?.files.text.path],
    ['source', entry && `${entry.source.name} ${entry.source.sha256}`],
  ]);
};

export const screenRows = ({ notice: { hash, notice, status } }: ShownEvent, words: ShowWords): Rows => [
  ...rowsOf(words, [
    ['noticeHash', hash],
    ['locale', notice && `${notice.locale} ${notice.catalogue}`],
    ['again', status === 'hash-only' || status === 'another' ? words.again : undefined],
  ]),
  ...(notice?.strings ?? []).map((value, index) => ({ label: index === 0 ? words.labels.shown : '', value })),
  ...(notice?.answers ?? []).map((value, index) => ({
    label: index === 0 ? words.labels.answers : '',
    value,
  })),
];

export const chainRows = ({ file, event, chain, unreadable }: ShownEvent, words: ShowWords): Rows => {
  const { ledger } = chain;
  const whole = ledger && `${words.ledger[ledger.result]}${brokenWords(ledger, words)}`;
  return rowsOf(words, [
    ['file', unreadable > 0 ? `${file} (${words.unreadable.replace('{count}', String(unreadable))})` : file],
    ['place', `${event.writer} ${event.sequence}`],
    ['ownHash', chain.hash],
    ['previous', words.previous[chain.previous]],
    ['next', words.next[chain.next]],
    ['head', chain.head === 'absent' ? undefined : words.head[chain.head]],
    ['ledger', whole],
  ]);
};

export const relatedRows = ({ before, after }: ShownEvent, words: ShowWords): Rows => {
  const told = ({ id, time, decision }: RelatedEvent): string =>
    `${String(own(words.decision, decision))}  ${momentWords(time)}  ${id}`;
  return [
    ...before.map((one) => ({ label: words.labels.before, value: told(one) })),
    ...after.map((one) => ({ label: words.labels.after, value: told(one) })),
    ...(after.length === 0 ? [{ label: words.labels.after, value: words.noLater }] : []),
  ];
};
