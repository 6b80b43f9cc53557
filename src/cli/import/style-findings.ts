import type { ImportFinding } from './import-finding.js';
import type { PrivacyDialog, StyleName } from './privacy-dialog.js';

/** What WCAG and the norm for elder people ask of text. */
const LEAST = 4.5;

const LAW: ImportFinding['law'] = {
  zh: '《App 违法违规收集使用个人信息行为认定方法》一.4（字号过小、颜色过淡）；工信部《移动互联网应用（App）适老化通用设计规范》',
  en: 'App violations method (2019), 1.4 (too small, too pale); MIIT norm for apps for elder people',
};
const MEND: ImportFinding['mend'] = {
  zh: '对比度至少 4.5:1，两个按钮同样清楚。Mingshi 的两个回答共用一套颜色，不能一深一浅。',
  en: 'At least 4.5:1, both answers alike. With Mingshi both share one set of colours, and cannot differ.',
};

/** Colours that are hard to read on the dialog's ground; nothing is said where the ground is not given. */
export function styleFindings({ styles, prompt }: PrivacyDialog): readonly ImportFinding[] {
  const ground = luminance(styles.backgroundColor);
  if (ground === undefined || prompt === 'none') return [];
  return (['title', 'buttonAccept', 'buttonRefuse', 'buttonVisitor'] as const).flatMap((name) => {
    const own = luminance(styles[name]);
    const ratio = own === undefined ? LEAST : contrast(own, ground);
    return ratio < LEAST ? [paleFinding(name, ratio, styles[name] ?? '')] : [];
  });
}

const paleFinding = (name: StyleName, ratio: number, words: string): ImportFinding => ({
  rule: 'R-N3',
  code: 'notice/pale',
  severity: 'warning',
  path: ['styles', name, 'color'],
  words,
  sentence: {
    zh: `文字与背景的对比度只有 ${ratio.toFixed(1)}:1。`,
    en: `The contrast of the words with their ground is ${ratio.toFixed(1)}:1 only.`,
  },
  law: LAW,
  mend: MEND,
});

const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Relative luminance after WCAG, of `#RGB` or `#RRGGBB`. */
function luminance(colour: string | undefined): number | undefined {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec((colour ?? '').trim())?.[1];
  if (digits === undefined) return undefined;
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    linear(parseInt(whole.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
