/**
 * What stands at the end of a path of names in the page; undefined where something is missing or will not be looked at. Bridges
 * put their objects there with getters and prototypes of their own, so inherited ones count; what somebody gave every object
 * does not, nor does a frame that bears the name.
 */
export const find = (...path: readonly string[]): unknown => {
  try {
    return path.reduce<unknown>((found, name) => {
      const next = (found as Record<string, unknown>)[name];
      return name in Object.prototype || isWindow(next) ? undefined : next;
    }, window);
  } catch {
    return undefined;
  }
};

/** The method at the end of a path, held fast now: who takes the object's place later does not hear what is said. */
export const findMethod = (...path: readonly string[]): ((...given: unknown[]) => unknown) | undefined => {
  const method = find(...path);
  return typeof method === 'function'
    ? (method.bind(find(...path.slice(0, -1))) as (...given: unknown[]) => unknown)
    : undefined;
};

const isWindow = (value: unknown): boolean =>
  value !== undefined && value !== null && (value as { window?: unknown }).window === value;
