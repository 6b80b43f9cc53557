import { isRecord, own } from '../../own.js';
import type { Profile, SeparateNeed, SeparateRule } from '../profile.js';
import { invalidRequest } from './invalid-request.js';
import { requireText } from './require-text.js';

type Entry = Readonly<Record<string, unknown>>;

/** Checks what a separate consent must tell: by its basis (R-C7, R-C8), and of a face (R-C9). Throws as `readRequests` does. */
export const readSeparate = (entry: Entry, id: string, profile: Profile): void => {
  const { article, needs } = readBasis(entry, id, profile);
  for (const need of needs) requireNeed(entry, id, need, article);
  if (entry.recipient !== undefined) checkRecipient(entry, id, article);
  checkFace(entry, id, profile);
};

const readBasis = ({ basis }: Entry, id: string, { separate, name }: Profile): SeparateRule => {
  const rule = typeof basis === 'string' ? (own(separate, basis) as SeparateRule | undefined) : undefined;
  if (rule) return rule;
  const known = Object.keys(separate).join(', ');
  throw invalidRequest(
    'unknown-basis',
    id,
    `the profile ${name} knows the bases ${known}; name exactly one`,
    basis,
  );
};

const requireNeed = (entry: Entry, id: string, need: SeparateNeed, article: string): void => {
  if (need === 'recipient.rights') return requireText(entry.recipient, id, 'rights', article);
  if (need !== 'recipient') return requireText(entry, id, need, article);
  if (!isRecord(entry.recipient)) {
    throw invalidRequest('missing-field', id, `recipient must be told (${article})`, 'recipient');
  }
};

const told = ['name', 'contact', 'purpose', 'method', 'data'];

const checkRecipient = ({ recipient }: Entry, id: string, article: string): void => {
  for (const key of told) requireText(recipient, id, key, article);
  const unknown = Object.keys(recipient as object).find((key) => key !== 'rights' && !told.includes(key));
  if (unknown !== undefined) {
    throw invalidRequest('unknown-field', id, `a recipient has no field ${unknown}`, unknown);
  }
};

const checkFace = (entry: Entry, id: string, { face, separate }: Profile): void => {
  if (entry.dataKind === undefined) return;
  if (entry.dataKind !== 'face') throw invalidRequest('invalid', id, 'dataKind must be face', entry.dataKind);
  if (face.alternative) requireText(entry, id, 'alternative', face.article);
  const { needs = [], article = '' } = separate.sensitive ?? {};
  for (const need of needs) requireNeed(entry, id, need, article);
};
