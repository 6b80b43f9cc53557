import type { Term } from '../profile.js';

const han = '〇一二三四五六七八九';
const english = [
  'one',
  'two',
  'three',
  'five',
  'seven',
  'ten',
  'fourteen',
  'fifteen',
  'thirty',
  'forty-five',
];
const englishValues = [1, 2, 3, 5, 7, 10, 14, 15, 30, 45];

const count = String.raw`(\d{1,4}|[一二两三四五六七八九十]{1,3}|${english.join('|').replace('-', '[- ]')})`;
const unit = String.raw`(个?工作日|business days?|working days?|个?小时|hours?|个?月|months?|个?星期|周|weeks?|个?自然日|天|日|(?:calendar )?days?)`;
const written = new RegExp(String.raw`${count}\s?${unit}`, 'i');

/** The length of time that words such as `15个工作日内`, `三十日内` or `within one month` name; undefined where they name none. */
export const timeOfWords = (words: string): Term | undefined => {
  const [, figure = '', name = ''] = written.exec(words) ?? [];
  const number = numberOf(figure.toLowerCase());
  if (!(number > 0)) return undefined;
  if (/工作日|business|working/i.test(name)) return { workingDays: number };
  if (/小时|hour/i.test(name)) return { hours: number };
  if (/月|month/i.test(name)) return { months: number };
  return { days: /星期|周|week/i.test(name) ? number * 7 : number };
};

const numberOf = (figure: string): number => {
  if (/^\d+$/.test(figure)) return Number(figure);
  const word = english.indexOf(figure.replace(' ', '-'));
  if (word >= 0) return englishValues[word] ?? 0;
  const [tens = '', ones] = figure.replace('两', '二').split('十');
  if (ones === undefined) return Math.max(0, han.indexOf(tens));
  return (tens === '' ? 1 : han.indexOf(tens)) * 10 + Math.max(0, han.indexOf(ones || '〇'));
};
