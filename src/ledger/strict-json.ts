/** A string, a sign of structure, or a run of anything else. Inside sound JSON these are all there is. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Parses JSON that names no key twice: two readers of the same signed bytes must not read two things. Throws `SyntaxError` for
 * what is no JSON, and for a key that stands twice in one object, however it is escaped.
 */
export const parseStrictJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [token] of text.matchAll(tokens)) {
    const keys = open[open.length - 1];
    if (token.startsWith('"') && keys && (before === '{' || before === ',')) addKey(keys, token);
    if (token === '{') open.push(new Set());
    if (token === '[') open.push(undefined);
    if (token === '}' || token === ']') open.pop();
    before = token;
  }
  return value;
};

const addKey = (keys: Set<string>, token: string): void => {
  const key = JSON.parse(token) as string;
  if (keys.has(key)) throw new SyntaxError(`The key ${key} stands twice.`);
  keys.add(key);
};
