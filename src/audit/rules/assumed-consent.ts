import type { AuditedDocument, Pattern } from '../document.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

/** Consent is taken from going on, from doing nothing, or from the mere use. */
const ASSUMED: readonly Pattern[] = [
  {
    zh: /继续(?:使用|访问|浏览|登录|接受)[^。]{0,60}?(?:视为|视作|视同|即表示|即代表|表示您?[^。]{0,8}(?:同意|接受)|意味着|即为)[^。]{0,40}?(?:同意|接受|认可|遵守|约束)/,
    en: /\bcontinu(?:e|ed|ing)\b[^.]{0,80}\b(?:you (?:agree|accept|consent)|(?:constitutes?|means?|signif(?:y|ies)|indicates?|(?:is|will be|shall be) (?:deemed|considered|taken)|deemed)[^.]{0,50}(?:accept|agree|consent))/i,
  },
  {
    zh: /继续(?:使用|访问)[^。]{0,60}?(?:执行|适用)(?:变更|更新|修改|修订)后的/,
    en: /\bcontinu(?:e|ed|ing)\b[^.]{0,60}\b(?:new|changed|updated|revised) (?:terms|policy|version)[^.]{0,20}\b(?:appl(?:y|ies)|in force)/i,
  },
  {
    zh: /(?:访问|浏览|下载|安装|打开|使用)(?:本|我们|我行|我司)?[^，。]{0,16}[，,]?(?:即|就|便)(?:视为|表示|代表|意味着|为)[^。]{0,24}(?:同意|接受|授权)/,
    en: /\bby (?:using|visiting|accessing|browsing|installing|downloading)\b[^.]{0,60}\byou (?:agree|accept|consent)\b/i,
  },
  {
    zh: /消极的?不作为[^。]{0,12}(?:授权|同意)|(?:未|没有)(?:提出)?(?:书面)?(?:异议|反对|拒绝|取消勾选)[^。]{0,16}(?:视为|视同|即为|即表示)[^。]{0,12}(?:同意|接受|授权)|默认(?:勾选|同意|授权)/,
    en: /\b(?:inaction|silence|pre-?ticked|not object|no objection|failure to object)\b[^.]{0,60}\b(?:consent|accept|agree)/i,
  },
];

/** It is refused to take consent that way, or the sentence is about a clear act after all. */
const DENIED: Pattern = {
  zh: /不(?:会|得|能|应|把|将|以|被|予)[^，。]{0,24}(?:视为|视作|视同|默认)|不(?:默认|视为|视作|视同)|(?:点击|勾选|轻触|选择)[^，。]{0,12}(?:同意|接受|确认)/,
  en: /\b(?:not|never|no longer)\b[^.]{0,60}\b(?:treat|tak|deem|consider|regard|constitute|mean|infer)|\b(?:click|tick|tap|check|press)\w*\b[^.]{0,20}\b(?:agree|accept)/i,
};

function assumed({ sentences, matches, language }: AuditedDocument): readonly Found[] {
  return sentences.flatMap((sentence) => {
    const match = ASSUMED.map((pattern) => pattern[language].exec(sentence.bare)).find((one) => one);
    if (!match || matches(DENIED, sentence.bare)) return [];
    return [{ span: sentence.spanOf(match.index, match.index + match[0].length) }];
  });
}

/** Consent is assumed where nothing was agreed to. */
export const assumedConsent: AuditRule = {
  id: 'R-C2',
  code: 'consent/assumed',
  severity: 'error',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第14条（自愿、明确作出）；《App 违法违规收集使用个人信息行为认定方法》三（以非明示方式征求同意）',
      en: 'PIPL art. 14 (voluntary, by a clear act); App violations method (2019), section 3 (consent by other than a clear act)',
    },
    gdpr: {
      zh: 'GDPR 第4条第11项、序言第32段；EDPB 05/2020',
      en: 'GDPR art. 4(11), recital 32; EDPB 05/2020',
    },
  },
  sentence: {
    zh: '把继续使用或者不作为当作同意：沉默不是同意。',
    en: 'Going on, or doing nothing, is taken for consent: silence is no consent.',
  },
  mend: {
    zh: '删去这句话；变更后请用户重新作出选择，不同意的仍可使用原先同意的服务。',
    en: 'Strike it; ask again after a change, and let those who refuse go on with what they had agreed to.',
  },
  find: assumed,
};
