import type { Span, Words } from '../../policy/model.js';
import type { AuditedDocument, Pattern } from '../document.js';
import { DOCUMENTS, together, type AuditRule } from '../rule.js';

/** The end of a list of personal information that is left open. */
const OPEN: Pattern = {
  zh: /(?:收集|采集|获取|记录|读取|接收|需?提供|保存|共享)(?:并[^，。]{0,6})?[^。的，]{0,4}(?:您|你|用户|客户|对方)[^。]{0,240}?(?:[^，。、该]{1,20}等(?:身份|认证|验证|相关|个人|必要|基本){0,2}(?:信息|数据|资料|内容)|(?:以及|及|和|与)其他(?!方|公司|第三方|用户|人|个人|组织)[^，。]{0,24}(?:信息|资料|数据))/,
  en: /\b(?:collect|obtain|record|receive|gather|access|store)s?\b[^.]{0,60}\b(?:your|information|data)\b[^.]{0,160}\b(?:such as|including but not limited to|including without limitation|and other (?:information|data)|etc\b)/i,
};
/** Examples in a sentence of their own, after one that collects. */
const EXAMPLES: Pattern = {
  zh: /^(?:例如|比如)[:：]?[^。]{0,120}等(?:信息|数据|资料|内容)?$/,
  en: /^(?:for example|such as)\b/i,
};
const COLLECTS: Pattern = {
  zh: /(?:收集|采集|获取|记录)(?:您|你|用户)/,
  en: /\b(?:we|it) (?:may |will |also |automatically )*(?:collect|record|obtain|store)s?\b/i,
};
/** Not what is collected: exceptions, promises, what is shown to the person, the person's own rights. */
const ELSEWHERE: Pattern = {
  zh: /不会|不收集|如实|无需|事件|漏洞|安全措施|去标识|告知|说明|权利|渠道|第三方网|是指|统计分析/,
  en: /\b(?:not|never|means|incident|right to|security measures)\b/i,
};
/** The same within a field of a list. */
const FIELD: Pattern = {
  zh: /等(?:$|[）)，。；]|(?:身份|认证|验证|相关|个人){0,2}(?:信息|数据|资料|内容))|(?:以及|及|和)其他|例如|比如|包括但不限于/,
  en: /\betc\b|\bsuch as\b|\bfor example\b|\be\.g\.|including but not limited to|\band other (?:information|data)/i,
};

const fields = ({ policy, matches }: AuditedDocument): readonly Span[] => {
  const words: readonly Words[] = [
    ...policy.dataUses.map(({ data }) => data),
    ...policy.thirdParties.flatMap(({ data, permissions, shared }) =>
      [data, permissions, shared].flatMap((one) => one ?? []),
    ),
  ];
  return words.filter(({ text }) => matches(FIELD, text.trim())).map(({ span }) => span);
};

/** Lists of personal information that are left open. */
export const dataCatchAll: AuditRule = {
  id: 'R-N7',
  code: 'notice/data-catch-all',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二（逐一列出范围）；工信部信管函〔2020〕164号 第1.1条',
      en: 'App violations method (2019), section 2 (each kind listed); MIIT letter 164 (2020), 1.1',
    },
    gdpr: { zh: 'GDPR 第12条第1款；WP260（不得含糊）', en: 'GDPR art. 12(1); WP260 (no vague words)' },
  },
  sentence: {
    zh: '个人信息的清单没有收口（“等信息”“以及其他信息”），读者不知道还收集什么。',
    en: 'A list of personal information is left open ("such as", "and other information"): nobody can tell what else is taken.',
  },
  mend: { zh: '列全种类，删去“等”“其他”。', en: 'List every kind, and strike the open end.' },
  find: (document) => {
    const { saying, language } = document;
    const said = saying(OPEN, ELSEWHERE).flatMap((sentence) => {
      const match = OPEN[language].exec(sentence.bare);
      return match ? [sentence.spanOf(match.index, match.index + match[0].length)] : [];
    });
    const { sentences, matches } = document;
    const examples = sentences.flatMap(({ bare, span }, index) => {
      const before = sentences[index - 1]?.bare ?? '';
      return matches(EXAMPLES, bare) && matches(COLLECTS, before) && !matches(ELSEWHERE, before)
        ? [span]
        : [];
    });
    const spans = [...said, ...examples, ...fields(document)].sort(
      (first, second) => first.start - second.start,
    );
    let end = -1;
    const apart = spans.filter((span) => {
      const next = span.start >= end;
      end = Math.max(end, span.end);
      return next;
    });
    return together(apart);
  },
};
