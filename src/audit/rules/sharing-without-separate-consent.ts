import type { Pattern } from '../document.js';
import { sharingSentences } from '../sharing-words.js';
import { asksSeparately } from '../separate-consent.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

const MATTER: Pattern = {
  zh: /提供|共享|分享|接收方|第三方|其他个人信息处理者/,
  en: /\b(?:provid|shar|disclos|recipient|third part|handler)/i,
};
const ANOTHER: Pattern = { zh: /境外|跨境|跳转/, en: /abroad|cross-border|overseas|leav(?:e|ing) the app/i };

/** Information goes to other handlers under the general consent. */
export const sharingWithoutSeparateConsent: AuditRule = {
  id: 'R-C7',
  code: 'consent/sharing-without-separate-consent',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第23条（告知接收方并取得单独同意）；《网络数据安全管理条例》第12条、第22条第2项',
      en: 'PIPL art. 23 (the recipient is told, and separate consent obtained); Network Data Security Regulations art. 12 and 22(2)',
    },
  },
  sentence: {
    zh: '向关联方或者合作方提供个人信息，却没有写明会取得单独同意。',
    en: 'Personal information is given to affiliates or partners, and no separate consent for it is spoken of.',
  },
  mend: {
    zh: '写明接收方的名称、联系方式、目的、方式和种类，并在提供之前取得单独同意。',
    en: 'Name the recipient, its contact, the purpose, way and kinds, and obtain separate consent before.',
  },
  find: (document) =>
    document.configuration.separateConsents?.includes('sharing') || asksSeparately(document, MATTER, ANOTHER)
      ? []
      : together(sharingSentences(document).map(({ span }) => span)),
};
