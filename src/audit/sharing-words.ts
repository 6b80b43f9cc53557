import type { AuditedDocument, Pattern } from './document.js';
import type { Sentence } from './sentences.js';

/** Who may handle information for themselves: affiliates and partners. */
const OTHERS = '(?:关联(?:公司|方|企业)|合作(?:方|机构|伙伴)|其他公司|其他方|第三方)';

/** Information goes to them. */
const SHARED: Pattern = {
  zh: new RegExp(
    [
      `(?:向|与|给|和)[^，。]{0,16}${OTHERS}[^。]{0,40}(?:提供(?!的)|共享|分享)[^。]{0,40}(?:信息|资料)`,
      `(?:信息|资料)[^。]{0,40}(?:提供|共享|分享)[^。]{0,6}(?:给|至|与)[^，。]{0,16}${OTHERS}`,
      `(?:信息|资料)[^。]{0,12}(?:与|和)[^，。]{0,16}${OTHERS}[^，。]{0,8}共享`,
    ].join('|'),
  ),
  en: /\b(?:shar|provid|disclos|transfer)\w*\b[^.]{0,80}\b(?:with|to) (?:our |its |other )?(?:affiliat|partner|group compan|other compan|other handler)/i,
};

/** It is denied or bound to a condition, it is work to order, or the information is nobody's. */
const NOT_SHARED: Pattern = {
  zh: /不会|不得|不向|不与|未经|尚未|(?<!监管)要求|委托|督促|除非|前提|无权|另行|统计|匿名|去标识|公共安全|社会公众|何种|如何|哪些|是否|同意后|同意的情况下|征得|取得/,
  en: /\b(?:not|never|unless|processors?|on our behalf|instructions?|aggregate\w*|anonymi[sz]ed)\b/i,
};

/** Sentences that say that information goes to other handlers. */
export const sharingSentences = ({ saying }: AuditedDocument): readonly Sentence[] =>
  saying(SHARED, NOT_SHARED);
