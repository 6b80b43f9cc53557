import { DOCUMENTS, together, type AuditRule } from '../rule.js';

/** Points or gifts are offered for identity or biometric data. */
export const giftsForIdentity: AuditRule = {
  id: 'R-C4',
  code: 'consent/gifts-for-identity',
  severity: 'error',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》三.7；《个人信息保护法》第5条；工信部信管函〔2020〕164号 第3.2条',
      en: 'App violations method (2019), 3.7; PIPL art. 5; MIIT letter 164 (2020), 3.2',
    },
  },
  sentence: {
    zh: '以积分、奖励诱导提供身份证号码或者生物识别信息。',
    en: 'Points or gifts are offered for identity numbers or biometric data.',
  },
  mend: {
    zh: '取消诱导；这些信息只在业务必需时收集。',
    en: 'Drop the offer; take such data only where the service needs it.',
  },
  find: ({ saying }) =>
    together(
      saying(
        {
          zh: /(?:提供|录入|上传|完成)[^，。]{0,12}(?:身份证|人脸|指纹|声纹|生物识别)[^，。]{0,12}[，,]?(?:可|即可|就能|将)?[^，。]{0,6}(?:获得|领取|赠送|奖励|兑换)[^。]{0,12}(?:积分|红包|奖励|礼品|优惠券|现金)/,
          en: /\b(?:identity (?:number|card|document)|face|fingerprint|biometric)\b[^.]{0,60}\b(?:earn|receive|get|win)\b[^.]{0,30}\b(?:points|reward|gift|coupon|bonus)/i,
        },
        { zh: /不/, en: /\b(?:not|never)\b/i },
      ).map(({ span }) => span),
    ),
};
