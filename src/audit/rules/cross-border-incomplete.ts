import { sectionAt, type AuditedDocument, type Pattern } from '../document.js';
import { crossBorderWords } from '../cross-border-words.js';
import type { Bilingual } from '../model.js';
import type { Words } from '../../policy/model.js';
import { CONSENTS, listed, type AuditRule } from '../rule.js';

/** What must be told, and any words that show it is. */
const PARTS: readonly { name: Bilingual; told: Pattern }[] = [
  {
    name: { zh: '境外接收方的名称', en: "the recipient's name" },
    told: {
      zh: /接收方[^。]{0,6}[:：为是]\S|(?:公司|银行|机构|集团)(?:名称)?[:：]|[A-Z][A-Za-z]{3,}|[\u4e00-\u9fff]{2,}(?:有限公司|股份公司)/,
      en: /\brecipient(?: abroad)?(?: is|:)|\b(?:Inc|Ltd|LLC|Corp|GmbH|Bank|Limited)\b/,
    },
  },
  {
    name: { zh: '接收方的联系方式', en: 'its contact' },
    told: { zh: /联系方式|电话|邮箱|@|\d{7}/, en: /contact|@|phone|e-?mail|\d{7}/i },
  },
  {
    name: { zh: '处理目的', en: 'the purpose' },
    told: {
      zh: /目的|为了|用于|以便|才能|需要?向/,
      en: /purpose|in order to|\bto (?:complete|settle|provide|perform)|\bfor (?:the|a)\b/i,
    },
  },
  {
    name: { zh: '处理方式', en: 'the way it is handled' },
    told: { zh: /方式|加密|传输|存储/, en: /\bway|method|encrypt|transmi|stor/i },
  },
  {
    name: { zh: '个人信息的种类', en: 'the kinds of information' },
    told: { zh: /种类|类型|姓名|账号|包括/, en: /\bkinds?\b|types?|categor|\bname|account|includ/i },
  },
  {
    name: { zh: '向接收方行使权利的途径', en: "how to use one's rights there" },
    told: { zh: /行使[^。]{0,10}权利|权利[^。]{0,10}(?:途径|方式)/, en: /\brights?\b/i },
  },
];

/** The sections in which it is spoken of, whole. */
function around({ policy }: AuditedDocument, statements: readonly Words[]): string {
  const sections = new Set(statements.flatMap(({ span }) => sectionAt(policy, span.start) ?? []));
  const texts = [...sections].map(({ span }) => policy.text.slice(span.start, span.end));
  return [...statements.map(({ text }) => text), ...texts].join('\n');
}

/** Information goes abroad, and what the person must be told is not told. */
export const crossBorderIncomplete: AuditRule = {
  id: 'R-C8',
  code: 'cross-border/incomplete',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: { zh: '《个人信息保护法》第39条', en: 'PIPL art. 39' },
    gdpr: { zh: 'GDPR 第13条第1款(e)(f)项', en: 'GDPR art. 13(1)(e) and (f)' },
  },
  sentence: {
    zh: '写到了向境外提供个人信息，却没有写明：{parts}。',
    en: 'Personal information goes abroad, and the text does not say: {parts}.',
  },
  mend: {
    zh: '列明{parts}，并取得单独同意。',
    en: 'State {parts}, and obtain separate consent.',
  },
  find: (document) => {
    const { described } = crossBorderWords(document);
    const [first, ...more] = described;
    if (!first) return [];
    const words = around(document, document.policy.crossBorder);
    const lacking = PARTS.filter(({ told }) => !document.matches(told, words));
    if (lacking.length === 0) return [];
    const values = { parts: listed(lacking.map(({ name }) => name)) };
    return [{ span: first.span, also: more.map(({ span }) => span), values }];
  },
};
