/** The few things of the outside world the core uses; each can be given as an argument. */
export interface Platform {
  /** Milliseconds since 1970, by the device's clock. */
  readonly now: () => number;
  /** SHA-256 of bytes. */
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Fills with cryptographically random bytes. */
  readonly random: (bytes: Uint8Array) => Uint8Array;
  /** Calls back once after `delay` ms; returns the function that cancels it. */
  readonly timer: (callback: () => void, delay: number) => () => void;
}

/** What of `globalThis` is used, each looked up when it is needed. */
interface World {
  readonly Date: { now(): number };
  readonly crypto: {
    readonly subtle?: { digest(name: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> };
    getRandomValues(bytes: Uint8Array): Uint8Array;
  };
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(handle: unknown): void;
}

const world = globalThis as unknown as World;

/** `crypto.subtle` is absent on plain `http`: there the portable implementation is loaded, the first time it is needed. */
const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const subtle = world.crypto.subtle;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  return (await import('@noble/hashes/sha2.js')).sha256(bytes);
};

/** A page may have put something of its own in the place of `Date`: a clock that fails tells no time, and stops nobody. */
const now = (): number => {
  try {
    return world.Date.now();
  } catch {
    return NaN;
  }
};

const timer = (callback: () => void, delay: number): (() => void) => {
  const handle = world.setTimeout(callback, delay);
  return () => world.clearTimeout(handle);
};

/** The platform the code runs on: a browser, a worker or Node. The one place where the core takes anything from `globalThis`. */
export const defaultPlatform = (): Platform => ({
  now,
  sha256,
  random: (bytes) => world.crypto.getRandomValues(bytes),
  timer,
});

/** The platform's Web Cryptography, for those who check signatures; absent on plain `http`. */
export const defaultSubtle = (): unknown => world.crypto.subtle;
