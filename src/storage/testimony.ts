import type { ConsentEvent } from '../consent/model.js';
import type { ConsentError } from '../errors.js';
import { lazy } from '../lazy.js';
import type { WitnessStand } from './witness.js';

/** One promise for all, so that calls come in their order. Loaded when there is something to bear witness of. */
const loadWitness = lazy(() => import('./witness.js'));

/**
 * What a store tells its witness, and hears from it. It may tell too little (after a crash, of two tabs that write at once),
 * never too much: it is told after the store has it, and asked before the store is read. Where the witness did not load, or
 * has no place to stand, it says nothing.
 */
export class Testimony {
  readonly #key: string;
  readonly #stand: WitnessStand;
  readonly #lost: (error: ConsentError) => void;
  /** How many records there surely are: what the witness says after a write may count that very write already. */
  #surely = 0;

  constructor(key: string, area: () => Storage | undefined, lost: (error: ConsentError) => void) {
    this.#key = key;
    this.#lost = lost;
    this.#stand = (use) => {
      try {
        const found = area();
        return found && use(found);
      } catch {
        return undefined;
      }
    };
  }

  /** What the witness says now, to be taken before the store is used. */
  get said(): string {
    return this.#stand((area) => area.getItem(this.#key)) ?? '';
  }

  /** Everything that was read; what is missing of what was said before is told. */
  compare(before: string, records: readonly unknown[]): void {
    this.#surely = records.length;
    if (before === '' && records.length === 0) return;
    this.#with(async ({ askWitness }) => {
      const error = await askWitness(this.#witness, before, records);
      if (error) this.#lost(error);
    });
  }

  /** What was added to what was said before. */
  add(before: string, added: readonly ConsentEvent[]): void {
    const last = added[added.length - 1];
    if (!last) return;
    this.#surely = Math.max(this.#surely, parseInt(before, 10) || 0) + added.length;
    const count = this.#surely;
    this.#with(({ addToWitness }) => addToWitness(this.#witness, count, last));
  }

  get #witness(): { readonly key: string; readonly stand: WitnessStand } {
    return { key: this.#key, stand: this.#stand };
  }

  #with(use: (witness: typeof import('./witness.js')) => Promise<void>): void {
    loadWitness()
      .then(use)
      .catch(() => undefined);
  }
}
