import type { Bilingual } from '../../audit/index.js';
import type { PrivacyDialog } from './privacy-dialog.js';

/** What becomes of one field. */
export interface CarriedField {
  readonly field: string;
  readonly becomes: Bilingual;
}

type FieldOf = (dialog: PrivacyDialog) => unknown;

const BECOMES: readonly (readonly [field: string, FieldOf, Bilingual])[] = [
  [
    'version',
    ({ version }) => version,
    {
      zh: '不用：{value} 是提示框的版本，不是政策的版本；Mingshi 按政策自身的版本决定是否再问',
      en: "not used: {value} is the dialog's version, not the policy's; Mingshi asks again by the policy's own",
    },
  ],
  [
    'prompt',
    ({ prompt }) => prompt,
    {
      zh: '配置中的 gate；由 <ming-consent-gate> 询问',
      en: '`gate` of the configuration; <ming-consent-gate> asks',
    },
  ],
  [
    'title, message',
    ({ title, message }) => title ?? message,
    {
      zh: '不用：提示框的标题和摘要由 Mingshi 按政策写出；原文见上',
      en: 'not used: Mingshi writes title and summary from the policy; the words are above',
    },
  ],
  [
    'buttonAccept, buttonRefuse',
    ({ buttonAccept, buttonRefuse }) => buttonAccept ?? buttonRefuse,
    {
      zh: '配置中的 answers；Mingshi 的按钮是“同意”和“不同意”，不能改',
      en: '`answers` of the configuration; the answers of Mingshi are its own, agree and refuse',
    },
  ],
  [
    'hrefLoader',
    ({ hrefLoader }) => hrefLoader,
    { zh: '不用：全文就在提示框里打开', en: 'not used: the full text opens inside the question' },
  ],
  [
    'backToExit',
    ({ backToExit }) => backToExit,
    { zh: '不用：关闭不是回答，也不退出', en: 'not used: closing is no answer, and ends nothing' },
  ],
  [
    'second',
    ({ second }) => Object.keys(second)[0],
    { zh: '不用：不会问第二次', en: 'not used: nobody is asked twice' },
  ],
  [
    'disagreeMode',
    ({ disagreeMode }) => Object.keys(disagreeMode)[0],
    {
      zh: '拒绝之后总是基本功能模式；用 basic-functions 插槽写明有哪些功能',
      en: 'a refusal always leads to basic functions; the slot basic-functions says which',
    },
  ],
  [
    'styles',
    ({ styles }) => Object.keys(styles)[0],
    {
      zh: '用 --ming-* 样式变量；两个回答共用一套颜色',
      en: 'the --ming-* tokens; both answers share their colours',
    },
  ],
];

/** What becomes of the fields that the file has. */
export const carriedFields = (dialog: PrivacyDialog): readonly CarriedField[] =>
  BECOMES.filter(([, of]) => of(dialog) !== undefined).map(([field, of, words]) => {
    const filled = (template: string): string => template.replace('{value}', String(of(dialog)));
    return { field, becomes: { zh: filled(words.zh), en: filled(words.en) } };
  });
