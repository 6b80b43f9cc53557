import type { AuditedDocument } from '../document.js';
import { hanNumber } from '../han-number.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

const REFERENCE = {
  zh: /第([〇一二三四五六七八九十百\d]+)(?:条|章|部分|节)["'”’」》]?(?:中|所|里)?(?:列明|载明|列出|提供|公布|约定)?的?联系方式/,
  en: /\bcontacts?(?: details| information)?[^.]{0,20}\b(?:in|under) (?:section|article|clause) (\d+)\b(?!\.\d)/i,
};

function misdirected({ policy, sentences, language }: AuditedDocument): readonly Found[] {
  const numbered = policy.sections.filter(({ number }) => number);
  const holds = ({ span }: (typeof numbered)[number]): boolean =>
    policy.contacts.some((contact) => span.start <= contact.span.start && contact.span.end <= span.end);
  return sentences.flatMap((sentence) => {
    const match = REFERENCE[language].exec(sentence.bare);
    const named = match?.[1] === undefined ? undefined : hanNumber(match[1]);
    const section = numbered.find(({ number }) => number && hanNumber(number.text) === named);
    if (!match || !section || holds(section) || !numbered.some(holds)) return [];
    const right = numbered.find((one) => holds(one) && /联系|contact/i.test(one.title.text));
    if (!right?.number) return [];
    const values = { named: section.number?.text ?? '', right: right.number.text };
    return [{ span: sentence.spanOf(match.index, match.index + match[0].length), values }];
  });
}

/** The reader is sent to a section for contacts that stand in another. */
export const wrongReference: AuditRule = {
  id: 'R-N5',
  code: 'notice/wrong-reference',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款（真实、准确、完整地告知）',
      en: 'PIPL art. 17(1) (told truthfully, accurately and completely)',
    },
    gdpr: { zh: 'GDPR 第12条第1款', en: 'GDPR art. 12(1)' },
  },
  sentence: {
    zh: '这里让读者到“{named}”找联系方式，联系方式却在“{right}”。',
    en: 'The reader is sent to section {named} for contacts that stand in section {right}.',
  },
  mend: { zh: '把引用改为“{right}”。', en: 'Refer to section {right}.' },
  find: misdirected,
};
