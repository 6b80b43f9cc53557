import type { Withdrawal, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { distinct, isPresent } from './distinct.js';
import { isOffered } from './offered.js';
import { present } from './present.js';
import { readingOf } from './reading.js';
import type { Reading, Sentence } from './reading.js';

/** The ways to withdraw a consent, each with its menu path where one is given. */
export const findWithdrawals: FactStep<Withdrawal[]> = once((document) => {
  const reading = readingOf(document);
  const found = reading.sentences
    .filter((sentence) => isWay(reading, sentence))
    .map((one) => withdrawal(reading, one));
  return distinct(found.filter(isPresent));
});

function isWay(reading: Reading, sentence: Sentence): boolean {
  const { act, way, entry, not, effect } = reading.language.withdrawal;
  const { path, may } = reading.language.rights;
  const text = sentence.text.replace(effect, '');
  if (reading.defines(sentence.start) || not.test(text)) return false;
  const told = way.test(text) || entry.test(text) || (path.test(text) && may.test(text));
  return (act.test(text) && (told || isOffered(reading, sentence))) || isAlso(reading, sentence);
}

/** Another way, told under a heading about withdrawing: `也可以在系统设置里关闭单项权限`. */
function isAlso(reading: Reading, sentence: Sentence): boolean {
  const { also, section } = reading.language.withdrawal;
  const headings = reading.passages[sentence.passage]?.headings ?? '';
  return also.test(sentence.text) && section.test(headings.slice(headings.lastIndexOf('\n') + 1));
}

function withdrawal(reading: Reading, sentence: Sentence): Withdrawal | undefined {
  const words = reading.statement(sentence.start, sentence.end);
  return words && present<Withdrawal>({ ...words, path: menuPath(reading, sentence) });
}

/** A menu path in a sentence, such as `我的-隐私及授权-撤回`. */
function menuPath(reading: Reading, sentence: Sentence): Words | undefined {
  const match = reading.language.withdrawal.path.exec(sentence.text);
  const path = match?.slice(1).find((group) => group !== undefined);
  if (!match || path === undefined) return undefined;
  const start = sentence.start + match.index + match[0].indexOf(path);
  const lead = reading.language.withdrawal.pathLead.exec(path)?.[0].length ?? 0;
  const last = Math.max(...['→', '>', '-', '—'].map((mark) => path.lastIndexOf(mark))) + 1;
  const tail = reading.language.withdrawal.pathTail.exec(path.slice(last));
  const end = tail && tail.index > 0 ? last + tail.index : path.length;
  return reading.phrase(start + lead, start + end);
}
