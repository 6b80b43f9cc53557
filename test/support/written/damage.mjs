// What extraction does to a text: each kind takes the lines of a policy and gives the text that is left of it.
import { RADICALS } from '../../../build/src/compiler/radicals.js';

const widthOf = (character) => (character.charCodeAt(0) < 0x1100 ? 1 : 2);
const NEVER_FIRST = /[，。、；：！？）】」』》”’,;!?)\]}%]/;

/** Cuts a line at a page's width, Latin words and addresses kept whole where they fit, no stop at a line's beginning. */
export function wrapped(line, width) {
  if (line.includes('\t')) return line;
  const lines = [];
  let now = '';
  let columns = 0;
  for (const token of line.match(/[!-~]+|\s|[^!-~\s]/g) ?? []) {
    const size = [...token].reduce((sum, character) => sum + widthOf(character), 0);
    if (columns + size > width && now.trim() && !NEVER_FIRST.test(token.charAt(0))) {
      lines.push(now.trimEnd());
      now = token.trim() ? token : '';
      columns = token.trim() ? size : 0;
    } else {
      now += token;
      columns += size;
    }
  }
  return [...lines, now].join('\n');
}

/** Full-width letters and digits, outside addresses and mail. */
const wide = (text) =>
  text.replace(/\S*(?:https?:|@)\S*|[A-Za-z0-9]+/g, (word) =>
    /https?:|@/.test(word)
      ? word
      : word.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  );

const NARROW = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')', '“': '"', '”': '"' };
const narrow = (text) => text.replace(/[，：；（）“”]/g, (sign) => NARROW[sign]);

const RADICAL_OF = new Map([...RADICALS].map(([radical, plain]) => [plain, radical]));
const KANGXI = new Map(
  [...'⽤⾔⽇⽅⼈⼦⾯⽂⽬⽣⽹⾏⽀⾳⾊'].map((radical) => [radical.normalize('NFKC'), radical]),
);
const radicals = (text) =>
  text.replace(/[一-鿿]/g, (character) => RADICAL_OF.get(character) ?? KANGXI.get(character) ?? character);

/** A space inside a word every now and then; `seed` says where. */
const spaced = (text, seed) => {
  let count = seed;
  return text.replace(/[一-鿿](?=[一-鿿])/g, (character) => {
    count = (count * 1103515245 + 12345) % 2147483648;
    return count % 13 === 0 ? `${character} ` : character;
  });
};

const paged = (lines, every, between) => {
  const out = [];
  lines.forEach((line, index) => {
    out.push(line);
    if ((index + 1) % every === 0 && index + 1 < lines.length)
      out.push(between(Math.floor(index / every) + 1));
  });
  return out;
};

const physical = (lines, width) => lines.flatMap((line) => wrapped(line, width).split('\n'));

/** Every kind of damage, by its name: `lines` are the policy's paragraphs; `number` is random. */
export const DAMAGE = {
  'a blank line after each paragraph': (lines) => lines.join('\n\n'),
  'no blank line': (lines) => lines.join('\n'),
  'lines cut at a width, a blank line after each paragraph': (lines, number) =>
    lines.map((line) => wrapped(line, 60 + (number % 30))).join('\n\n'),
  'lines cut at a width, no blank line': (lines, number) => physical(lines, 60 + (number % 30)).join('\n'),
  'a blank line after each cut line': (lines, number) => physical(lines, 64 + (number % 20)).join('\n\n'),
  'page numbers and form feeds': (lines, number) =>
    paged(physical(lines, 72), 18 + (number % 9), (page) => `\n第 ${page} 页\n\f`).join('\n'),
  'a page cut in mid-paragraph': (lines, number) =>
    paged(physical(lines, 72), 18 + (number % 9), () => '\n').join('\n'),
  'letters and digits in full width': (lines) => wide(lines.join('\n\n')),
  'stops in half width': (lines) => narrow(lines.join('\n\n')),
  radicals: (lines) => radicals(lines.join('\n\n')),
  'spaces inside words': (lines, number) => spaced(lines.join('\n\n'), number),
  'lines cut, radicals and spaces': (lines, number) =>
    radicals(spaced(physical(lines, 76).join('\n'), number)),
  'carriage returns': (lines) => lines.join('\r\n\r\n'),
  'indented paragraphs': (lines) =>
    lines.map((line) => (line.includes('\t') ? line : `　　${line}`)).join('\n'),
};
