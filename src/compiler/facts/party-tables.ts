import type { ThirdParty } from '../../policy/model.js';
import type { PartyField } from '../languages/party-patterns.js';
import { companyAndPhone, fieldWords, nameAndPlatforms, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import { spelledField } from './party-labels.js';
import type { Reading, Stretch } from './reading.js';
import { tablesOf } from './tables.js';
import type { Table } from './tables.js';

/** Recipients from tables whose header names a recipient and what it gets. */
export function findTableParties(reading: Reading): ThirdParty[] {
  return tablesOf(reading).flatMap((table) => {
    const fields = fieldsOf(reading, table.header);
    return isAboutParties(reading, table, fields)
      ? table.rows.flatMap((row) => partiesOf(reading, fields, row))
      : [];
  });
}

/** What each column stands for: those whose title is a label known by its words first, then the first that fits a pattern. */
export function fieldsOf(reading: Reading, header: readonly string[]): (PartyField | undefined)[] {
  const taken = new Set<PartyField>();
  const spelled = header.map((cell) => {
    const field = spelledField(reading.language, cell);
    const own = field === 'name' && taken.has('name') ? 'company' : field;
    return own && !taken.has(own) && taken.add(own) ? own : undefined;
  });
  const fields = header.map((cell, index) => {
    if (spelled[index]) return spelled[index];
    const field = reading.language.party.headers.find(
      ([name, pattern]) => pattern.test(cell) && !taken.has(name),
    )?.[0];
    if (field) taken.add(field);
    return field;
  });
  return withServices(reading, header, fields);
}

/** `Entity | Service`: beside the company a service or function is what it does, where no column says what for. */
function withServices(
  reading: Reading,
  header: readonly string[],
  fields: readonly (PartyField | undefined)[],
): (PartyField | undefined)[] {
  if (!fields.includes('company') || fields.includes('purpose')) return [...fields];
  return fields.map((field, index) =>
    (field === 'name' || field === 'scene') && reading.language.party.serviceHeader.test(header[index] ?? '')
      ? 'purpose'
      : field,
  );
}

function isAboutParties(
  reading: Reading,
  table: Table,
  fields: readonly (PartyField | undefined)[],
): boolean {
  const { about, aboutHeader } = reading.language.party;
  const named = fields.includes('name') || fields.includes('company');
  const told = fields.some((field) => field && !['name', 'company', 'platforms'].includes(field));
  const header = table.header.join('|');
  return (
    named &&
    told &&
    (aboutHeader.test(header) || (fields.includes('name') && about.test(lastLine(table.headings))))
  );
}

const lastLine = (headings: string): string => headings.slice(headings.lastIndexOf('\n') + 1);

function partiesOf(
  reading: Reading,
  fields: readonly (PartyField | undefined)[],
  row: readonly Stretch[],
): ThirdParty[] {
  const draft: PartyDraft = {};
  let brands: ThirdParty[] = [];
  fields.forEach((field, index) => {
    const cell = row[index];
    if (!field || !cell) return;
    if (field === 'company') {
      Object.assign(draft, companyAndPhone(reading, cell), draft.contact ? { contact: draft.contact } : {});
      brands = brandsOf(reading, cell);
    } else if (field === 'name')
      Object.assign(
        draft,
        nameAndPlatforms(reading, cell),
        draft.platforms ? { platforms: draft.platforms } : {},
      );
    else {
      const words = fieldWords(reading, field, cell);
      if (words) draft[field] = words;
    }
  });
  return finish(reading, fields, draft, brands);
}

function finish(
  reading: Reading,
  fields: readonly (PartyField | undefined)[],
  draft: PartyDraft,
  brands: readonly ThirdParty[],
): ThirdParty[] {
  const { none, notName } = reading.language.party;
  if (draft.company && none.test(draft.company.text.trim())) delete draft.company;
  if (!fields.includes('name') && brands.length > 0)
    return brands.map((brand) => ({ ...rest(draft), ...brand }));
  if (!fields.includes('name') && draft.company) {
    draft.name = draft.company;
    if (!isOrganisation(reading, draft.company.text)) delete draft.company;
  }
  if (!draft.name || notName.test(draft.name.text) || none.test(draft.name.text.trim())) return [];
  return [partyFrom(draft)].filter((party) => party !== undefined);
}

/** Whether a cell's words end as an organisation's name does, brackets after it aside. */
function isOrganisation(reading: Reading, words: string): boolean {
  const bare = words
    .normalize('NFKC')
    .replace(/\([^()]*\)\s*$/, '')
    .trim();
  const { organisation } = reading.language.publisher;
  return organisation.test(bare) || (!/[a-z]/i.test(bare) && organisation.test(bare.replace(/\s/g, '')));
}

function rest(draft: PartyDraft): PartyDraft {
  const copy = { ...draft };
  delete copy.company;
  return copy;
}

/** Five or more single Latin words in one cell are as many brands. */
const BRANDS = /^(?:[A-Z][A-Za-z0-9]{2,}\s+){4,}[A-Z][A-Za-z0-9]{2,}$/;
const NO_BRAND =
  /\b(?:Open|Platform|SDK|Inc|Ltd|LLC|Map|Push|Analytics|Service|Services|Limited|Corporation|Company|Group|Cloud)\b/;

function brandsOf(reading: Reading, cell: Stretch): ThirdParty[] {
  const text = reading.text.slice(cell.start, cell.end).trim();
  if (!BRANDS.test(text) || NO_BRAND.test(text)) return [];
  return [...reading.text.slice(cell.start, cell.end).matchAll(/\S+/g)].flatMap((match) => {
    const start = cell.start + match.index;
    const name = reading.words(start, start + match[0].length);
    return name ? [{ name }] : [];
  });
}
