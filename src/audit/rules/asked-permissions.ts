import { CONSENTS, type AuditRule } from '../rule.js';

const NOWHERE = { start: 0, end: 0 };

/** The app asks for a permission as it starts. */
export const askedAtLaunch: AuditRule = {
  id: 'R-P1',
  code: 'permission/asked-at-launch',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '工信部信管函〔2020〕164号 第2.1条第7项；工信部26号文',
      en: 'MIIT letter 164 (2020), 2.1(7); MIIT letter 26 (2023)',
    },
    gdpr: { zh: 'GDPR 第25条', en: 'GDPR art. 25' },
  },
  sentence: {
    zh: '应用一启动就申请权限“{kind}”，这时还没有用到它的功能。',
    en: 'The permission "{kind}" is asked for as the app starts, before any function needs it.',
  },
  mend: {
    zh: '在用户打开需要它的功能时再申请。',
    en: 'Ask when the person opens the function that needs it.',
  },
  find: ({ configuration }) =>
    (configuration.permissions ?? []).flatMap(({ kind, when }, index) =>
      when === 'launch'
        ? [{ span: NOWHERE, configuration: `permissions[${index}].when`, values: { kind } }]
        : [],
    ),
};

/** The app asks for a permission that the policy does not name. */
export const askedNotStated: AuditRule = {
  id: 'R-P2',
  code: 'permission/asked-not-stated',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二.1、二.3；《个人信息保护法》第17条',
      en: 'App violations method (2019), 2.1 and 2.3; PIPL art. 17',
    },
    gdpr: { zh: 'GDPR 第13条第1款(c)项', en: 'GDPR art. 13(1)(c)' },
  },
  sentence: {
    zh: '应用申请权限“{kind}”，政策里没有写。',
    en: 'The app asks for the permission "{kind}", which the policy does not name.',
  },
  mend: {
    zh: '在政策中写明目的和拒绝的影响，或者不再申请。',
    en: 'Name it with its purpose and what refusing costs, or ask no more.',
  },
  find: ({ policy, configuration }) =>
    (configuration.permissions ?? []).flatMap(({ kind }, index) =>
      policy.permissions.some((one) => one.kind === kind)
        ? []
        : [{ span: NOWHERE, configuration: `permissions[${index}].kind`, values: { kind } }],
    ),
};
