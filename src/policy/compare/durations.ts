const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:年|周年|years?)$/i, 365],
  [/^(?:个?月|months?)$/i, 30],
  [/^(?:周|星期|weeks?)$/i, 7],
  [/^(?:个?工作日|天|日|working days|business days|days?)$/i, 1],
  [/^(?:小时|hours?)$/i, 1 / 24],
  [/^(?:分钟|minutes?)$/i, 1 / 1440],
];

const DURATION =
  /(\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百半]{1,6}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)\s{0,2}(周年|年|个?月|周|星期|个?工作日|天|日|小时|分钟|(?:working |business )?days?|years?|months?|weeks?|hours?|minutes?)/gi;

const FOREVER = /永久|一直保存|长期|无限期|\b(?:forever|indefinitely|permanently)\b/i;

const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The longest time that words state, in days; undefined where they state none. */
export function longestDays(words: string): number | undefined {
  if (FOREVER.test(words)) return Infinity;
  const found = [...words.normalize('NFKC').matchAll(DURATION)];
  const days = found.map(([, count = '', unit = '']) => numberOf(count) * daysOf(unit));
  return days.length > 0 ? Math.max(...days) : undefined;
}

/** The words without the times they state: `10年` and `十年` leave the same. */
export const withoutDurations = (words: string): string => words.normalize('NFKC').replace(DURATION, '');

const daysOf = (unit: string): number => DAYS.find(([pattern]) => pattern.test(unit))?.[1] ?? 0;

function numberOf(count: string): number {
  if (/^\d/.test(count)) return Number(count);
  const english = ENGLISH.indexOf(count.toLowerCase());
  return english === -1 ? hanNumber(count) : english + 1;
}

function hanNumber(count: string): number {
  if (count === '半') return 0.5;
  let sum = 0;
  let digit = 0;
  for (const character of count) {
    if (character === '十' || character === '百') {
      sum += (digit || 1) * (character === '十' ? 10 : 100);
      digit = 0;
    } else digit = character === '两' ? 2 : '一二三四五六七八九'.indexOf(character) + 1;
  }
  return sum + digit;
}
