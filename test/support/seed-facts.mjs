// Compares the facts compiled from a real policy with a person's careful reading of it (test/fixtures/seeds/README.md).
//
//   node test/support/seed-facts.mjs [SEED…] [--missed]      figures per kind of fact; with --missed, what differs
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compilePolicy } from '../../build/src/compiler/compile.js';
import { scoreHandling } from './score-data-uses.mjs';
import { contactForm, hashWords } from './seed-reading.mjs';

/** The seeds lie beside the project; where they are absent, tests that need them skip. */
export const seedFolder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const fixtureFolder = fileURLToPath(new URL('../fixtures/seeds/', import.meta.url));

export const seedNames = readdirSync(fixtureFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));

export const seedsPresent = existsSync(seedFolder);

export async function compileSeed(/** @type {string} */ name) {
  const reading = JSON.parse(readFileSync(`${fixtureFolder}${name}.json`, 'utf8'));
  const bytes = readFileSync(`${seedFolder}${reading.file}`);
  return {
    reading,
    policy: await compilePolicy({ name: reading.file, bytes }),
    source: bytes.toString('utf8'),
  };
}

/** Source offset of a place in the text. */
function sourceOf(policy, place) {
  let best = 0;
  for (const [text, source, length] of policy.source.runs) {
    if (place < text) break;
    best = source + Math.min(place - text, length);
  }
  return best;
}

/** `exact` by the words, `near` by the place (half of the shorter one at least), or undefined. */
export function agreement(policy, expected, words) {
  const hash = hashWords(words.text ?? policy.text.slice(words.span.start, words.span.end));
  if (hash === expected.sha256 || expected.also?.includes(hash)) return 'exact';
  const start = sourceOf(policy, words.span.start);
  const end = sourceOf(policy, words.span.end - 1) + 1;
  const common = Math.min(end, expected.end) - Math.max(start, expected.start);
  return common >= 0.5 * Math.min(end - start, expected.end - expected.start) ? 'near' : undefined;
}

/** Pairs what was expected with what was compiled: exact pairs first. */
export function pair(
  policy,
  expected,
  found,
  wordsOf = (one) => one,
  expectedWords = (one) => one,
  same = () => true,
) {
  const open = new Set(found);
  const pairs = expected.map((one) => ({ expected: one, found: undefined, how: undefined }));
  for (const wanted of ['exact', 'near']) {
    for (const one of pairs) {
      if (one.found) continue;
      const match = [...open].find(
        (fact) =>
          same(one.expected, fact) &&
          agreement(policy, expectedWords(one.expected), wordsOf(fact)) === wanted,
      );
      if (!match) continue;
      Object.assign(one, { found: match, how: wanted });
      open.delete(match);
    }
  }
  return { pairs, extra: [...open] };
}

const PARTY_FIELDS = [
  'company',
  'purpose',
  'scene',
  'permissions',
  'data',
  'shared',
  'sharing',
  'contact',
  'site',
  'privacyUrl',
  'background',
];

