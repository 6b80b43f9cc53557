import type { Pattern } from './document.js';

/** What PIPL 28 names, but for faces, which have a rule of their own, and minors. A bare identity number is no longer listed. */
export const SENSITIVE: Pattern = {
  zh: /银行卡|银行账|储蓄账|金融账户|账户余额|征信|指纹|声纹|虹膜|掌纹|基因|生物识别|病[历症史]|症状|过敏|用药|检验报告|体检|健康|宗教|行踪|精[确准](?:位置|定位)|(?:身份证|证件)(?:的)?(?:正反面)?(?:照片|影印件|图像|影像)/,
  en: /\b(?:bank (?:card|account)|account balance|credit (?:information|record|report)|fingerprint|voiceprint|iris|genetic|biometric|health|medical|symptom|allerg|religio|precise location|political|sexual|ethnic)/i,
};
