import type { Span } from '../../policy/model.js';
import type { Pattern } from '../document.js';
import { DOCUMENTS, together, type AuditRule } from '../rule.js';

/** The name of one brings others along that have none. */
const NAME: Pattern = {
  zh: /等$|及其(?:他)?(?:合作|关联)|等(?:公司|机构|第三方|合作方)|及其他/,
  en: /\betc\b|\band (?:its |their |other )(?:affiliate|partner|subcontract)/i,
};
const SENTENCE: Pattern = {
  zh: /(?:公司|银行|腾讯云|阿里云|百度|微信|华为|[”」》）)])及其(?:合作|关联)(?:服务商|机构|伙伴|方|公司)/,
  en: /\b(?:Inc|Ltd|LLC|Corp|Limited)\b\.? and (?:its|their) (?:affiliates|partners|subcontractors)/,
};
/** A list of the third parties that is open at its end. */
const OPEN_LIST: Pattern = {
  zh: /(?:SDK|第三方|合作方|合作机构|服务商)[^。]{0,16}(?:包括但不限于|例如|比如)[:：]?[^。]{0,80}(?:公司|SDK|平台|银行)|(?:SDK|第三方|合作方|服务商)[^。]{0,8}包括[:：]?[^。]{0,120}等(?:第三方|SDK|公司|机构|合作方|服务商|$)/i,
  en: /\b(?:SDKs?|third parties|partners|providers)\b[^.]{0,20}\b(?:such as|including but not limited to|including without limitation|for example)\b/i,
};
/** Recipients, or sources, that end in "and others". */
const AND_OTHERS: Pattern = {
  zh: /(?:第三方|合作方|接收方)[^。]{0,6}包括[^。]{0,60}(?:以及|及|和)其他[^。]{0,12}(?:第三方|合作|公司|机构)|(?:向|给)[^，。]{0,30}(?:及|和|以及|或)其他[^，。]{0,10}(?:机构|公司|第三方)[^。]{0,20}(?:提供|共享)|从[^。]{0,40}(?:以及|及|和)其他[^。]{0,30}(?:机构|公司|第三方)[^，。]{0,6}(?:获取|收集)|向[^，。]{0,24}等[^，。]{0,8}(?:顾问|中介|机构|公司)[^，。]{0,4}(?:披露|提供|共享)(?=[^，。]{0,6}(?:您|你)的)|中介机构[（(](?:包括但不限于|例如|如)[^）)]{0,20}等/,
  en: /\b(?:shared?|provided?|disclosed?)\b[^.]{0,40}\b(?:to|with)\b[^.]{0,80}\band other (?:third parties|companies|institutions|partners)\b/i,
};
/** Third parties that receive nothing here: of definitions, of the person's own choice, of links. */
const ELSEWHERE: Pattern = { zh: /是指|指与|[:：]指|恶意|攻击/, en: /\bmeans\b|\bmalicious\b/i };

/** Third parties that are not named. */
export const partyCatchAll: AuditRule = {
  id: 'R-N7',
  code: 'party/catch-all',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二（逐一列出）；工信部信管函〔2020〕164号；《网络数据安全管理条例》第21条第2款（以清单形式列明）',
      en: 'App violations method (2019), section 2 (one by one); MIIT letter 164 (2020); Network Data Security Regulations art. 21(2) (in the form of a list)',
    },
    gdpr: { zh: 'GDPR 第12条第1款、第13条第1款(e)项；WP260', en: 'GDPR art. 12(1) and 13(1)(e); WP260' },
  },
  sentence: {
    zh: '用“等”“例如”“及其合作方”带过第三方，读者不知道还有谁。',
    en: 'Third parties are covered by "such as" or "and its partners": nobody can tell who else there is.',
  },
  mend: { zh: '逐一列明名称。', en: 'Name every one.' },
  find: ({ policy, matches, saying, language }) => {
    const named: Span[] = policy.thirdParties.flatMap(({ name, company }) =>
      [name, company].flatMap((words) => (words && matches(NAME, words.text) ? [words.span] : [])),
    );
    const said = [SENTENCE, OPEN_LIST, AND_OTHERS].flatMap((pattern) =>
      saying(pattern, ELSEWHERE).flatMap((sentence) => {
        const match = pattern[language].exec(sentence.bare);
        return match ? [sentence.spanOf(match.index, match.index + match[0].length)] : [];
      }),
    );
    return together(distinct([...named, ...said]));
  },
};

/** In reading order, without those that overlap an earlier one. */
function distinct(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((first, second) => first.start - second.start);
  return sorted.filter((span, index) => index === 0 || span.start >= (sorted[index - 1]?.end ?? 0));
}
