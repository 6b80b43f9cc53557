import type { PermissionFact, Words } from '../../policy/model.js';
import { Covered } from './covered.js';
import { refusalIn } from './permission-entries.js';
import { eachNameIn } from './permission-names.js';
import { present } from './present.js';
import type { Reading, Sentence, Stretch } from './reading.js';
import { usersIn } from './permission-users.js';
import { partyStretches } from './third-parties.js';

/** Permissions that a sentence says the app asks for or uses: `通过摄像头、麦克风权限采集…`. */
export function prosePermissions(reading: Reading): PermissionFact[] {
  const others = new Covered(partyStretches(reading));
  return reading.sentences.flatMap((sentence) => {
    const { mark, prose, bareProse } = reading.language.permission;
    if (reading.defines(sentence.start)) return [];
    if (others.overlaps(sentence)) return [];
    if (reading.passages[sentence.passage]?.block.kind === 'row') return [];
    return factsIn(reading, sentence, mark.test(sentence.text) ? prose : bareProse);
  });
}

function factsIn(reading: Reading, sentence: Sentence, prose: RegExp): PermissionFact[] {
  const { notProse } = reading.language.permission;
  return [...sentence.text.matchAll(prose)].flatMap((match) => {
    const list = match[1] ?? '';
    if (
      notProse.test(
        sentence.text.slice(clauseStart(sentence.text, match.index), match.index + match[0].length),
      )
    )
      return [];
    const start = sentence.start + match.index + match[0].lastIndexOf(list);
    const end = sentence.start + match.index + match[0].length;
    const names = eachNameIn(reading, { start, end: start + list.length });
    const refusal = refusalNear(reading, sentence);
    const purpose =
      listedPurpose(reading, sentence) ?? purposeNear(reading, sentence, { start: sentence.start, end });
    const usedBy = usersIn(reading, { start: sentence.start, end: start }, true);
    return names.map((named) =>
      present<PermissionFact>({ ...named, purpose, refusal, platforms: undefined, usedBy }),
    );
  });
}

/** How many entries a list of purposes has at most. */
const MOST_PURPOSES = 40;

/** The list below a sentence that says a permission is for “the following functions”. */
function listedPurpose(reading: Reading, sentence: Sentence): Words | undefined {
  const { listedPurpose, mark } = reading.language.permission;
  const passage = reading.passages[sentence.passage];
  if (!passage || sentence.end < passage.end - 1 || !listedPurpose.test(sentence.text)) return undefined;
  const after = reading.passages.slice(sentence.passage + 1, sentence.passage + 1 + MOST_PURPOSES);
  const stop = after.findIndex(
    (one) => one.block.kind !== 'item' || mark.test(reading.text.slice(one.start, one.end)),
  );
  const items = stop < 0 ? after : after.slice(0, stop);
  const [first, last] = [items[0], items[items.length - 1]];
  return first && last && reading.statement(first.start, last.end);
}

/** How far a clause is searched for a word that denies it. */
const LONGEST_DENIAL = 40;

function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_DENIAL);
  const before = text.slice(from, at);
  return from + Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1;
}

/** The purpose after the permission's name, else before it, else what is done with it. */
function purposeNear(reading: Reading, sentence: Sentence, { end }: Stretch): Words | undefined {
  const after = reading.text.slice(end, sentence.end);
  const told = reading.language.purpose.exec(after);
  if (told) return reading.phrase(end + told.index, end + told.index + told[0].length);
  const before = reading.language.collect.purposeBefore.exec(reading.text.slice(sentence.start, end));
  if (before?.[1]) {
    const start = sentence.start + before.index + before[0].indexOf(before[1]);
    return reading.phrase(start, start + before[1].length);
  }
  const done = /^[^,。;.]{4,80}/.exec(after);
  return done ? reading.phrase(end, end + done[0].length) : undefined;
}

/** What refusal costs, when the same paragraph says it. */
function refusalNear(reading: Reading, sentence: Sentence): Words | undefined {
  const passage = reading.passages[sentence.passage];
  const refusal = passage && refusalIn(reading, { start: sentence.start, end: passage.end });
  return refusal && reading.statement(refusal.start, refusal.end);
}
