import { foldedName } from '../folded-name.js';
import type { AuditedDocument } from '../document.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

const NOTHING = {
  zh: /(?:以上|上述)[^，。]{0,12}均?不(?:会)?收集[^，。]{0,8}(?:个人)?信息/,
  en: /\b(?:these|the above)\b[^.]{0,40}\b(?:do not|never) collect\b/i,
};

/** The name of a product without what every name has; undefined where too little is left to know it by. */
function coreName(name: string): string | undefined {
  const core = foldedName(name.replace(/[（(].*$/, '')).replace(/sdk|插件|服务|平台/g, '');
  return /^[a-z0-9]{6,}$/.test(core) || /[\u4e00-\u9fff]{4,}/.test(core) ? core : undefined;
}

function both({ policy, sentences, language }: AuditedDocument): readonly Found[] {
  const index = sentences.findIndex(({ bare }) => NOTHING[language].test(bare));
  const list = [sentences[index - 1], sentences[index]].flatMap((one) => (one ? [one] : []));
  if (index < 0) return [];
  const words = foldedName(list.map(({ bare }) => bare).join(''));
  return policy.thirdParties.flatMap(({ name }) => {
    const core = coreName(name.text);
    const inside = list.some(({ span }) => span.start <= name.span.start && name.span.end <= span.end);
    if (core === undefined || inside || !words.includes(core)) return [];
    const place = list.find(({ bare }) => foldedName(bare).includes(core)) ?? list[0];
    return place ? [{ span: name.span, also: [place.span], values: { name: name.text } }] : [];
  });
}

/** One is listed with what it gets, and named again among those that get nothing. */
export const partyCollectsNothing: AuditRule = {
  id: 'R-N7',
  code: 'party/collects-nothing',
  severity: 'info',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款（真实、准确、完整地告知）',
      en: 'PIPL art. 17(1) (told truthfully, accurately and completely)',
    },
  },
  sentence: {
    zh: '“{name}”列有所得的信息，又出现在“均不收集”的名单里。',
    en: '"{name}" is listed with what it gets, and stands among those said to collect nothing.',
  },
  mend: { zh: '核对两处，保留正确的一处。', en: 'Check both places, and keep the right one.' },
  find: both,
};
