import { notADocx } from './not-a-docx.js';
import { childrenOf } from './elements.js';
import { readXml, type XmlElement, type XmlParser } from './xml.js';
import type { Zip } from './zip.js';

/** The parts of a .docx package whose words or properties a reader sees. */
export interface DocxParts {
  readonly document: XmlElement;
  readonly styles?: XmlElement;
  readonly numbering?: XmlElement;
  readonly footnotes?: XmlElement;
  readonly endnotes?: XmlElement;
}

interface Relationship {
  /** The last step of its type, which Transitional and Strict have in common. */
  readonly kind: string;
  readonly target: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** A target as a path from the package's root. */
function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

class Package {
  readonly #zip: Zip;
  readonly #parser: XmlParser;

  constructor(zip: Zip, parser: XmlParser) {
    this.#zip = zip;
    this.#parser = parser;
  }

  read(path: string): XmlElement | undefined {
    const bytes = this.#zip.read(path);
    return bytes && readXml(this.#parser, bytes, path);
  }

  relationshipsOf(path: string): Relationship[] {
    const folder = folderOf(path);
    const list = this.read(`${folder}_rels/${path.slice(folder.length)}.rels`);
    return childrenOf(list, 'rel:Relationship')
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => ({
        kind: (attributes['Type'] ?? '').replace(/^.*\//, ''),
        target: resolvePath(folder, attributes['Target'] ?? ''),
      }));
  }
}

/** Finds the main document by the package's relationships (ECMA-376 part 2, 9.3), and the parts that belong to it. */
export function readParts(zip: Zip, parser: XmlParser): DocxParts {
  const opened = new Package(zip, parser);
  const main = opened.relationshipsOf('').find(({ kind }) => kind === 'officeDocument')?.target;
  const path = main ?? 'word/document.xml';
  const document = opened.read(path);
  if (document?.name !== 'w:document')
    throw notADocx(
      'This zip holds no Word document; hand in a .docx file as Word, WPS or LibreOffice saves it.',
      document ? path : zip.names.slice(0, 5),
    );
  const related = new Map(opened.relationshipsOf(path).map(({ kind, target }) => [kind, target]));
  const part = (kind: string): XmlElement | undefined => opened.read(related.get(kind) ?? '');
  const [styles, numbering, footnotes, endnotes] = ['styles', 'numbering', 'footnotes', 'endnotes'].map(part);
  return {
    document,
    ...(styles && { styles }),
    ...(numbering && { numbering }),
    ...(footnotes && { footnotes }),
    ...(endnotes && { endnotes }),
  };
}
