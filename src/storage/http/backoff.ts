import type { Platform } from '../../platform.js';

const [least, most] = [1000, 300_000];

/** How long to wait after so many failures in a row, in ms: anything from 1 s to a limit that doubles, up to 5 min. */
export const drawDelay = (failures: number, random: Platform['random']): number => {
  const [a = 0, b = 0] = random(new Uint8Array(2));
  const limit = Math.min(most, least * 2 ** Math.min(failures, 20));
  return least + ((limit - least) * (a * 256 + b)) / 65_535;
};
