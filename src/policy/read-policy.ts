import { ConsentError } from '../errors.js';
import { hashPattern } from '../hash.js';
import { POLICY_SCHEMA, type Policy } from './model.js';
import { plainCopy } from './plain-copy.js';

/** Checks one value; `text` is the policy's, for spans. Throws what is wrong and where. */
type Check = (value: unknown, path: string, text: string) => void;
type Fields = Readonly<Record<string, Check>>;
type Plain = Readonly<Record<string, unknown>>;

function fail(path: string, should: string, value: unknown): never {
  throw new ConsentError(
    'policy/invalid',
    `The policy is not valid: ${path || 'its root'} should be ${should}.`,
    value,
  );
}

const string: Check = (value, path) => {
  if (typeof value !== 'string') fail(path, 'a string', value);
};

const matching =
  (pattern: RegExp): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value))
      fail(path, `a string like ${pattern.source}`, value);
  };

const offset: Check = (value, path, text) => {
  const fits = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= text.length;
  if (!fits) fail(path, `a whole number from 0 to ${text.length}`, value);
};

const count: Check = (value, path) => {
  if (!Number.isInteger(value) || (value as number) < 0) fail(path, 'a whole number', value);
};

const list =
  (item: Check): Check =>
  (value, path, text) => {
    if (!Array.isArray(value)) return fail(path, 'a list', value);
    value.forEach((one, index) => item(one, `${path}[${index}]`, text));
  };

/** An object with every field of `required`; those of `optional` are checked where they are there. More fields may come. */
const record =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path, text) => {
    if (typeof value !== 'object' || Array.isArray(value)) return fail(path, 'an object', value);
    const plain = value as Plain;
    const at = (key: string) => (path ? `${path}.${key}` : key);
    for (const key of Object.keys(required)) required[key]?.(plain[key], at(key), text);
    for (const key of Object.keys(optional))
      if (plain[key] !== undefined) optional[key]?.(plain[key], at(key), text);
  };

const range = record({ start: offset, end: offset });

const span: Check = (value, path, text) => {
  range(value, path, text);
  const { start, end } = value as { start: number; end: number };
  if (start > end) fail(path, 'a span that ends after it starts', value);
};

/** Words must be the policy's own: what is shown can be traced. */
const words: Check = (value, path, text) => {
  spoken(value, path, text);
  const { text: said, span: place } = value as { text: string; span: { start: number; end: number } };
  if (said === text.slice(place.start, place.end)) return;
  const sentence = `The words of ${path} are not those of the policy's text at their span.`;
  throw new ConsentError('policy/words-mismatch', sentence, said);
};
const spoken = record({ text: string, span });

const all = (keys: string, check: Check): Fields =>
  Object.fromEntries(keys.split(' ').map((key) => [key, check]));

const section: Check = (value, path, text) => sectionShape(value, path, text);
const sectionShape = record(
  { id: string, title: words, level: count, span, clauses: list(string), sections: list(section) },
  { number: words },
);

const clause = record({
  id: string,
  span,
  topics: list(string),
  emphasis: list(record({ origin: matching(/^(?:author|rule)$/), span }, { rule: string })),
});

const permission = record(
  { kind: string, name: words },
  { ...all('purpose refusal', words), ...all('platforms usedBy', list(words)) },
);
const PARTY =
  'company purpose scene permissions data shared sharing contact site privacyUrl platforms background';
const right = record({ kind: string, way: words }, { deadline: words });
const name = record({ name: words });
const dated = record({ iso: matching(/^\d{4}-\d\d-\d\d$/) });
const date: Check = (value, path, text) => {
  words(value, path, text);
  dated(value, path, text);
};

const policy = record(
  {
    id: matching(/./),
    kind: matching(/^(?:privacy-policy|user-agreement|authorization|sdk-list|info-list|children-policy)$/),
    language: matching(/./),
    hash: matching(hashPattern),
    dates: record({}, all('published updated effective', date)),
    source: record(
      {
        ...all('name mediaType sha256', string),
        runs: list(list(count)),
        lines: list(count),
      },
      { pages: list(count) },
    ),
    compiler: record(all('name version', string)),
    sections: list(section),
    clauses: list(clause),
    permissions: list(permission),
    thirdParties: list(record({ name: words }, all(PARTY, words))),
    dataUses: list(record({ data: words }, all('function purpose refusal background', words))),
    sensitive: record(all('items statements', list(words))),
    minors: record(all('ages statements', list(words))),
    rights: list(right),
    withdrawals: list(words),
    contacts: list(record({ kind: string, value: string, span })),
    ...all('jumps separateConsents alternatives retention crossBorder exemptions', list(words)),
    diagnostics: list(record({ code: string, severity: string, span, sentence: string })),
  },
  { title: words, publisher: name, app: name, version: string },
);

/**
 * Reads a policy from parsed JSON, and returns a copy without prototypes. Throws `policy/invalid` where the shape is wrong (the
 * sentence says where and what would be right), `policy/unknown-schema` for another schema or version of it,
 * `policy/words-mismatch` where words are not those of the text, and `policy/not-a-policy` where the compiler found that the
 * text is none. Whether `hash` is that of `text` is for the engine to
 * check, which can wait for a hash.
 */
export function readPolicy(json: unknown): Policy {
  const copy = plainCopy(json) as Plain;
  record({ schema: string }, {})(copy, '', '');
  if (copy['schema'] !== POLICY_SCHEMA) {
    const sentence = `The policy has the schema ${String(copy['schema'])}; this version reads ${POLICY_SCHEMA}.`;
    throw new ConsentError('policy/unknown-schema', sentence, copy['schema']);
  }
  string(copy['text'], 'text', '');
  policy(copy, '', copy['text'] as string);
  const read = copy as unknown as Policy;
  const error = read.diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new ConsentError('policy/not-a-policy', error.sentence, error.code);
  return read;
}
