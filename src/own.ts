/**
 * A value's own property, or undefined: what a page put on `Object.prototype` is never taken for an option or an answer.
 * Undefined too where the value is no object.
 */
export const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;

/** True for an object that has these methods, its own or inherited; false for one that throws when it is looked at. */
export const hasMethods = (value: unknown, names: readonly string[]): value is Record<string, unknown> => {
  try {
    return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');
  } catch {
    return false;
  }
};

/** True for objects and arrays, whose properties can be read. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** True for what can be listened to as an AbortSignal. */
export const isSignal = (value: unknown): value is AbortSignal => hasMethods(value, ['addEventListener']);
