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
