import type { Pattern } from '../document.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** Nothing is ever given to anybody. */
const DENIAL: Pattern = {
  zh: /不会?(?:将|把)?[^，。]{0,16}(?:提供|共享|分享|透露)(?:给|至)(?:任何)?第三方|不会?(?:向|与)任何(?:第三方|其他公司|公司)[^。]{0,12}(?:提供|共享|分享)/,
  en: /\b(?:do|will|shall) (?:not|never) (?:share|provide|disclose|give)\b[^.]{0,60}\b(?:to|with) (?:any )?third part/i,
};
const EXCEPTION: Pattern = {
  zh: /除(?!此)|以外|之外|未经|除非|在?(?:尚)?未[^。]{0,12}同意|无关|以下情况|下列情形|目的/,
  en: /\b(?:except|unless|without|other than|save|apart from|following)\b/i,
};

const NOTHING = /^(?:无|没有|不共享|none|no|-|—|\/)?$/i;

/** It is denied that third parties get anything, beside a list of what they get. */
export const partyDeniedAndListed: AuditRule = {
  id: 'R-N7',
  code: 'party/denied-and-listed',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款（真实、准确、完整地告知）',
      en: 'PIPL art. 17(1) (told truthfully, accurately and completely)',
    },
    gdpr: { zh: 'GDPR 第5条第1款(a)项', en: 'GDPR art. 5(1)(a)' },
  },
  sentence: {
    zh: '这里说不提供给第三方，后文却列出了第三方得到的信息。',
    en: 'It is said here that nothing goes to third parties; elsewhere the text lists what they get.',
  },
  mend: {
    zh: '删去绝对的否认，或者限定它所指的信息。',
    en: 'Strike the denial, or say which information it is about.',
  },
  find: ({ policy, saying, matches }) => {
    const listed = policy.thirdParties.find(
      ({ shared }) => shared && !NOTHING.test(shared.text.trim()),
    )?.shared;
    if (!listed) return [];
    return saying(DENIAL, EXCEPTION)
      .filter(({ bare }) => !matches({ zh: /儿童|未成年/, en: /child|minor/i }, bare))
      .map(({ span }) => ({ span, also: [listed.span] }));
  },
};
