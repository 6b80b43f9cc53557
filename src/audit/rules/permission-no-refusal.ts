import type { Span } from '../../policy/model.js';
import { sectionAt, type AuditedDocument, type Pattern } from '../document.js';
import type { Sentence } from '../sentences.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** A sentence that says for all of them what refusing or closing costs. */
const FOR_ALL: Pattern = {
  zh: /(?:拒绝|取消|关闭|不同意|不提供|未开启|不开启|不授权|不授予)[^。]{0,50}(?:无法|不能|不影响|不会影响)/,
  en: /\b(?:refus|declin|turn(?:ed|ing)? off|den(?:y|ied)|withh?eld|not (?:agree|grant|allow))\w*\b[^.]{0,100}\b(?:cannot|can't|not be able|unavailable|not affect)/i,
};

/** Said of all of a list. */
const OF_THE_LIST: Pattern = {
  zh: /(?:下列|以下|上述|这些|各项|任何|任一|某一?项|逐项)/,
  en: /\b(?:any|all|each|none) of (?:them|these)\b|\bany permission\b|\bthe following\b/i,
};
const COSTS: Pattern = {
  zh: /(?:拒绝|关闭|取消|不同意|不开启|未开启|不授权|不授予)[^。]{0,50}(?:无法|不能|不可用|不影响|不会影响|只影响|只会影响)/,
  en: /\b(?:refus|declin|turn(?:ed|ing)? off|den(?:y|ied)|not (?:agree|grant|allow))\w*\b[^.]{0,100}\b(?:cannot|can't|unable|unavailable|not affect|keep working|still)\b/i,
};
/** Said of one, in words right after its name, of which no fact was made. */
const OF_ONE: Pattern = {
  zh: /拒绝|不授权|不同意|不允许|不开启|不给/,
  en: /\bif you (?:do not|don't|deny|decline|refuse|say no|turn)\b|\b(?:after refusal|without it)\b/i,
};

/** Sentences that say it, and are not taken by one permission or one use of data. */
function sentencesForAll({ policy, saying }: AuditedDocument): readonly Sentence[] {
  const taken = [...policy.permissions, ...policy.dataUses].flatMap(({ refusal }) => refusal?.span ?? []);
  return saying(FOR_ALL).filter(
    ({ span }) => !taken.some((one) => one.start < span.end && span.start < one.end),
  );
}

function isCovered({ policy }: AuditedDocument, name: Span, sentences: readonly Sentence[]): boolean {
  const section = sectionAt(policy, name.start)?.span;
  return sentences.some(
    ({ span }) => section !== undefined && span.start > name.start && span.end <= section.end,
  );
}

/** Sentences, with the one after, that say it of a list. */
const sentencesOfList = ({ sentences, matches }: AuditedDocument): readonly Sentence[] =>
  sentences.filter(
    ({ bare }, index) =>
      matches(OF_THE_LIST, bare) && matches(COSTS, `${bare} ${sentences[index + 1]?.bare ?? ''}`),
  );

function isOfItsList({ policy }: AuditedDocument, name: Span, sentences: readonly Sentence[]): boolean {
  const section = sectionAt(policy, name.start)?.span;
  return sentences.some(
    ({ span }) => section !== undefined && span.start >= section.start && span.end <= section.end,
  );
}

/** Whether it stands in the words between this name and the next. */
function isSaidOfOne({ policy, matches }: AuditedDocument, name: Span, index: number): boolean {
  const next = policy.permissions[index + 1]?.name.span.start ?? policy.text.length;
  const end = Math.min(next > name.start ? next : policy.text.length, name.end + 160);
  return matches(OF_ONE, policy.text.slice(name.end, end));
}

/** A permission is named without what refusing it costs. */
export const permissionNoRefusal: AuditRule = {
  id: 'R-P4',
  code: 'permission/no-refusal',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第16条；工信部信管函〔2020〕164号 第2.1条；GB/T 35273-2020 附录C',
      en: 'PIPL art. 16; MIIT letter 164 (2020), 2.1; GB/T 35273-2020 Annex C',
    },
  },
  sentence: {
    zh: '没有写明拒绝权限会有什么影响（共{count}项）。',
    en: 'What refusing the permission costs is not said ({count} in all).',
  },
  mend: {
    zh: '写明拒绝后哪个功能不能用，其余功能不受影响。',
    en: 'Say which function stops, and that the rest goes on.',
  },
  find: (document) => {
    const forAll = sentencesForAll(document);
    const ofList = sentencesOfList(document);
    const lacking = document.policy.permissions.filter(
      ({ refusal, name }, index) =>
        !refusal &&
        !isCovered(document, name.span, forAll) &&
        !isOfItsList(document, name.span, ofList) &&
        !isSaidOfOne(document, name.span, index),
    );
    return together(
      lacking.map(({ name }) => name.span),
      { count: String(lacking.length) },
    );
  },
};
