import type { Policy } from '../model.js';
import type { ChangeReason, FactChange, PolicyChanges } from './changes.js';
import { changedSpans } from './changed-text.js';
import { compareFacts, type ComparedFacts } from './compare-facts.js';
import { comparePieces } from './compare-pieces.js';
import { judgedWords } from './judged-words.js';
import { Ranges } from './ranges.js';
import { sideOf, type Side } from './side.js';
import { Slips } from './slips.js';
import { FactScale } from './weigh-facts.js';
import { TextScale } from './weigh-text.js';

const NOTHING: PolicyChanges = { pieces: [], facts: [], material: false, reasons: [] };

/**
 * What changed from one version of a policy to another, and whether consent must be asked for again (PIPL 14 ¶2: another purpose,
 * way or kind of data; 17 ¶2, R-N8). Spans of `before` and `after` are into the texts of those policies.
 *
 * Pieces are clauses, headings and stray lines; each is the same, added, removed, moved (the same words elsewhere) or reworded.
 * Numbering, spaces, widths and letter case are not compared, and the same text has no changes, whatever compiled it. Facts are
 * compared only where the text changed. Errs towards asking: a changed sentence about purposes, data or recipients that no fact
 * explains is `unclear`, and material. Not material: less data or fewer recipients, slips of the pen, moves, renumbering,
 * contacts, dates, the ways of rights. Pure; takes time in proportion to the text. Throws nothing on policies `readPolicy` takes.
 */
export function comparePolicies(before: Policy, after: Policy): PolicyChanges {
  if (before.text === after.text) return NOTHING;
  const sides = [sideOf(before), sideOf(after)] as const;
  const { changes, partnerOf } = comparePieces(...sides);
  const changed = {
    before: new Ranges(changedSpans(changes, 'before', sides)),
    after: new Ranges(changedSpans(changes, 'after', sides)),
  };
  const facts = compareFacts(sides, changed, partnerOf);
  const slips = new Slips(...sides);
  const scale = new TextScale(sides, judgedWords(facts.pairs), slips);
  const reasons = [...weighFacts(sides, facts, slips), ...changes.flatMap((change) => scale.weigh(change))];
  return {
    pieces: changes.map(({ shown }) => shown),
    facts: facts.changes,
    material: reasons.length > 0,
    reasons: tidy(reasons),
  };
}

function weighFacts(
  sides: readonly [Side, Side],
  { changes, pairs }: ComparedFacts,
  slips: Slips,
): ChangeReason[] {
  const scale = new FactScale(sides, slips);
  const dataOf = new Map(
    pairs.map(({ after }) => [after?.words, after?.fields.find(({ field }) => field === 'data')?.words]),
  );
  return changes.flatMap((change: FactChange) => scale.weigh(change, dataOf.get(change.after)));
}

const place = ({ before, after }: ChangeReason): number => (after ?? before)?.start ?? 0;

/** In reading order; the same words may be found by two facts, and a doubt about words that have a reason adds nothing. */
function tidy(reasons: readonly ChangeReason[]): ChangeReason[] {
  const wider = ({ after, before }: ChangeReason): number => (after ?? before)?.end ?? 0;
  const sorted = [...reasons].sort(
    (a, b) => place(a) - place(b) || wider(b) - wider(a) || doubt(a) - doubt(b),
  );
  const told = new Map<string, number>();
  return sorted.filter(({ code, before, after }) => {
    const side = after ? 'after' : 'before';
    const end = (after ?? before)?.end ?? 0;
    const same = told.get(side + code) ?? -1;
    const any = told.get(side) ?? -1;
    told.set(side + code, Math.max(same, end));
    told.set(side, Math.max(any, end));
    return end > (code === 'unclear' ? any : same);
  });
}

const doubt = ({ code }: ChangeReason): number => (code === 'unclear' ? 1 : 0);
