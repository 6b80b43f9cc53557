import type { PermissionFact } from '../../policy/model.js';
import { Covered } from './covered.js';
import { kindMatch } from './permission-names.js';
import { present } from './present.js';
import type { Reading, Stretch } from './reading.js';
import { partyStretches } from './third-parties.js';

/** Permissions that a clause grants in passing, in a section about permissions: `程序更新允许安装未知源`. */
export function grantedPermissions(reading: Reading): PermissionFact[] {
  const others = new Covered(partyStretches(reading));
  const { section, grants } = reading.language.permission;
  return reading.sentences.flatMap((sentence) => {
    const passage = reading.passages[sentence.passage];
    if (!passage || passage.block.kind === 'row' || !section.test(lastLine(passage.headings))) return [];
    if (others.overlaps(sentence)) return [];
    return clausesOf(reading, sentence).flatMap((clause) => {
      const text = reading.text.slice(clause.start, clause.end);
      return grants.test(text) && text.length < 60 ? (granted(reading, clause, text) ?? []) : [];
    });
  });
}

const lastLine = (headings: string): string => headings.slice(headings.lastIndexOf('\n') + 1);

function clausesOf(reading: Reading, sentence: Stretch): Stretch[] {
  const text = reading.text.slice(sentence.start, sentence.end);
  const cuts = [-1, ...[...text.matchAll(/[,;]/g)].map((match) => match.index), text.length];
  return cuts.slice(1).map((cut, index) => ({
    start: sentence.start + (cuts[index] ?? -1) + 1,
    end: sentence.start + cut,
  }));
}

function granted(reading: Reading, clause: Stretch, text: string): PermissionFact | undefined {
  const found = kindMatch(reading, text);
  if (!found) return undefined;
  const tail = reading.language.permission.nameTail.exec(text.slice(found.end))?.[0].length ?? 0;
  const name = reading.phrase(clause.start + found.start, clause.start + found.end + tail);
  const before = reading.language.permission.grants.exec(text);
  const reason =
    before && before.index > 2 ? reading.phrase(clause.start, clause.start + before.index) : undefined;
  const vague = reason && reading.language.permission.vague.test(reason.text);
  return (
    name &&
    present<PermissionFact>({
      kind: found.kind,
      name,
      purpose: vague ? undefined : reason,
      refusal: undefined,
      platforms: undefined,
      usedBy: undefined,
    })
  );
}
