import type { DataUse, Words } from '../../policy/model.js';
import { countedTablesOf, trailingData } from './counted-rows.js';
import { present } from './present.js';
import type { Reading, Stretch } from './reading.js';
import { cellWords, tablesOf } from './tables.js';

/** Data uses from tables whose header names a function and data, and no recipient. */
export function tableDataUses(reading: Reading): DataUse[] {
  const { functionHeader, dataHeader, purposeHeader } = reading.language.collect;
  return tablesOf(reading).flatMap((table) => {
    const header = table.header.join('|');
    const find = (pattern: RegExp, ...not: number[]) =>
      table.header.findIndex((cell, index) => pattern.test(cell) && !not.includes(index));
    const purpose = find(purposeHeader);
    const data = find(dataHeader, purpose);
    const action = find(functionHeader, data, purpose);
    const refusal = find(reading.language.permission.refusalHeader, data, action);
    if (data < 0 || (action < 0 && purpose < 0) || isAboutOthers(reading, header, table.headings)) return [];
    return table.rows.flatMap((row) => {
      const words = cellWords(reading, row[data]);
      if (!words || reading.language.party.none.test(words.text)) return [];
      const cell = (index: number) => cellWords(reading, row[index]);
      return present<DataUse>({
        function: cell(action),
        data: words,
        purpose: cell(purpose),
        refusal: cell(refusal),
        background: backgroundIn(reading, row, data),
      });
    });
  });
}

/** Words in another cell of the row that say the data are collected in the background. */
function backgroundIn(reading: Reading, row: readonly Stretch[], data: number): Words | undefined {
  for (const [index, cell] of row.entries()) {
    if (index === data) continue;
    const text = reading.text.slice(cell.start, cell.end);
    const match = reading.language.collect.background.exec(text);
    if (match) return reading.phrase(cell.start + match.index, cell.start + match.index + match[0].length);
  }
  return undefined;
}

function isAboutOthers(reading: Reading, header: string, headings: string): boolean {
  const last = headings.slice(headings.lastIndexOf('\n') + 1);
  return reading.language.party.aboutHeader.test(header) || reading.language.party.about.test(last);
}

/** Data uses from tables that lost their borders: the row's first words are the function, its last ones the data. */
export function countedDataUses(reading: Reading): DataUse[] {
  return countedTablesOf(reading)
    .filter(
      (table) =>
        !reading.language.party.aboutHeader.test(table.header) &&
        reading.language.collect.dataHeader.test(table.header),
    )
    .flatMap((table) => table.rows.flatMap((row) => dataUseOf(reading, row) ?? []));
}

const TICK = /ü/g;

function dataUseOf(reading: Reading, row: Stretch): DataUse | undefined {
  const data = trailingData(reading, row);
  const words = data && reading.phrase(data.start, data.end);
  if (!data || !words) return undefined;
  const text = reading.text.slice(row.start, data.start);
  const ticks = [...text.matchAll(TICK)].map((match) => match.index);
  const refusal = ticks.find((tick, index) =>
    reading.language.refusal.test(text.slice(tick + 1, ticks[index + 1] ?? text.length)),
  );
  return present<DataUse>({
    function: ticks[0] ? reading.phrase(row.start, row.start + ticks[0]) : undefined,
    data: words,
    purpose: ticks[0] !== undefined ? purposeOf(reading, row, text, ticks[0]) : undefined,
    refusal: refusal === undefined ? undefined : reading.phrase(row.start + refusal + 1, data.start),
    background: undefined,
  });
}

function purposeOf(reading: Reading, row: Stretch, text: string, tick: number) {
  const end = text.indexOf('ü', tick + 1);
  const first = text.slice(tick + 1, end < 0 ? text.length : end);
  const match = /^\s*(?:为了?|用于|以便)[^。;]{3,160}/.exec(first);
  return match ? reading.phrase(row.start + tick + 1, row.start + tick + 1 + match[0].length) : undefined;
}
