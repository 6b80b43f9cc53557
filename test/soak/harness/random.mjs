/**
 * A stream of numbers that the seed decides: the same seed, the same run. `next` gives [0, 1), `integer` both ends included,
 * `pick` one of a list, `fork` a stream of its own, so that parts that run side by side do not take each other's numbers.
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least, most) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: (list) => list[integer(0, list.length - 1)],
    fork: () => seededRandom(integer(0, 2 ** 32 - 1)),
  };
}
