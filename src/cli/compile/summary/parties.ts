import type { ThirdParty } from '../../../policy/model.js';
import { gaps } from './gaps.js';
import { sectionAround } from './section-around.js';
import type { Entry, Part, Piece } from './summary.js';
import type { Teller } from './teller.js';

/** Who receives what, by the headings they are listed under. */
export function partiesPart(teller: Teller): Part {
  const { thirdParties } = teller.policy;
  const { words } = teller;
  const background = thirdParties.filter((one) => one.background).length;
  const groups = teller.grouped(
    thirdParties,
    (one) => headingOf(teller, one),
    (one) => entryOf(teller, one),
  );
  return teller.part('parties', [], {
    heads: words.columns.party,
    lead: [
      ...(background > 0 ? [words.background(background)] : []),
      ...gaps(teller, ['party-company', 'party-purpose', 'party-data', 'party-contact', 'party-link']),
    ],
    groups,
  });
}

function headingOf(teller: Teller, { name }: ThirdParty): Piece {
  const section = sectionAround(teller.policy.sections, name.span);
  if (!section) return { words: teller.words.notUnderHeading };
  const { number, title } = section;
  const gap = /[、）】]$/.test(number?.text ?? '') ? '' : ' ';
  return teller.piece(`${number ? `${number.text}${gap}` : ''}${title.text}`, (number ?? title).span);
}

function entryOf(teller: Teller, party: ThirdParty): Entry {
  const { columns } = teller.words;
  const { name, company, purpose, data, shared, contact, privacyUrl, site } = party;
  return {
    head: teller.cell(name),
    fields: [
      { label: columns.company, cell: teller.cell(company) },
      { label: columns.purpose, cell: teller.cell(purpose) },
      data || !shared
        ? { label: columns.data, cell: teller.cell(data) }
        : { label: columns.shared, cell: teller.cell(shared) },
      { label: columns.contact, cell: teller.cell(contact) },
      { label: columns.link, cell: teller.cell(privacyUrl) },
      ...teller.extra(columns.site, site),
      ...teller.extra(columns.scene, party.scene),
      ...teller.extra(columns.permissions, party.permissions),
      ...(data ? teller.extra(columns.shared, shared) : []),
      ...teller.extra(columns.sharing, party.sharing),
      ...teller.extra(columns.background, party.background),
      ...teller.extra(columns.platforms, party.platforms),
    ],
  };
}
