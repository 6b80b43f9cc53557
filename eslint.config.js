import { defineConfig, globalIgnores } from 'eslint/config';
import * as lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** Files of the core that are behind a browser's port; everything else in `src` runs without a DOM. */
const BROWSER_FILES = [
  'src/storage/indexeddb.ts',
  'src/storage/indexeddb-erase.ts',
  'src/storage/indexeddb-events.ts',
  'src/storage/page-news.ts',
  'src/storage/testimony.ts',
  'src/storage/witness.ts',
  'src/storage/web-storage.ts',
  'src/storage/http/web/**',
  'src/policy/indexeddb-archive.ts',
  'src/indexeddb-connection.ts',
  'src/permission/web/**',
  'src/jump/web/**',
  'src/bridge/hosts/**',
];

const NO_WORLD = [
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
]
  .concat([
    'fetch',
    'XMLHttpRequest',
    'crypto',
    'performance',
    'setTimeout',
    'setInterval',
    'process',
    'globalThis',
  ])
  .map((name) => ({
    name,
    message: 'The core reaches the world through its arguments; see src/platform.ts.',
  }));

const NO_CLOCK = [
  { object: 'Date', property: 'now', message: 'Take the time from platform.now().' },
  { object: 'Math', property: 'random', message: 'Take random bytes from platform.random().' },
];

const bannedSyntax = {
  newDate: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from platform.now().',
  },
  enumDeclaration: { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  parameterProperty: { selector: 'TSParameterProperty', message: 'Declare the field.' },
  forIn: { selector: 'ForInStatement', message: 'Read own keys: a page may have polluted Object.prototype.' },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
};

const bannedInTemplates = [
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(?:html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A style attribute is blocked by the content security policy; use a class or a part.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.(?:unsafe-html|unsafe-svg|style-map)/]',
    message: 'Never unsafeHTML (markup from a policy) nor styleMap (blocked by the content security policy).',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(?:innerHTML|outerHTML)$/]',
    message: 'Text only: a policy is never markup.',
  },
];

const typescript = {
  files: ['src/**/*.ts', 'components/**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: {
      project: ['tsconfig.core.json', 'tsconfig.browser.json', 'tsconfig.cli.json'],
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    'no-restricted-syntax': [
      'error',
      ...Object.values(bannedSyntax).filter(({ selector }) => !selector.startsWith('New')),
    ],
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    // A page, a storage or a policy from outside is not always what its type says.
    '@typescript-eslint/no-unnecessary-condition': 'off',
    '@typescript-eslint/no-confusing-void-expression': 'off',
    '@typescript-eslint/no-meaningless-void-operator': 'off',
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    '@typescript-eslint/no-extraneous-class': ['error', { allowConstructorOnly: true }],
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
    'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
    '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    eqeqeq: 'error',
    'no-console': ['error', { allow: ['warn'] }],
    'no-eval': 'error',
  },
};

const core = {
  files: ['src/**/*.ts'],
  ignores: ['src/cli/**', 'src/platform.ts', ...BROWSER_FILES],
  rules: {
    'no-restricted-globals': ['error', ...NO_WORLD],
    'no-restricted-properties': ['error', ...NO_CLOCK],
    'no-restricted-syntax': ['error', ...Object.values(bannedSyntax)],
  },
};

const elements = {
  files: ['components/**/*.ts'],
  extends: [lit.configs['flat/recommended']],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...bannedInTemplates,
      ...Object.values(bannedSyntax).filter(({ selector }) => !selector.startsWith('New')),
    ],
    'lit/no-invalid-escape-sequences': 'error',
    'lit/no-legacy-imports': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/quoted-expressions': ['error', 'never'],
  },
};

const scripts = {
  files: ['**/*.{js,mjs,cjs}'],
  extends: [tseslint.configs.eslintRecommended],
  rules: {
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-eval': 'error',
    eqeqeq: 'error',
    'prefer-const': 'error',
  },
};

export default defineConfig(
  globalIgnores(['build/', 'dist/', 'test-results/', 'screenshots/', 'components/internal/locales/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript,
  core,
  elements,
  scripts,
);
