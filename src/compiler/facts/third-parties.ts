import type { ThirdParty } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { Covered } from './covered.js';
import { countedTablesOf } from './counted-rows.js';
import { findCountedParties } from './party-counted.js';
import { entryStretches, findEntryParties } from './party-entries.js';
import { findListedParties } from './party-lists.js';
import { findProseParties } from './party-prose.js';
import { findRecords, recordStretches } from './party-records.js';
import { findTableParties } from './party-tables.js';
import { findPublisher } from './publisher.js';
import { readingOf } from './reading.js';
import type { Reading, Stretch } from './reading.js';

/**
 * Everyone who receives data or is built in: from lists of labels, tables, flattened tables, and sentences that leave no doubt.
 * Components that the text says collect nothing are not among them.
 */
export const findThirdParties: FactStep<ThirdParty[]> = once((document) => joined(readingOf(document)));

/** Where recipients are listed: what stands there speaks of them, not of the publisher. */
export function partyStretches(reading: Reading): Stretch[] {
  const flattened = countedTablesOf(reading)
    .filter((table) => reading.language.party.aboutHeader.test(table.header))
    .map((table) => ({ start: table.start, end: table.rows[table.rows.length - 1]?.end ?? table.start }));
  return [...recordStretches(reading), ...flattened, ...entryStretches(reading)];
}

function joined(reading: Reading): ThirdParty[] {
  const certain = [...findRecords(reading), ...findTableParties(reading), ...findCountedParties(reading)];
  const names = new Set(
    certain.flatMap((party) => [keyOf(party.name.text), keyOf(party.company?.text ?? '')]),
  );
  const own = keyOf(findPublisher(reading.document)?.text ?? '');
  const elsewhere = new Covered(partyStretches(reading));
  const told = [
    ...findEntryParties(reading),
    ...findListedParties(reading, elsewhere),
    ...findProseParties(reading, elsewhere),
  ];
  const prose = told.filter((party) => {
    const keys = [keyOf(party.name.text), keyOf(party.company?.text ?? party.name.text)];
    if (keys.some((key) => names.has(key) || own.startsWith(key))) return false;
    keys.forEach((key) => names.add(key));
    return true;
  });
  return [...certain, ...prose]
    .map((party) => withCompany(reading, party))
    .sort((left, right) => left.name.span.start - right.name.span.start);
}

/** A recipient called by its company's name has that company. */
function withCompany(reading: Reading, party: ThirdParty): ThirdParty {
  const name = party.name.text.normalize('NFKC');
  const suffix = party.company ? null : reading.language.counted.company.exec(name);
  return suffix && suffix.index + suffix[0].length === name.length
    ? { ...party, company: party.name }
    : party;
}

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s|SDK/gi, '')
    .toLowerCase();
