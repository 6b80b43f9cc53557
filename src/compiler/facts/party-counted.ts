import type { ThirdParty } from '../../policy/model.js';
import { countedTablesOf, trailingData } from './counted-rows.js';
import type { CountedTable } from './counted-rows.js';
import { fieldWords, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import { fieldsOf } from './party-tables.js';
import type { Reading, Stretch } from './reading.js';

const LONGEST_NAMES = 90;

/** Recipients from tables that lost their borders, each row cut at its company's name. */
export function findCountedParties(reading: Reading): ThirdParty[] {
  return countedTablesOf(reading)
    .filter((table) => reading.language.party.aboutHeader.test(table.header))
    .flatMap((table) =>
      table.rows.flatMap((row) => spacedParty(reading, table, row) ?? partyOf(reading, row) ?? []),
    );
}

/** A row whose cells the author's spaces still part, as many as the header has. */
function spacedParty(reading: Reading, table: CountedTable, row: Stretch): ThirdParty | undefined {
  const header = headerCells(reading, table);
  const cells = header.length > 2 ? spacedCells(reading, row, header.length) : undefined;
  if (!cells) return undefined;
  const draft: PartyDraft = {};
  fieldsOf(reading, header).forEach((field, index) => {
    const cell = cells[index];
    const words = field && cell && fieldWords(reading, field, cell);
    if (field && words) draft[field] ??= words;
  });
  return partyFrom(draft);
}

/** The header's cells as the author's spaces part them, without the counter's title and the first counter. */
function headerCells(reading: Reading, table: CountedTable): string[] {
  const words = reading.words(table.start, table.rows[0]?.start ?? table.start)?.text ?? '';
  return words
    .split(/\s+/)
    .slice(1)
    .filter((cell) => !/^\d*$/.test(cell));
}

/** The stretches between white space; Latin words side by side are one cell where there are too many. */
function spacedCells(reading: Reading, row: Stretch, columns: number): Stretch[] | undefined {
  const words = reading.words(row.start, row.end);
  if (!words) return undefined;
  const tokens = [...words.text.matchAll(/\S+/g)].map((match) => ({
    start: words.span.start + match.index,
    end: words.span.start + match.index + match[0].length,
  }));
  const text = reading.document.text;
  while (tokens.length > columns) {
    const at = tokens.findIndex(
      (token, index) =>
        index > 0 &&
        /[A-Za-z]/.test(text.charAt(token.start)) &&
        /[A-Za-z]/.test(text.charAt((tokens[index - 1]?.end ?? 0) - 1)),
    );
    const [left, right] = [tokens[at - 1], tokens[at]];
    if (!left || !right) return undefined;
    tokens.splice(at - 1, 2, { start: left.start, end: right.end });
  }
  return tokens.length === columns ? tokens.map((token) => reading.stretch(token)) : undefined;
}

function partyOf(reading: Reading, row: Stretch): ThirdParty | undefined {
  const text = reading.text.slice(row.start, row.end);
  const cut = namesOf(reading, text);
  if (!cut) return undefined;
  const draft: PartyDraft = {};
  const put = (field: keyof PartyDraft, start: number, end: number) => {
    const words = reading.phrase(row.start + start, row.start + end);
    if (words) draft[field] = words;
  };
  put('name', 0, cut.company);
  put('company', cut.company, cut.end);
  const purpose = purposeLength(text.slice(cut.end));
  put('purpose', cut.end, cut.end + purpose);
  const data = trailingData(reading, { start: row.start + cut.end + purpose, end: row.end });
  if (data) put('data', data.start - row.start, data.end - row.start);
  return partyFrom(draft);
}

/** Where the company's name begins and ends in a row that starts with the recipient's own name. */
function namesOf(reading: Reading, text: string): { company: number; end: number } | undefined {
  const twice = /^\s*([A-Za-z]{3,20})\s?(\1(?:\s?(?:Inc|Ltd|LLC|Corp)\.?)?)(?![a-z])/i.exec(text);
  if (twice?.[2]) return { company: twice[0].length - twice[2].length, end: twice[0].length };
  const suffix = reading.language.counted.company.exec(text.slice(0, LONGEST_NAMES));
  if (!suffix) return undefined;
  const end = suffix.index + suffix[0].length;
  const company = companyStart(reading, text.slice(0, end));
  return company > 0 ? { company, end } : undefined;
}

function companyStart(reading: Reading, names: string): number {
  const sdk = /^.*SDK(?=.{4})/i.exec(names);
  if (sdk) return sdk[0].length;
  const again = names.toLowerCase().indexOf(names.trimStart().slice(0, 2).toLowerCase(), 2);
  const town = reading.language.publisher.place.exec(names);
  if (town && town.index > 1 && (again < 0 || town.index < again)) return town.index;
  if (again > 0) return again;
  const space = names.search(/(?<=\S)\s(?=\S{3})/);
  return space > 0
    ? space + 1
    : names.search(/(?<=[一-鿿]{2})(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[一-鿿]{4})/);
}

/** The first column after the names: to its sentence's end, or to where the next column starts over. */
function purposeLength(text: string): number {
  const found = /^\s*(?:用于[^。]{2,160}?(?=用于)|[^。]{4,160}。|\S{2,60}(?=\s))/.exec(text);
  return found ? found[0].length : 0;
}
