import type { PermissionFact, Words } from '../../policy/model.js';
import { namesIn } from './permission-names.js';
import { present } from './present.js';
import type { Reading, Stretch } from './reading.js';
import { platformsIn } from './platforms.js';
import { cellWords, tablesOf } from './tables.js';
import type { Table } from './tables.js';

/** Permissions from tables whose header names a permission and no recipient. */
export function tablePermissions(reading: Reading): PermissionFact[] {
  const { nameHeader, purposeHeader, refusalHeader, platformHeader } = reading.language.permission;
  return tablesOf(reading).flatMap((table) => {
    const name = table.header.findIndex((cell) => nameHeader.test(cell) && !refusalHeader.test(cell));
    if (name < 0 || reading.language.party.aboutHeader.test(table.header.join('|'))) return [];
    const column = (pattern: RegExp) =>
      table.header.findIndex((cell, index) => index !== name && pattern.test(cell));
    const refusal = column(refusalHeader);
    const best = reading.language.collect.purposeHeader;
    const aim = table.header.findIndex(
      (cell, index) => index !== name && index !== refusal && best.test(cell),
    );
    const purpose =
      aim >= 0
        ? aim
        : table.header.findIndex(
            (cell, index) => index !== name && index !== refusal && purposeHeader.test(cell),
          );
    return rowsOf(reading, table, { name, purpose, refusal, platform: column(platformHeader) });
  });
}

interface Columns {
  readonly name: number;
  readonly purpose: number;
  readonly refusal: number;
  readonly platform: number;
}

/** Words that name platforms alone, such as `安卓端`; a column of system names is no column of platforms. */
const platformWords = (reading: Reading, words: Words | undefined): Words | undefined =>
  words && namesPlatforms(reading, words) ? words : undefined;

const namesPlatforms = (reading: Reading, { text }: Words): boolean =>
  reading.language.party.platforms.test(
    text
      .normalize('NFKC')
      .trim()
      .replace(/\s+(?=\p{Script=Han})/gu, ''),
  );

/** The platform that the line above a table names. */
const captionPlatform = (reading: Reading, { caption }: Table): Words | undefined =>
  platformWords(reading, caption && reading.phrase(caption.start, caption.end));

function rowsOf(reading: Reading, table: Table, columns: Columns): PermissionFact[] {
  return table.rows.flatMap((row) => {
    const cell: Stretch | undefined = row[columns.name];
    const platform =
      platformWords(reading, cellWords(reading, row[columns.platform])) ?? captionPlatform(reading, table);
    return (cell ? namesIn(reading, cell) : []).map((named) =>
      present<PermissionFact>({
        ...named,
        purpose: cellWords(reading, row[columns.purpose]),
        refusal: cellWords(reading, row[columns.refusal]),
        platforms: platform
          ? platformsIn(reading, platform).filter((one) => namesPlatforms(reading, one))
          : undefined,
        usedBy: undefined,
      }),
    );
  });
}
