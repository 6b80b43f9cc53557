import type { Durability } from './consent/model.js';

const rising: readonly unknown[] = ['memory', 'browser', 'disk', 'server'];

export const isDurability = (value: unknown): value is Durability => rising.includes(value);

/** True where `kept` is as safe as `wanted`, or safer. What is wanted by an unknown name, only a server gives. */
export const isAsDurable = (kept: Durability, wanted: Durability): boolean =>
  rising.slice(rising.indexOf(wanted)).includes(kept);
