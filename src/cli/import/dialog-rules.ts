import type { Bilingual, Severity } from '../../audit/index.js';
import type { ImportFinding } from './import-finding.js';
import type { PrivacyDialog } from './privacy-dialog.js';

/** One thing of a dialog that the law does not accept. */
interface DialogRule {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly path: readonly string[];
  readonly broken: (dialog: PrivacyDialog) => boolean;
  readonly sentence: Bilingual;
  readonly law: Bilingual;
  readonly mend: Bilingual;
}

const REFUSAL: Bilingual = {
  zh: '《个人信息保护法》第16条；《常见类型移动互联网应用程序必要个人信息范围规定》第4条；工信部信管函〔2020〕164号 第2.1条',
  en: 'PIPL art. 16; Rules on necessary personal information for common apps, art. 4; MIIT letter 164 (2020), 2.1',
};
const ASKED_AGAIN: Bilingual = {
  zh: '《网络数据安全管理条例》第22条第5项；《App 违法违规收集使用个人信息行为认定方法》三.2',
  en: 'Network data security regulations, art. 22(5); App violations method (2019), 3.2',
};
const BEFORE_CONSENT: Bilingual = {
  zh: '《App 违法违规收集使用个人信息行为认定方法》三.1；工信部信管函〔2020〕164号 第1.1条第2项',
  en: 'App violations method (2019), 3.1; MIIT letter 164 (2020), 1.1(2)',
};
const READ_FIRST: Bilingual = {
  zh: '《App 违法违规收集使用个人信息行为认定方法》一.2、一.3；工信部信管函〔2020〕164号 第1.1条',
  en: 'App violations method (2019), 1.2 and 1.3; MIIT letter 164 (2020), 1.1',
};

const hasBasicMode = ({ disagreeMode }: PrivacyDialog): boolean =>
  disagreeMode.support === true || disagreeMode.visitorEntry === true;
const isOn = ({ prompt }: PrivacyDialog): boolean => prompt !== 'none';

