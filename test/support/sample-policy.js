/** A small policy of our own writing, complete enough for the core: `hashText` makes its hash. */
export const samplePolicy = async (hashText, changes = {}) => {
  const text = changes.text ?? '示例银行隐私政策\n我们收集您的手机号，用于登录。您可以随时撤回同意。\n';
  const words = (part) => ({
    text: part,
    span: { start: text.indexOf(part), end: text.indexOf(part) + part.length },
  });
  return {
    schema: 'mingshi.policy/1',
    id: 'sample',
    kind: 'privacy-policy',
    language: 'zh-Hans',
    title: words(text.slice(0, 4)),
    dates: {},
    source: {
      name: 'sample.txt',
      mediaType: 'text/plain',
      sha256: await hashText(text),
      runs: [[0, 0, text.length]],
      lines: [0],
    },
    compiler: { name: 'mingshi', version: '0.1.0' },
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
    hash: await hashText(text),
    text,
    ...changes,
  };
};

/** What a sample prompt shows. */
export const sampleNotice = {
  locale: 'zh-Hans',
  catalogue: '0.1.0',
  strings: ['请阅读并选择', '我们收集您的手机号'],
  answers: ['同意', '不同意'],
  clauses: [],
};

/** An answer's details, as an element would give them. */
export const sampleDetails = { act: 'pointer', visibility: 'unverified' };
