import { isRecord, own } from '../own.js';

/** Throws where two values are not the same JSON, whatever the order of their keys. */
export const same = (found: unknown, expected: unknown): void => {
  const [a, b] = [sorted(found), sorted(expected)];
  if (a !== b) throw new Error(`found ${a}\nwhere ${b} was expected`);
};

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => inOrder(part)) ?? 'undefined';

const inOrder = (part: unknown): unknown =>
  isRecord(part) && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;

/** Resolves where a promise rejects with an error of this code; rejects otherwise. */
export const rejects = async (promise: Promise<unknown>, code: string): Promise<void> => {
  const [error] = await promise.then(
    () => [undefined],
    (reason: unknown) => [reason],
  );
  const found = own(error, 'code');
  if (found !== code) throw new Error(`expected a rejection with ${code}, got ${String(found ?? error)}`);
};
