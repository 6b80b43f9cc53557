import { FACE, faceData } from '../face-data.js';
import { asksSeparately } from '../separate-consent.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

/** Face data is taken, and no separate consent for it is spoken of. */
export const faceWithoutSeparateConsent: AuditRule = {
  id: 'R-C9',
  code: 'consent/face-without-separate-consent',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第29条；最高人民法院人脸识别司法解释第2条第3项；《人脸识别技术应用安全管理办法》（2025-06-01）',
      en: 'PIPL art. 29; SPC interpretation on face recognition art. 2(3); Measures for face recognition (2025-06-01)',
    },
    gdpr: { zh: 'GDPR 第9条第2款(a)项（明示同意）', en: 'GDPR art. 9(2)(a) (explicit consent)' },
  },
  sentence: {
    zh: '处理人脸信息，却没有写明会单独征得同意；与其他授权捆绑的同意无效。',
    en: 'Face data is handled, and no separate consent for it is spoken of; one bundled with other grants is void.',
  },
  mend: {
    zh: '在采集人脸之前用单独的页面征得单独同意，并在此写明。',
    en: 'Ask for it on a screen of its own before the camera opens, and say so here.',
  },
  find: (document) =>
    document.configuration.separateConsents?.includes('face') || asksSeparately(document, FACE)
      ? []
      : together(faceData(document)),
};