export const DIALOG_RULES: readonly DialogRule[] = [
  {
    rule: 'R-N1',
    code: 'gate/none',
    severity: 'warning',
    path: ['prompt'],
    broken: ({ prompt }) => prompt === 'none',
    sentence: {
      zh: '原生提示框没有启用；除非应用另有自己的提示框，否则首次启动时没有请用户阅读政策。以下只列出字段，不再判断。',
      en: 'The native dialog is off: unless the app has one of its own, nobody is asked to read at the first start. What follows is listed, not judged.',
    },
    law: READ_FIRST,
    mend: {
      zh: '用 <ming-consent-gate> 在收集任何信息之前询问；在配置里写 "gate": true。',
      en: 'Ask by <ming-consent-gate> before anything is collected, and declare "gate": true.',
    },
  },
  {
    rule: 'R-C5',
    code: 'consent/refusal-ends-app',
    severity: 'error',
    path: ['disagreeMode', 'support'],
    broken: (dialog) => isOn(dialog) && !hasBasicMode(dialog),
    sentence: {
      zh: '不同意就退出应用，没有基本功能可用。',
      en: 'Who refuses leaves the app: no basic functions are left.',
    },
    law: REFUSAL,
    mend: {
      zh: '提供基本功能模式（disagreeMode.support）。Mingshi 在拒绝之后保留基本功能，用 basic-functions 插槽说明有哪些，并留一个入口可以再看。',
      en: 'Offer basic functions (disagreeMode.support). With Mingshi the app goes on after a refusal; the slot basic-functions says with what, and one entry opens the question again.',
    },
  },
  {
    rule: 'R-C5',
    code: 'consent/refusal-ends-app',
    severity: 'warning',
    path: ['disagreeMode', 'support'],
    broken: (dialog) => isOn(dialog) && hasBasicMode(dialog) && dialog.disagreeMode.support !== true,
    sentence: {
      zh: '基本功能只在第三个按钮（游客模式）后面，按拒绝仍会退出应用。',
      en: 'Basic functions stand behind a third button (visitor mode); the one that refuses still ends the app.',
    },
    law: REFUSAL,
    mend: {
      zh: '让拒绝本身进入基本功能模式（disagreeMode.support）；Mingshi 就是这样，只有两个按钮。',
      en: 'Let refusing itself lead to them (disagreeMode.support), as it does with Mingshi: two answers, no third.',
    },
  },
  {
    rule: 'R-C6',
    code: 'consent/asked-twice',
    severity: 'error',
    path: ['second', 'message'],
    broken: (dialog) => isOn(dialog) && !!dialog.buttonRefuse && (dialog.second.message ?? '').trim() !== '',
    sentence: {
      zh: '拒绝之后又弹出第二个提示框要求同意。',
      en: 'After a refusal a second dialog asks for consent once more.',
    },
    law: ASKED_AGAIN,
    mend: {
      zh: '去掉 second。Mingshi 一次拒绝就是拒绝，不再自动弹出，直到有新的重大版本。',
      en: 'Leave `second` out. With Mingshi a refusal is one, and nothing opens by itself again before a new version that matters.',
    },
  },
  {
    rule: 'R-C6',
    code: 'consent/asked-every-start',
    severity: 'error',
    path: ['disagreeMode', 'showAlways'],
    broken: (dialog) => isOn(dialog) && hasBasicMode(dialog) && dialog.disagreeMode.showAlways === true,
    sentence: {
      zh: '拒绝之后每次启动都再次弹出。',
      en: 'After a refusal every start asks again.',
    },
    law: ASKED_AGAIN,
    mend: {
      zh: 'showAlways 设为 false。Mingshi 拒绝之后不再自动弹出，只留“查看并同意”入口。',
      en: 'Set showAlways to false. With Mingshi a refusal leaves one entry, "Read and agree", and no dialog.',
    },
  },
  {
    rule: 'R-C1',
    code: 'consent/plugins-before-consent',
    severity: 'warning',
    path: ['disagreeMode', 'loadNativePlugins'],
    broken: (dialog) =>
      isOn(dialog) && hasBasicMode(dialog) && dialog.disagreeMode.loadNativePlugins !== false,
    sentence: {
      zh: '未同意也加载原生插件（默认值），它们可能在同意之前收集信息。',
      en: 'Native plugins are loaded without consent (that is the default), and may collect before it.',
    },
    law: BEFORE_CONSENT,
    mend: {
      zh: 'loadNativePlugins 设为 false。网页里的脚本放进 <template data-ming-requires>；原生 SDK 由宿主等到同意之后再启动，网页拦不住。',
      en: 'Set loadNativePlugins to false. Scripts of the page go into <template data-ming-requires>; native SDKs the host must start after consent only, no page can hold them back.',
    },
  },
  {
    rule: 'R-C5',
    code: 'consent/back-ends-app',
    severity: 'info',
    path: ['backToExit'],
    broken: (dialog) => isOn(dialog) && dialog.backToExit === true,
    sentence: {
      zh: '按返回键会退出应用。',
      en: 'The Back key ends the app.',
    },
    law: REFUSAL,
    mend: {
      zh: 'Mingshi 里关闭不是回答，也不是同意：本次使用基本功能，下次启动再问一次。',
      en: 'With Mingshi closing is no answer and no consent: basic functions for now, and a question at the next start.',
    },
  },
];

/** What the law does not accept in a dialog's fields. */
export const dialogFindings = (dialog: PrivacyDialog): readonly ImportFinding[] =>
  DIALOG_RULES.filter(({ broken }) => broken(dialog)).map(({ broken: _, ...rule }) => ({
    ...rule,
    words: '',
  }));

/** The law on a notice that nobody can read. */
export const NO_LINK: Omit<ImportFinding, 'path' | 'words'> = {
  rule: 'R-N1',
  code: 'notice/no-link',
  severity: 'error',
  sentence: {
    zh: '提示框里没有能打开的政策链接（链接地址是空的，或者没有链接）。',
    en: 'The dialog has no link that opens the policy: its address is empty, or there is none.',
  },
  law: READ_FIRST,
  mend: {
    zh: '填上政策的地址。Mingshi 在提示框里直接展示摘要和全文，不需要离开。',
    en: 'Give the address. Mingshi shows the short version and the full text inside the question.',
  },
};

/** Comments, which the dialog of DCloud does not read. */
export const COMMENTED: Omit<ImportFinding, 'path' | 'words'> = {
  rule: 'R-N1',
  code: 'gate/comments',
  severity: 'warning',
  sentence: {
    zh: '文件里有注释；DCloud 的文档说注释会影响提示框的显示。',
    en: 'The file has comments; by the documentation of DCloud they keep the dialog from showing as it should.',
  },
  law: READ_FIRST,
  mend: { zh: '去掉注释。', en: 'Take them out.' },
};
