/** An object's type with every field possibly undefined. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** The same record without the fields that are undefined: what the text does not state is absent, not null. */
export function present<T extends object>(record: Loose<T>): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
