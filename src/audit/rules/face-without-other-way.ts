import type { Pattern } from '../document.js';
import { FACE, faceData } from '../face-data.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** Face is one of several ways that may be chosen. */
const ONE_OF_SEVERAL: Pattern = {
  zh: /一项或者?多项|任选|任一|之一|其他(?:验证|核验|认证)?方式|其他(?:等)?渠道|(?:营业)?网点|营业[部厅]|柜[台面]|(?:也可以?|可以?)选择[^。]{0,24}(?:验证|核验|办理|核身)|人工(?:核验|审核|客服)/,
  en: /\bone or more\b|\bany of\b|\bother (?:way|means|method)|\banother way\b|\balternativ|\bbranch\b|\binstead\b/i,
};

/** A face tells who somebody is; a face that is only in a picture or a video verifies nobody. */
const VERIFIES: Pattern = {
  zh: /活体|刷脸|核身|(?:人脸|面部|脸部)[^。]{0,24}(?:识别|核验|验证|认证|比对)|(?:核验|验证|认证|核实|确认)[^。]{0,24}(?:身份|本人)/,
  en: /\b(?:face|facial) (?:recogni|verif|match|scan|unlock|login|template)|\bverif\w*\b[^.]{0,40}\b(?:who|identity|you)\b/i,
};

/** A face that happens to be in what is recorded. */
const INCIDENTAL: Pattern = {
  zh: /(?:视频|录像|照片|图片)[^。]{0,8}(?:包含|含有|拍到|出现)[^。]{0,12}(?:人脸|面部|脸部)/,
  en: /\b(?:video|recording|photo|picture|image)s?\b[^.]{0,20}\b(?:contain|include|show)\w*\b[^.]{0,20}\bfac(?:e|ial)/i,
};

/** Who refuses goes without. */
const COST: Pattern = {
  zh: /(?:不提供|拒绝|不同意|不授予|不授权)[^。]{0,120}(?:无法|不能)/,
  en: /\b(?:refus|declin|not (?:agree|provide|allow))\w*\b[^.]{0,120}\b(?:cannot|not be able|unable)\b/i,
};
const SPARED: Pattern = { zh: /但您?可以|不影响|仍可|改用/, en: /\bbut\b|\bstill\b/i };

/** Face data is taken, and no other way to be verified is offered. */
export const faceWithoutOtherWay: AuditRule = {
  id: 'R-C9',
  code: 'consent/face-without-other-way',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《人脸识别技术应用安全管理办法》第10条（不得将人脸识别作为唯一验证方式）；最高人民法院人脸识别司法解释第4条；《个人信息保护法》第16条',
      en: 'Measures for face recognition, art. 10 (never the only way to be verified); SPC interpretation on face recognition art. 4; PIPL art. 16',
    },
    gdpr: { zh: 'GDPR 第7条第4款；EDPB 3/2019', en: 'GDPR art. 7(4); EDPB 3/2019' },
  },
  sentence: {
    zh: '处理人脸信息，却没有给不愿刷脸的人提供其他验证方式。',
    en: 'Face data is handled, and those who would rather not show their face are offered no other way.',
  },
  mend: {
    zh: '提供并写明同样合理、方便的其他方式，例如短信验证码加人工核验或者网点办理。',
    en: 'Offer another way that is as reasonable and convenient, such as a code with a check by staff, and name it here.',
  },
  find: (document) => {
    const { policy, matches, says, saying, sentences } = document;
    if (!says(VERIFIES) && says(INCIDENTAL)) return [];
    const refused = saying(COST, SPARED).filter(
      ({ bare }) => matches(FACE, bare) && !matches(ONE_OF_SEVERAL, bare),
    );
    if (refused.length > 0) return together(refused.map(({ span }) => span));
    const near = sentences.some(
      ({ bare }, index) =>
        matches(ONE_OF_SEVERAL, bare) &&
        [-2, -1, 0, 1].some((step) => matches(FACE, sentences[index + step]?.bare ?? '')),
    );
    const offered = policy.alternatives.some(({ text }) => matches(FACE, text));
    return near || offered ? [] : together(faceData(document));
  },
};
