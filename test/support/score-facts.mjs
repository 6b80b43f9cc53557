// Compares a compiled policy with a reading of its source, kind by kind, and counts what was found, missed and invented.
import { bareWords, hashOfSpan, sourceRange } from './policy-words.mjs';
import { contactForm, hashWords, withoutSpace } from './seed-reading.mjs';

/** What one kind of fact scored; `notes` name each miss and each wrong fact. */
export class Score {
  wanted = 0;
  found = 0;
  given = 0;
  right = 0;
  notes = [];
  get precision() {
    return this.given === 0 ? 1 : this.right / this.given;
  }
  get recall() {
    return this.wanted === 0 ? 1 : this.found / this.wanted;
  }
  want(hit, note) {
    this.wanted += 1;
    if (hit) this.found += 1;
    else this.notes.push(`missed ${note}`);
  }
  give(right, note) {
    this.given += 1;
    if (right) this.right += 1;
    else this.notes.push(`wrong ${note}`);
  }
}

const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Whether a fact's words are the expected ones: the same words anywhere, or mostly the same place. */
export function agrees(policy, words, expected, least = 0.6) {
  if (!words?.span) return false;
  const hash = hashOfSpan(policy, words.span);
  if (hash === expected.sha256 || expected.also?.includes(hash)) return true;
  if (expected.text !== undefined)
    return sameText(bareWords(policy, words.span), withoutSpace(expected.text), least);
  const range = sourceRange(policy, words.span);
  if (!range) return false;
  const shared = overlap(range, expected);
  return shared / (range.end - range.start + expected.end - expected.start - shared) >= least;
}

function sameText(given, wanted, least) {
  const [actual, expected] = [given, wanted].map((one) => one.replace(/[。；;.，]+$/, ''));
  if (actual === '' || expected === '') return false;
  if (!actual.includes(expected) && !expected.includes(actual)) return false;
  return Math.min(actual.length, expected.length) / Math.max(actual.length, expected.length) >= least;
}

/** Whether the two share most of the smaller of them: enough to say which entry is meant. */
function touches(policy, words, expected) {
  return words !== undefined && expected
    ? agrees(policy, words, expected, 0.05) || inside(policy, words, expected)
    : false;
}

function inside(policy, words, expected) {
  const range = sourceRange(policy, words.span);
  if (expected.text !== undefined) return bareWords(policy, words.span).includes(withoutSpace(expected.text));
  return range
    ? overlap(range, expected) >= 0.5 * Math.min(range.end - range.start, expected.end - expected.start)
    : false;
}

const shown = (words) => (words ? `“${(words.text ?? '').slice(0, 60).replace(/\s+/g, ' ')}”` : 'nothing');
const place = (expected) =>
  expected.text !== undefined ? `“${expected.text}”` : `${expected.start}–${expected.end}`;

/** Scores one field of one fact: null must be absent, optional may be, unmentioned is not looked at. */
export function scoreField(policy, score, actual, expected, note) {
  if (expected === undefined) return;
  if (expected === null) {
    if (actual) score.give(false, `${note}: ${shown(actual)}, the source says nothing`);
    return;
  }
  const right = agrees(policy, actual, expected);
  if (actual) score.give(right, `${note}: ${shown(actual)} for ${place(expected)}`);
  if (!expected.optional) score.want(right, `${note} at ${place(expected)}`);
}

