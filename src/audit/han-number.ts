const DIGITS = '〇一二三四五六七八九';

/** The number of `十一`, `三十`, `11`, up to 99; undefined where there is none. */
export function hanNumber(written: string): number | undefined {
  const digits = /\d+/.exec(written);
  if (digits) return Number(digits[0]);
  const han = /[〇一二三四五六七八九十]+/.exec(written)?.[0];
  if (han === undefined || /[百千]/.test(written)) return undefined;
  if (!han.includes('十')) return Math.max(0, DIGITS.indexOf(han.charAt(0)));
  const [tens, ones] = han.split('十');
  return Math.max(1, DIGITS.indexOf(tens || '一')) * 10 + Math.max(0, DIGITS.indexOf(ones || '〇'));
}
