import type { AnswerDetails } from '../engine-contract.js';
import type { Notice } from '../consent/model.js';
import type { Policy, Words } from '../policy/model.js';

/** A small policy, complete enough for an engine; `hashText` makes its hash. */
export const samplePolicy = async (hashText: (text: string) => Promise<string>): Promise<Policy> => {
  const text = '示例银行隐私政策\n我们收集您的手机号，用于登录。您可以随时撤回同意。\n';
  const hash = await hashText(text);
  const title: Words = { text: text.slice(0, 4), span: { start: 0, end: 4 } };
  return {
    schema: 'mingshi.policy/1',
    id: 'sample',
    kind: 'privacy-policy',
    language: 'zh-Hans',
    title,
    dates: {},
    source: {
      name: 'sample.txt',
      mediaType: 'text/plain',
      sha256: hash,
      runs: [[0, 0, text.length]],
      lines: [0],
    },
    compiler: { name: 'mingshi', version: '0.1.0' },
    ...nothing,
    hash,
    text,
  };
};

/** What this text states nothing of. */
const nothing = {
  sections: [],
  clauses: [],
  permissions: [],
  thirdParties: [],
  dataUses: [],
  sensitive: { items: [], statements: [] },
  jumps: [],
  separateConsents: [],
  alternatives: [],
  retention: [],
  crossBorder: [],
  minors: { ages: [], statements: [] },
  rights: [],
  withdrawals: [],
  contacts: [],
  exemptions: [],
  diagnostics: [],
} as const;

/** What a sample prompt shows. */
export const sampleNotice: Notice = {
  locale: 'zh-Hans',
  catalogue: '0.1.0',
  strings: ['请阅读并选择', '我们收集您的手机号'],
  answers: ['同意', '不同意'],
  clauses: [],
};

/** An answer's details, as an element gives them. */
export const sampleDetails: AnswerDetails = { act: 'pointer', visibility: 'unverified' };
