import type { Pattern } from '../document.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** One act agrees to several documents, one of which needs a consent of its own. */
const BUNDLED: Pattern = {
  zh: /(?:点击|轻触|勾选|注册|登录|签署|同意)[^。《]{0,40}(?:即|视为|表示|代表)[^。《]{0,30}同意[^。《]{0,20}(?:《[^》]{2,40}》[^。《]{0,6}){0,6}《[^》]{0,30}(?:人脸|生物识别|征信|单独|授权书|授权协议|共享|跨境)[^》]{0,30}》/,
  en: /\b(?:click|tap|tick|register|sign)\w*\b[^.]{0,80}\bagree to\b[^.]{0,80}\b(?:face|facial|biometric|credit|data sharing|cross-border)[^.]{0,30}\b(?:authori[sz]ation|agreement|consent)\b/i,
};
/** The document is agreed to on its own. */
const SEVERAL: Pattern = { zh: /》[^。《]{0,6}《/, en: /,| and /i };

/** A consent that must be separate is taken along with others. */
export const bundledConsent: AuditRule = {
  id: 'R-C7',
  code: 'consent/bundled',
  severity: 'error',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第14条、第23条、第29条、第39条（单独同意）；最高人民法院人脸识别司法解释第4条（捆绑授权无效）',
      en: 'PIPL art. 14, 23, 29 and 39 (separate consent); SPC interpretation on face recognition art. 4 (bundled consent is void)',
    },
    gdpr: { zh: 'GDPR 第7条第2款、序言第43段', en: 'GDPR art. 7(2), recital 43' },
  },
  sentence: {
    zh: '一次点击同意多份文件，其中有须单独同意的授权。',
    en: 'One act agrees to several documents, one of which needs separate consent.',
  },
  mend: {
    zh: '把该授权移到单独的页面，单独同意，可以拒绝。',
    en: 'Ask for it on a screen of its own that can be refused.',
  },
  find: ({ saying, matches, language }) =>
    saying(BUNDLED).flatMap((sentence) => {
      const match = BUNDLED[language].exec(sentence.bare);
      if (!match || !matches(SEVERAL, match[0])) return [];
      return [{ span: sentence.spanOf(match.index, match.index + match[0].length) }];
    }),
};
