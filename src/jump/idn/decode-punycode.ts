const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const BASE = 36;

/**
 * What the part of a label after `xn--` stands for (RFC 3492), or undefined where it stands for nothing. Lower case only, as
 * the platform's `URL` gives it. Whether it is a *valid* label is not checked here.
 */
export const decodePunycode = (text: string): string | undefined => {
  const plain = Math.max(0, text.lastIndexOf('-'));
  const letters = [...text.slice(0, plain)];
  let [at, code, index, bias] = [plain && plain + 1, 128, 0, 72];
  while (at < text.length) {
    const from = index;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = DIGITS.indexOf(text[at++] ?? '-');
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const count = letters.length + 1;
    bias = adapt(from ? (index - from) >> 1 : Math.floor(index / 700), count);
    code += Math.floor(index / count);
    if (!(code <= 0x10ffff)) return undefined;
    letters.splice((index %= count), 0, String.fromCodePoint(code));
    index += 1;
  }
  return letters.join('');
};

const adapt = (change: number, count: number): number => {
  let delta = change + Math.floor(change / count);
  let k = 0;
  for (; delta > 455; k += BASE) delta = Math.floor(delta / 35);
  return k + Math.floor((BASE * delta) / (delta + 38));
};
