import type { Pattern } from '../document.js';
import { CONSENTS, type AuditRule } from '../rule.js';

const EVERYTHING: Pattern = {
  zh: /(?:所有|全部|任何|整个)[^，。]{0,4}(?:功能|服务|应用)[^，。]{0,8}(?:无法|不能|均不)|(?:无法|不能)(?:使用)?(?:所有|全部|任何)(?:功能|服务)|(?:退出|无法(?:使用|打开|启动))(?:本)?(?:应用|App|客户端)$/i,
  en: /\b(?:no|none of the) (?:function|service|feature)s?\b|\b(?:cannot|can't) use (?:the app|any)\b|\ball (?:functions|services|features)\b[^.]{0,20}\b(?:unavailable|stop|cannot)/i,
};
/** Without a network nothing runs, and nobody refuses it. */
const NEEDED: readonly string[] = ['network'];

/** Refusing a permission ends the whole app. */
export const permissionEndsApp: AuditRule = {
  id: 'R-P4',
  code: 'permission/ends-app',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第16条；工信部信管函〔2020〕164号 第2.1条；《App 违法违规收集使用个人信息行为认定方法》四',
      en: 'PIPL art. 16; MIIT letter 164 (2020), 2.1; App violations method (2019), section 4',
    },
    gdpr: { zh: 'GDPR 第7条第4款', en: 'GDPR art. 7(4)' },
  },
  sentence: {
    zh: '拒绝权限“{name}”就不能使用任何功能。',
    en: 'Refusing the permission "{name}" ends every function.',
  },
  mend: {
    zh: '只停用需要该权限的功能。',
    en: 'Stop only the function that needs it.',
  },
  find: ({ policy, matches, language }) =>
    policy.permissions.flatMap(({ kind, name, refusal }) =>
      refusal &&
      !NEEDED.includes(kind) &&
      matches(EVERYTHING, refusal.text.replace(/\s+/g, language === 'zh' ? '' : ' '))
        ? [{ span: refusal.span, values: { name: name.text } }]
        : [],
    ),
};