/** Permissions by kind, then purpose and refusal. */
export function scorePermissions(policy, reading, scores) {
  const rest = [...policy.permissions];
  for (const expected of reading.permissions) {
    const kinds = [expected.kind, ...(expected.kindAlso ?? [])];
    const ofKind = (fact) => kinds.includes(fact.kind);
    const own = rest.findIndex((fact) => ofKind(fact) && agrees(policy, fact.name, expected.name, 0.3));
    const index = own >= 0 ? own : rest.findIndex(ofKind);
    scores('permissions').want(index >= 0, `${expected.kind}`);
    if (index < 0) continue;
    const [fact] = rest.splice(index, 1);
    scores('permissions').give(true);
    scoreField(policy, scores('permission names'), fact.name, expected.name, `${expected.kind}.name`);
    scoreField(
      policy,
      scores('permission purposes'),
      fact.purpose,
      expected.purpose,
      `${expected.kind}.purpose`,
    );
    scoreField(
      policy,
      scores('permission refusals'),
      fact.refusal,
      expected.refusal,
      `${expected.kind}.refusal`,
    );
  }
  for (const fact of rest) {
    const known = (reading.optionalPermissionKinds ?? []).includes(fact.kind) || fact.usedBy?.length > 0;
    if (!known) scores('permissions').give(false, `${fact.kind} ${shown(fact.name)}`);
  }
}

const PARTY_FIELDS = [
  'company',
  'purpose',
  'scene',
  'shared',
  'sharing',
  'contact',
  'site',
  'privacyUrl',
  'background',
];

/** Third parties by name (or company), then field by field. */
export function scoreThirdParties(policy, reading, scores) {
  const rest = [...policy.thirdParties];
  const take = (expected) => {
    const exact = (fact) =>
      [fact.name, fact.company].some((words) =>
        [expected.name, expected.company].some((e) => e && agrees(policy, words, e, 0.8)),
      );
    const near = (fact) =>
      touches(policy, fact.name, expected.name) || touches(policy, fact.company, expected.name);
    const place = expected.name.start === undefined ? () => false : near;
    const index =
      [place, (fact) => exact(fact) && near(fact), exact, near]
        .map((test) => rest.findIndex(test))
        .find((i) => i >= 0) ?? -1;
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  };
  for (const expected of reading.thirdParties) {
    const fact = take(expected);
    if (!expected.optional) scores('third parties').want(fact !== undefined, place(expected.name));
    if (!fact) continue;
    scores('third parties').give(true);
    for (const field of PARTY_FIELDS) {
      scoreField(
        policy,
        scores('third party fields'),
        fact[field],
        expected[field],
        `${shown(fact.name)}.${field}`,
      );
    }
    for (const field of ['permissions', 'data']) scoreEither(policy, scores, fact, expected, field);
  }
  const several = reading.thirdParties.filter((expected) => expected.several);
  for (const fact of rest) {
    const oneOfMany = several.some((expected) => touches(policy, fact.name, expected.name));
    scores('third parties').give(oneOfMany, shown(fact.name));
  }
}

/** A column of permissions and data together may be filed under either. */
function scoreEither(policy, scores, fact, expected, field) {
  const other = field === 'data' ? 'permissions' : 'data';
  const actual = fact[field] ?? (expected[other] === undefined ? fact[other] : undefined);
  scoreField(policy, scores('third party fields'), actual, expected[field], `${shown(fact.name)}.${field}`);
}

/** The publisher's own contacts; ways of kind `other` and `person` are not counted against it. */
export function scoreContacts(policy, reading, scores) {
  const same = (fact, expected) => {
    const hash = hashWords(contactForm(fact.kind, fact.value));
    const near =
      expected.kind === 'address' &&
      fact.kind === 'address' &&
      agrees(policy, { ...fact, text: fact.value }, expected);
    return near || hash === expected.valueSha256 || (expected.also ?? []).includes(hash);
  };
  for (const expected of reading.contacts) {
    if (!expected.optional)
      scores('contacts').want(
        policy.contacts.some((fact) => same(fact, expected)),
        `${expected.kind} ${place(expected)}`,
      );
  }
  for (const fact of policy.contacts) {
    const right = reading.contacts.some((expected) => same(fact, expected));
    if (right || !['other', 'person'].includes(fact.kind))
      scores('contacts').give(right, `${fact.kind} “${fact.value}”`);
  }
}
