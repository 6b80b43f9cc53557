/** Where the line stands: nothing shown yet; shown; the work is done; done and wiped. */
const IDLE = 0;
const SHOWN = 1;
const DONE = 2;
const WIPED = 3;

const STATE = 0;
const STEP = 1;

/** How long the work waits for the line to be wiped, in milliseconds. */
const PATIENCE = 500;

/** What the working thread and the one that shows the progress have in common. */
export class ProgressState {
  static readonly BYTES = 8;
  readonly buffer: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    this.#cells = new Int32Array(buffer);
  }

  get step(): number {
    return Atomics.load(this.#cells, STEP);
  }

  /** The work begins a step. */
  begin(step: number): void {
    Atomics.store(this.#cells, STEP, step);
  }

  /** The work is done: returns when the line is wiped, or will never be shown. */
  end(): void {
    const before = Atomics.compareExchange(this.#cells, STATE, IDLE, DONE);
    if (before === SHOWN) Atomics.store(this.#cells, STATE, DONE);
    Atomics.notify(this.#cells, STATE);
    if (before === SHOWN) Atomics.wait(this.#cells, STATE, DONE, PATIENCE);
  }

  /** Waits; true where the work took longer, and the line may be shown from now on. */
  isLate(milliseconds: number): boolean {
    if (Atomics.wait(this.#cells, STATE, IDLE, milliseconds) !== 'timed-out') return false;
    return Atomics.compareExchange(this.#cells, STATE, IDLE, SHOWN) === IDLE;
  }

  /** Waits; true where the work still goes on. */
  goesOn(milliseconds: number): boolean {
    return Atomics.wait(this.#cells, STATE, SHOWN, milliseconds) === 'timed-out';
  }

  wiped(): void {
    Atomics.store(this.#cells, STATE, WIPED);
    Atomics.notify(this.#cells, STATE);
  }
}
