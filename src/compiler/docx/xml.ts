import { loadReader } from '../load-reader.js';
import { NAMESPACES } from './namespaces.js';
import { notADocx } from './not-a-docx.js';

export type XmlParser = typeof import('htmlparser2');

/** An element; its name and its attributes' carry the usual prefix of their namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
  readonly scope: Scope;
}

/** Which namespace each prefix stands for, by its usual prefix; `usual` where the file uses those. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly usual: boolean;
}

/** No document is nested deeper. */
const DEEPEST = 400;
/** Word declares some forty. */
const MOST_PREFIXES = 500;

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  const declared = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const prefixes = new Map(outer.prefixes);
  if (prefixes.size + declared.length > MOST_PREFIXES)
    throw notADocx(
      'This file declares more namespaces than any document; save it again in Word.',
      `${declared.length} namespaces`,
    );
  for (const name of declared) prefixes.set(name.slice(6), NAMESPACES.get(attributes[name] ?? '') ?? '');
  return { prefixes, usual: [...prefixes].every(([prefix, usual]) => usual === '' || prefix === usual) };
}

function usualName(name: string, { prefixes }: Scope, bare: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? bare : prefixes.get(name.slice(0, colon));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

function usualAttributes(
  attributes: Readonly<Record<string, string>>,
  scope: Scope,
): Readonly<Record<string, string>> {
  if (scope.usual) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.includes(':') ? usualName(name, scope, '') : name,
      value,
    ]),
  );
}

/** Builds the tree; elements are closed by the parser, so that a file which ends too early is noticed by `ended`. */
class TreeBuilder {
  readonly #part: string;
  readonly #open: OpenElement[] = [];
  root: XmlElement | undefined;
  ended = false;

  constructor(part: string) {
    this.#part = part;
  }

  onopentag(name: string, raw: Readonly<Record<string, string>>): void {
    const outer = this.#open[this.#open.length - 1];
    if (this.#open.length >= DEEPEST)
      throw notADocx(
        `${this.#part} is nested deeper than any document; save it again in Word.`,
        `${DEEPEST} levels`,
      );
    const scope = scopeOf(raw, outer?.scope ?? { prefixes: new Map([['xml', 'xml']]), usual: true });
    const element: OpenElement = {
      name: usualName(name, scope, scope.prefixes.get('') ?? ''),
      attributes: usualAttributes(raw, scope),
      children: [],
      scope,
    };
    if (outer) outer.children.push(element);
    else this.root ??= element;
    this.#open.push(element);
  }

  ontext(words: string): void {
    this.#open[this.#open.length - 1]?.children.push(words);
  }

  onclosetag(): void {
    if (this.ended) throw notADocx(`${this.#part} ends too early; ask for the file again.`, this.#part);
    this.#open.pop();
  }
}

const WIDE = /^\ufeff?/;

/** The words of a part: UTF-8, or UTF-16 by its mark. */
function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  const isWide = wide === 'utf-16le' || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? wide : 'utf-8').decode(bytes).replace(WIDE, '');
}

/** Reads a part as XML; entities that a document type declares stay as written. Rejects `compiler/not-a-docx`. */
export function readXml({ Parser }: XmlParser, bytes: Uint8Array, part: string): XmlElement {
  const builder = new TreeBuilder(part);
  const parser = new Parser(builder, { xmlMode: true });
  parser.write(decode(bytes));
  builder.ended = true;
  parser.end();
  if (!builder.root) throw notADocx(`${part} is no XML; save the document again in Word.`, part);
  return builder.root;
}

export const loadXmlParser = (): Promise<XmlParser> => loadReader('htmlparser2', () => import('htmlparser2'));
