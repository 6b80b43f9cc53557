/** One `property: value` of a style; property and value in lower case but for strings, without `!important`. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

const IMPORTANT = /\s*!\s*important\s*$/i;

/** Where a stretch of CSS that may hold a semicolon ends: a string, brackets' content or a comment. */
function skip(style: string, at: number): number {
  const character = style.charAt(at);
  if (character === '\\') return at + 2;
  if (character === '/' && style.charAt(at + 1) === '*') {
    const end = style.indexOf('*/', at + 2);
    return end < 0 ? style.length : end + 2;
  }
  if (character !== '"' && character !== "'") return at + 1;
  const end = style.indexOf(character, at + 1);
  return end < 0 ? style.length : end + 1;
}

/** The parts of a style between its semicolons, where comments are blanks. */
function partsOf(style: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (let at = 0; at < style.length;) {
    const next = skip(style, at);
    const character = style.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (character === ';' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character === '/' && next > at + 1 ? ' ' : style.slice(at, next);
    at = next;
  }
  return [...parts, part];
}

/** What a declaration says, whichever way it was parsed. */
export function declarationOf(name: string, raw: string, important = false): Declaration {
  const property = name.startsWith('--') ? name : name.toLowerCase();
  const isFlagged = IMPORTANT.test(raw.slice(-40));
  const value = (isFlagged ? raw.replace(IMPORTANT, '') : raw).trim();
  return { property, value, important: important || isFlagged };
}

/** The declarations of a `style` attribute. */
export function parseDeclarations(style: string): Declaration[] {
  return partsOf(style).flatMap((part) => {
    const colon = part.indexOf(':');
    if (colon < 1) return [];
    const name = part.slice(0, colon).trim();
    return /^-{0,2}[a-z_][\w-]*$/i.test(name) ? [declarationOf(name, part.slice(colon + 1))] : [];
  });
}

const PLAIN = (
  'display visibility opacity font-size font-weight font-family text-decoration-line overflow overflow-x overflow-y height ' +
  'max-height width max-width clip clip-path position left right top bottom margin-left margin-top text-indent transform ' +
  'color -webkit-text-fill-color background-color background-image background-clip -webkit-background-clip list-style-type ' +
  'list-style-image white-space counter-reset counter-increment counter-set content content-visibility filter mso-hide ' +
  'mso-list mso-outline-level transition'
).split(' ');
const KNOWN: ReadonlySet<string> = new Set(PLAIN);
const WEIGHT = /(?:^|\s)(normal|bold|bolder|lighter|[1-9]00)(?=\s)/i;
const SIZE =
  /(?:^|\s)((?:\d*\.)?\d+(?:px|pt|em|rem|%|cm|mm|in|pc|ex|ch)|(?:xx?-)?(?:small|large)|medium|smaller|larger)(?=[\s/]|$)/i;
const GLOBAL = /^(?:inherit|initial|unset|revert)$/i;
const BULLETS =
  /(?:^|\s)(disc|circle|square|none|inherit|"[^"]*"|'[^']*'|[a-z]+(?:-[a-z]+)+|decimal)(?=\s|$)/gi;
const PLACES = /^(?:inside|outside)$/i;

const SHORT: Readonly<Record<string, (value: string) => [string, string][]>> = {
  font: (value) => {
    if (GLOBAL.test(value)) return ['font-weight', 'font-size'].map((name) => [name, value]);
    const size = SIZE.exec(value)?.[1];
    return [
      ['font-weight', WEIGHT.exec(value)?.[1] ?? 'normal'],
      ...(size ? [['font-size', size] as [string, string]] : []),
    ];
  },
  background: (value) => [
    [
      'background-color',
      value.replace(/(?:url|(?:repeating-)?[a-z]+-gradient|image-set)\(.*$/i, ' ').trim() || 'transparent',
    ],
    ['background-image', /url\(|gradient\(|image-set\(/i.test(value) ? 'url()' : 'none'],
  ],
  'text-decoration': (value) => [['text-decoration-line', value]],
  'list-style': (value) => {
    const [type] = [...value.replace(/url\([^)]*\)/gi, ' ').matchAll(BULLETS)]
      .map((match) => match[1] ?? '')
      .filter((one) => !PLACES.test(one));
    return [
      ['list-style-type', type ?? 'disc'],
      ['list-style-image', /url\(/i.test(value) ? 'url()' : 'none'],
    ];
  },
  inset: (value) => {
    const [top = '', right = top, bottom = top, left = right] = value.split(/\s+/);
    return Object.entries({ top, right, bottom, left });
  },
  margin: (value) => {
    const [top = '', right = top, , left = right] = value.split(/\s+/);
    return Object.entries({ 'margin-top': top, 'margin-left': left });
  },
};

const SHORT_HANDS = new Map(Object.entries(SHORT));

/** The single properties a declaration sets, of those that decide whether and how words are seen; else none. */
export function expandDeclaration({ property, value }: Declaration): readonly (readonly [string, string])[] {
  if (property.startsWith('--') || KNOWN.has(property)) return [[property, value]];
  return SHORT_HANDS.get(property)?.(value) ?? [];
}
