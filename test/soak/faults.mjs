/** A file and words that stand in it: the title of a test, or a part of it. */
const at = (file, words) => ({ file, words });

const prompts = (file, words) => at(`test/components/prompts/${file}.test.js`, words);
const storage = (file, words) => at(`test/components/storage/${file}.test.js`, words);
const core = (file, words) => at(`test/core/${file}.test.mjs`, words);
const e2e = (file, words) => at(`test/e2e/${file}.spec.mjs`, words);

/**
 * Every fault the project is tested against: what is done, the soak's rows that do it, and the tests that do it on every push.
 * A test of the suite looks that each of them is there.
 */
export const FAULTS = [
  {
    id: 'F-S1',
    fault: 'the browser is killed while it saves',
    soak: ['F-S1'],
    tests: [e2e('faults', "'F-S1': ['chromium', 'firefox']")],
  },
  {
    id: 'F-S2',
    fault: 'the tab crashes, closes, reloads or leaves while it saves',
    soak: ['F-S2'],
    tests: [e2e('faults', "'F-S2': ['chromium', 'firefox']"), storage('indexeddb', 'append-and-leave')],
  },
  {
    id: 'F-S3',
    fault: 'the page ends within 50 ms of the press',
    soak: ['F-S3'],
    tests: [e2e('faults', "'F-S3'")],
  },
  {
    id: 'F-S4',
    fault: 'the quota is full',
    soak: [],
    tests: [
      e2e('storage-quota', 'what is kept stays'),
      core('storage/error-class', 'what has no code of ours'),
    ],
  },
  {
    id: 'F-S5',
    fault: 'storage is blocked, absent, throws or never answers',
    soak: [],
    tests: [
      storage('blocked-storage', 'a person is asked and answered from memory'),
      storage('web-storage-absent', 'the person is asked and answered from memory'),
    ],
  },
  {
    id: 'F-S6',
    fault: 'an old tab blocks the upgrade',
    soak: [],
    tests: [storage('upgrade', 'blocked within 3 s')],
  },
  {
    id: 'F-S7',
    fault: 'the connection to the database is lost',
    soak: [],
    tests: [storage('lost-connection', 'in 1 of 5 calls')],
  },
  {
    id: 'F-S8',
    fault: 'the files of the profile are corrupted',
    soak: [],
    tests: [
      e2e('storage-corruption', 'tells what is lost'),
      storage('witness', 'the database came back empty'),
    ],
  },
  {
    id: 'F-S9',
    fault: 'bad records stand in a good store',
    soak: [],
    tests: [core('storage/bad-records', '10,000 of them')],
  },
  {
    id: 'F-S10',
    fault: 'everything is evicted or cleared',
    soak: [],
    tests: [storage('witness', 'reports the loss, asks again')],
  },
  {
    id: 'F-S11',
    fault: 'the ledger is edited, cut or rolled back',
    soak: [],
    tests: [core('ledger/verify', 'describe')],
  },
  {
    id: 'F-S12',
    fault: 'the database is of another version',
    soak: [],
    tests: [storage('upgrade', 'keeps its records')],
  },
  ...[
    ['F-N1', 'servers fail in every way', ['F-N1']],
    ['F-N2', 'replies are lost', ['F-N2']],
    ['F-N3', 'replies come twice, late or in another order', ['F-N3']],
    ['F-N4', 'the network comes and goes', ['F-N4']],
    ['F-N8', 'the page is left with records waiting', ['F-N8']],
    ['F-N9', 'one record is refused for good', ['F-N9']],
    ['F-N10', 'the outbox is full', ['F-N10']],
  ].map(([id, fault, soak]) => ({ id, fault, soak, tests: [core('storage/http', 'storage by HTTP')] })),
  {
    id: 'F-N5',
    fault: 'many tabs choose and send at once, and are killed',
    soak: ['F-N5', 'F-N5-local', 'F-N5-bare'],
    tests: [e2e('faults', "'F-N5-local'"), storage('news', 'news between tabs')],
  },
  {
    id: 'F-N6',
    fault: 'a choice changes while a tab is frozen',
    soak: [],
    tests: [e2e('storage-bfcache', 'the page is frozen and comes back')],
  },
  {
    id: 'F-N7',
    fault: 'the clock is wrong, jumps, stands or is replaced',
    soak: ['F-N7'],
    tests: [core('engine/model', "'F-N7'"), prompts('clock', 'is refused and agreed to as ever')],
  },
  {
    id: 'F-B1',
    fault: 'the host never answers, twice, about another, late, or throws',
    soak: [],
    tests: [core('bridge/faults', 'all faults at once')],
  },
  {
    id: 'F-B2',
    fault: 'an adapter of somebody else’s misbehaves',
    soak: [],
    tests: [
      core('storage/misbehaving', 'in any order of ways'),
      core('testing/broken-adapters', 'the contract suite'),
    ],
  },
  {
    id: 'F-M',
    fault: 'any order of what may happen, against a model',
    soak: ['F-M'],
    tests: [core('engine/model', "'F-M'")],
  },
  {
    id: 'F-C1',
    fault: 'a script answers',
    soak: [],
    tests: [prompts('untrusted-acts', 'tries of a script'), prompts('untrusted-acts', 'inside a real press')],
  },
  {
    id: 'F-C2',
    fault: 'a real press is redirected',
    soak: [],
    tests: [
      prompts('untrusted-acts', 'from a label of the page'),
      prompts('untrusted-acts', 'that commands it'),
      prompts('untrusted-acts', 'on its way to something else'),
      prompts('untrusted-acts', 'a key the page gave it'),
      prompts('untrusted-acts', 'a pointer that the page caught'),
    ],
  },
  {
    id: 'F-C3',
    fault: 'a press comes too early, twice, or from a held key',
    soak: [],
    tests: [
      prompts('guard-time', 'with a reason in words, and counts after'),
      prompts('guard-time', 'a key held down'),
      e2e('faults-double-click', 'the second click of a double click'),
    ],
  },
  {
    id: 'F-C8',
    fault: 'the same choice is made twice',
    soak: ['F-C8'],
    tests: [core('engine/model', "'F-C8'"), prompts('same-question-twice', 'is answered once')],
  },
  {
    id: 'F-C9',
    fault: 'what is recorded is not what was shown',
    soak: [],
    tests: [
      prompts('shown-and-recorded', 'is that of what was shown'),
      prompts('shown-and-recorded', 'swapped meanwhile'),
    ],
  },
  {
    id: 'F-C10',
    fault: 'refusing costs more than agreeing',
    soak: [],
    tests: [
      prompts('refusal-parity', 'takes one press'),
      prompts('refusal-parity', 'kept as safely as an agreement'),
    ],
  },
  {
    id: 'F-L1',
    fault: 'questions are opened and closed ten thousand times',
    soak: ['F-L1'],
    tests: [e2e('faults', "'F-L1'")],
  },
  {
    id: 'F-L2',
    fault: 'a question ends at any moment, in any way',
    soak: ['F-L2'],
    tests: [e2e('faults', "'F-L2'")],
  },
];

/** The table as Markdown. */
export const faultTable = () =>
  [
    '| fault | what is done | `npm run soak --` | on every push |',
    '| --- | --- | --- | --- |',
    ...FAULTS.map(({ id, fault, soak, tests }) => {
      const files = [...new Set(tests.map(({ file }) => `\`${file}\``))].join(', ');
      return `| ${id} | ${fault} | ${soak.join(', ') || '–'} | ${files} |`;
    }),
  ].join('\n');