/** What a compiled seed found, missed and invented, per kind of fact. */
export function compareSeed(reading, policy, source) {
  const report = {};
  const note = (kind, outcome, what) => {
    report[kind] ??= { right: 0, near: 0, missed: [], wrong: [] };
    if (outcome === 'exact') report[kind].right += 1;
    else if (outcome === 'near') {
      report[kind].near += 1;
      (report[kind].nearly ??= []).push(what);
    } else report[kind][outcome].push(what);
  };
  const shown = (expected) => source.slice(expected.start, expected.end).replace(/\s+/g, ' ');
  const field = (kind, expected, words) => {
    if (expected === undefined) return;
    if (!words) {
      if (expected !== null && !expected.optional) note(kind, 'missed', shown(expected));
      return;
    }
    const how = expected === null ? undefined : agreement(policy, expected, words);
    note(
      kind,
      how ?? 'wrong',
      how === 'exact' ? '' : `${words.text} ≠ ${expected ? shown(expected) : 'nothing'}`,
    );
  };
  const list = (kind, expected, found, options = {}) => {
    const { wordsOf, expectedWords = (one) => one, same, allow = () => false, each } = options;
    const { pairs, extra } = pair(policy, expected, found, wordsOf, expectedWords, same);
    for (const one of pairs) {
      if (one.how)
        note(
          kind,
          one.how,
          `${(wordsOf ?? ((x) => x))(one.found).text ?? ''} ≠ ${shown(expectedWords(one.expected))}`,
        );
      else if (!one.expected.optional) note(kind, 'missed', shown(expectedWords(one.expected)));
      if (one.found && each) each(one.expected, one.found);
    }
    for (const one of extra)
      if (!allow(one)) note(kind, 'wrong', (wordsOf ?? ((x) => x))(one).text ?? JSON.stringify(one));
  };
  field('title', reading.title, policy.title);
  field('publisher', reading.publisher, policy.publisher?.name);
  field('app', reading.app, policy.app?.name);
  for (const one of ['published', 'updated', 'effective'])
    field('dates', reading.dates[one], policy.dates[one]);
  list('permissions', reading.permissions, policy.permissions, {
    wordsOf: (one) => one.name,
    expectedWords: (one) => one.name,
    same: (expected, one) => expected.kind === one.kind || (expected.kindAlso ?? []).includes(one.kind),
    allow: (one) => (reading.optionalPermissionKinds ?? []).includes(one.kind),
    each: (expected, one) => {
      field('permission purpose', expected.purpose, one.purpose);
      field('permission refusal', expected.refusal, one.refusal);
    },
  });
  list('third parties', reading.thirdParties, policy.thirdParties, {
    wordsOf: (one) => one.name,
    expectedWords: (one) => one.name,
    allow: (one) =>
      reading.thirdParties.some((party) => party.several && agreement(policy, party.name, one.name)),
    each: (expected, one) =>
      PARTY_FIELDS.forEach((name) => {
        const other =
          name === 'permissions' && !one.permissions
            ? one.data
            : name === 'data' && !one.data
              ? one.permissions
              : one[name];
        field(`party ${name}`, expected[name], other);
      }),
  });
  contacts(reading, policy, note);
  list('withdrawals', reading.withdrawals ?? [], policy.withdrawals, {
    each: (expected, one) => field('withdrawal path', expected.path, one.path),
  });
  list('rights', reading.rights ?? [], policy.rights, {
    wordsOf: (one) => one.way,
    same: (expected, one) => expected.kind === one.kind,
    allow: (one) =>
      [...(reading.optionalRights ?? []), ...(reading.rights ?? []).map((right) => right.kind)].includes(
        one.kind,
      ),
  });
  list(
    'ages',
    (reading.minors ?? []).flatMap((one) => one.ages ?? []),
    policy.minors.ages,
  );
  list('retention', reading.retention ?? [], policy.retention, {
    allow: () => (reading.optionalRetention ?? []).length > 0,
  });
  list('cross-border', reading.crossBorder ?? [], policy.crossBorder);
  return report;
}

function contacts(reading, policy, note) {
  const expected = new Map((reading.contacts ?? []).map((one) => [`${one.kind} ${one.valueSha256}`, one]));
  for (const one of policy.contacts) {
    const key = `${one.kind} ${hashWords(contactForm(one.kind, one.value))}`;
    const also = [...expected.values()].find(
      (wanted) => wanted.kind === one.kind && (wanted.also ?? []).includes(key.split(' ')[1]),
    );
    if (expected.delete(key) || (also && expected.delete(`${also.kind} ${also.valueSha256}`)))
      note('contacts', 'exact');
    else note('contacts', 'wrong', `${one.kind} ${one.value}`);
  }
  for (const one of expected.values())
    if (!one.optional) note('contacts', 'missed', `${one.kind} ${one.start}–${one.end}`);
}

/** Adds the scores of what is collected, opened, asked apart, offered instead, exempted and called sensitive. */
function handlingOf(name, scores, total, shown) {
  for (const [kind, { right, given, found, wanted, notes }] of scores) {
    const sum = (total[kind] ??= { right: 0, near: 0, missed: 0, wrong: 0 });
    sum.right += right;
    sum.missed += wanted - found;
    sum.wrong += given - right;
    for (const note of shown ? notes : [])
      console.log(`${name} ${kind} ${note.replace(/^\w+/, (word) => word.toUpperCase())}`);
  }
}

async function main(args) {
  const names = args.filter((one) => !one.startsWith('-'));
  const total = {};
  for (const name of names.length > 0 ? names : seedNames) {
    const { reading, policy, source } = await compileSeed(name);
    const report = compareSeed(reading, policy, source);
    for (const [kind, { right, near, missed, wrong, nearly = [] }] of Object.entries(report)) {
      const sum = (total[kind] ??= { right: 0, near: 0, missed: 0, wrong: 0 });
      sum.right += right;
      sum.near += near;
      sum.missed += missed.length;
      sum.wrong += wrong.length;
      if (!args.includes('--missed')) continue;
      for (const one of missed) console.log(`${name} ${kind} MISSED ${one}`);
      for (const one of wrong) console.log(`${name} ${kind} WRONG  ${one}`);
      for (const one of nearly) console.log(`${name} ${kind} NEAR   ${one}`);
    }
    handlingOf(name, scoreHandling(policy, reading), total, args.includes('--missed'));
  }
  for (const [kind, { right, near, missed, wrong }] of Object.entries(total)) {
    const good = right + near;
    const figure = (part) => (part === 0 ? '—' : (good / part).toFixed(2));
    console.log(
      `${kind.padEnd(20)} exact ${right}, near ${near}, missed ${missed}, wrong ${wrong}; precision ${figure(good + wrong)}, recall ${figure(good + missed)}`,
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
