import type { Pattern } from '../document.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

const PERSONALISED: Pattern = {
  zh: /个性化(?:的)?(?:推送|推荐|广告|营销|展示)|定向(?:推送|广告)|(?:更|可能)[^，。]{0,4}(?:感兴趣|相关)的?[^，。]{0,6}(?:信息|内容|广告|推送|活动)|千人千面|用户画像/,
  en: /\bpersonali[sz]ed (?:recommend|advert|content|offer|market|push)|\btargeted (?:advert|offer|market)|\binterest-based\b|\bprofil(?:e|ing) for (?:advert|market)/i,
};
/** It is denied, or is no push. */
const DENIED: Pattern = { zh: /不(?:会|进行|向|对|推荐)/, en: /\b(?:not|no|never)\b/i };
const SWITCH: Pattern = {
  zh: /(?:关闭|取消|退订|拒绝|停止|停用|不想接收|不接收)[^。]{0,30}(?:推送|推荐|广告|个性化|订阅|营销)|(?:推送|推荐|广告|个性化|营销)[^。]{0,30}(?:关闭|取消|退订|拒绝|停用)/,
  en: /\byou can turn it off\b|\b(?:turn(?:ed|ing)? off|switch off|opt[ -]?out|unsubscribe|object|disable|refuse)\b[^.]{0,80}\b(?:recommend|advert|personali|push|market|profil)|\b(?:recommend|advert|personali|market)\w*\b[^.]{0,80}\b(?:turned off|switched off|opt[ -]?out|unsubscribe|object|disable)/i,
};

/** Pushes or advertising by person, and no way to switch them off. */
export const pushWithoutSwitch: AuditRule = {
  id: 'R-C12',
  code: 'consent/push-without-switch',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第24条第2款；《App 违法违规收集使用个人信息行为认定方法》三.6；工信部信管函〔2020〕164号 第1.4条',
      en: 'PIPL art. 24(2); App violations method (2019), 3.6; MIIT letter 164 (2020), 1.4',
    },
    gdpr: { zh: 'GDPR 第21条第2款、第13条第2款(f)项', en: 'GDPR art. 21(2) and 13(2)(f)' },
  },
  sentence: {
    zh: '按个人情况推送或者推荐，却没有写明怎样关闭。',
    en: 'Messages or offers are chosen by person, and the text does not say how to switch that off.',
  },
  mend: {
    zh: '提供关闭个性化推送的开关，写明路径，并标明哪些内容是个性化的。',
    en: 'Offer a switch, give its menu path, and mark what is personalised.',
  },
  find: ({ says, saying }) =>
    says(SWITCH) ? [] : together(saying(PERSONALISED, DENIED).map(({ span }) => span)),
};
