/**
 * Which of the matched pieces changed their place: those outside the heaviest run that keeps its order (n log n). `partners[i]` is
 * the place of piece `i` on the other side, -1 where it has none; `weights[i]` how reluctant it is to be the one that moved.
 */
export function movedPieces(partners: Int32Array, weights: readonly number[]): Set<number> {
  const best = new BestBelow(partners.reduce((most, partner) => Math.max(most, partner + 2), 1));
  const previous = new Int32Array(partners.length).fill(-1);
  const moved = new Set<number>();
  let [heaviest, last] = [0, -1];
  partners.forEach((partner, index) => {
    if (partner === -1) return;
    moved.add(index);
    const before = best.below(partner);
    previous[index] = before.index;
    const weight = before.weight + (weights[index] ?? 1);
    best.put(partner, { weight, index });
    if (weight > heaviest) [heaviest, last] = [weight, index];
  });
  for (let index = last; index !== -1; index = previous[index] as number) moved.delete(index);
  return moved;
}

interface Run {
  readonly weight: number;
  readonly index: number;
}

const NO_RUN: Run = { weight: 0, index: -1 };

/** The heaviest run that ends below a place (a Fenwick tree). */
class BestBelow {
  readonly #runs: Run[];

  constructor(size: number) {
    this.#runs = new Array<Run>(size + 1).fill(NO_RUN);
  }

  below(place: number): Run {
    let best = NO_RUN;
    for (let at = place; at > 0; at -= at & -at) {
      const run = this.#runs[at] as Run;
      if (run.weight > best.weight) best = run;
    }
    return best;
  }

  put(place: number, run: Run): void {
    for (let at = place + 1; at < this.#runs.length; at += at & -at)
      if (run.weight > (this.#runs[at] as Run).weight) this.#runs[at] = run;
  }
}
