// @ts-check
import es from 'eslint-plugin-es-x';
import { defineConfig } from 'eslint/config';

/**
 * Of ECMAScript 2022 and later, what Chrome 90, Safari 16.4 and Firefox 101 all know; and `cause`, which an older engine
 * leaves out without harm.
 */
const KNOWN = [
  ...[
    'no-class-instance-fields',
    'no-class-static-fields',
    'no-class-private-fields',
    'no-class-private-methods',
  ],
  ...['no-class-fields', 'no-top-level-await', 'no-regexp-d-flag', 'no-error-cause'],
].map((rule) => `es-x/${rule}`);

const newer = Object.fromEntries(
  Object.keys(es.configs)
    .filter((name) => /^flat\/no-new-in-es(?:202[2-9]|next)(?:-intl-api)?$/.test(name))
    .flatMap((name) => Object.entries(/** @type {any} */ (es.configs)[name].rules))
    .filter(([rule]) => !KNOWN.includes(rule)),
);

/**
 * Members of the web platform that are younger than the floor. Each has been met in code like ours. `showPopover` is left out:
 * the banner looks whether it is there.
 */
const YOUNGER_MEMBERS = [
  ...['randomUUID', 'checkVisibility', 'hidePopover', 'togglePopover'],
  ...[
    'scrollIntoViewIfNeeded',
    'startViewTransition',
    'requestClose',
    'closedBy',
    'setHTML',
    'setHTMLUnsafe',
  ],
  ...[
    'withResolvers',
    'groupBy',
    'toSorted',
    'toReversed',
    'toSpliced',
    'findLast',
    'findLastIndex',
    'hasOwn',
  ],
  ...['structuredClone', 'throwIfAborted', 'waitUntilAvailable', 'getHTML', 'isWellFormed', 'toWellFormed'],
];

/** Globals younger than the floor, or absent in Safari. */
const YOUNGER_GLOBALS = [
  ...['structuredClone', 'requestIdleCallback', 'CloseWatcher', 'scheduler', 'navigation', 'CSSScopeRule'],
  ...['ToggleEvent', 'CompressionStream', 'URLPattern', 'Sanitizer', 'CustomStateSet', 'reportError'],
];

const YOUNGER_SYNTAX = [
  {
    selector: 'ChainExpression CallExpression > SpreadElement.arguments:not(:last-child)',
    message:
      'Chrome 90 fails on a spread argument before another in an optional call (https://crbug.com/42201552).',
  },
  {
    // `PolicyArchive.at(date)` is ours and takes no number.
    selector: "CallExpression[callee.property.name='at'] > :matches(Literal, UnaryExpression).arguments",
    message: 'Array.prototype.at is younger than the floor.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^css/] TemplateElement[value.raw=/@layer|@container|@scope|:has\\(|color-mix\\(|light-dark\\(|anchor\\(|&[\\s:.[>]|@media[^{]*[<>]/]',
    message: 'This CSS is younger than the floor, where the whole rule would be lost.',
  },
];

export default defineConfig({
  files: ['dist/**/*.js'],
  // The command line and the compiler's readers run in Node alone.
  ignores: ['dist/src/cli/**'],
  languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
  plugins: { 'es-x': es },
  rules: {
    ...newer,
    'no-restricted-syntax': ['error', ...YOUNGER_SYNTAX],
    'no-restricted-globals': ['error', ...YOUNGER_GLOBALS],
    'no-restricted-properties': ['error', ...YOUNGER_MEMBERS.map((property) => ({ property }))],
  },
});
