/** One question's place in the queue. */
export interface Turn {
  readonly id: string;
  readonly trigger: 'user' | 'app';
  /** Settles when the question was answered, or turned out not to be needed. */
  readonly done: Promise<void>;
  /** Ends the turn: the next one opens at once, `done` settles as `outcome` does. */
  readonly finish: (outcome?: Promise<void>) => void;
}

/** One question at a time, in the order they were asked for; equal questions share one turn. */
export class Queue {
  readonly #open: (turn: Turn) => void;
  #turns: readonly Turn[] = [];

  /** `open` is called when a turn comes up; the next one waits until it finishes. */
  constructor(open: (turn: Turn) => void) {
    this.#open = open;
  }

  /** Resolves when the question about `id` was answered and kept, or turned out not to be needed. */
  ask(id: string, trigger: 'user' | 'app'): Promise<void> {
    const same = this.#turns.find((turn) => turn.id === id);
    if (same) return same.done;
    const turn = createTurn(id, trigger, () => this.#leave(turn));
    this.#turns = [...this.#turns, turn];
    if (this.#turns.length === 1) this.#open(turn);
    return turn.done;
  }

  /** Ends every turn; their promises reject with `error`. */
  end(error: Error): void {
    const turns = this.#turns;
    this.#turns = [];
    for (const turn of turns) turn.finish(Promise.reject(error));
  }

  #leave(turn: Turn): void {
    if (this.#turns[0] !== turn) return;
    this.#turns = this.#turns.slice(1);
    if (this.#turns[0]) this.#open(this.#turns[0]);
  }
}

const createTurn = (id: string, trigger: 'user' | 'app', leave: () => void): Turn => {
  let settle: (outcome?: Promise<void>) => void;
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const finish = (outcome?: Promise<void>): void => {
    settle(outcome);
    leave();
  };
  return { id, trigger, done, finish };
};
