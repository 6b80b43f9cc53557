import { hashText, hex } from '../hash.js';
import { defaultPlatform, type Platform } from '../platform.js';
import { POLICY_SCHEMA, type Policy, type PolicyKind, type Words } from '../policy/model.js';
import { diagnose } from './diagnose.js';
import type { PolicyDocument } from './document.js';
import { findFacts, type Facts } from './facts/index.js';
import { detectLanguage } from './language.js';
import { lineStarts } from './lines.js';
import { markClauses } from './mark-clauses.js';
import { layOut } from './paragraphs.js';
import { readDocument } from './read-document.js';
import type { SourceMediaType } from './media-types.js';
import { readSource } from './read-source.js';
import { RemarkList } from './remarks.js';
import { COMPILER_VERSION } from './version.js';

/**
 * What is compiled: a name for messages, and the words as a string or as bytes (UTF-8, UTF-16 with a mark, or GB18030). A .docx or
 * PDF file is always given as bytes.
 */
export interface PolicyText {
  readonly name: string;
  /** Default `text/plain`. */
  readonly mediaType?: SourceMediaType;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** What the host declares because no text can say it. Nothing of it is guessed. */
export interface CompileOptions {
  /** Names the document across its versions. Default: the source's name without its ending. */
  readonly id?: string;
  /** Default: read from the title. */
  readonly kind?: PolicyKind;
  /** `zh-Hans` or `en`. Default: by the letters of the text. */
  readonly language?: string;
  /** Default: the version the text states, else the latest of its dates, if it states one. */
  readonly version?: string;
  /** Makes the hashes. Default: the platform's SHA-256. */
  readonly platform?: Pick<Platform, 'sha256'>;
  /** Told of each step before it begins. The steps after `read` run without a pause between them. */
  readonly onProgress?: (step: CompileStep) => void;
}

/** What compiling does, in this order. */
export const COMPILE_STEPS = ['read', 'lay-out', 'outline', 'facts', 'hash'] as const;
export type CompileStep = (typeof COMPILE_STEPS)[number];

/**
 * Compiles a policy's raw text. Any text gives a policy: what is wrong with it is told in `diagnostics`, and a text that is
 * no policy has one of severity `error`. Steps: decode, read the source, lay out, read the document, find the facts.
 * Rejects `compiler/not-text`, `compiler/not-bytes`, `compiler/unknown-media-type`, `compiler/reader-missing` where the optional
 * parser for this kind of source is not installed, `compiler/not-a-docx` and `compiler/not-a-pdf`.
 */
export async function compilePolicy(source: PolicyText, options: CompileOptions = {}): Promise<Policy> {
  const remarks = new RemarkList();
  const mediaType = source.mediaType ?? 'text/plain';
  options.onProgress?.('read');
  const { bytes, text: decoded, reading } = await readSource(source, mediaType, remarks);
  const language = options.language ?? detectLanguage(reading.traced.text);
  options.onProgress?.('lay-out');
  const laidOut = layOut(reading, language, remarks);
  options.onProgress?.('outline');
  const { document, findings } = readDocument(laidOut, language);
  options.onProgress?.('facts');
  const facts = findFacts(document);
  options.onProgress?.('hash');
  const sha256 = options.platform?.sha256 ?? defaultPlatform().sha256;
  const places = { lines: lineStarts(decoded), ...(reading.pages && { pages: reading.pages }) };
  return {
    schema: POLICY_SCHEMA,
    id: options.id ?? nameWithoutEnding(source.name),
    ...headOf(facts, options, document),
    text: document.text,
    hash: await hashText(document.text, sha256),
    source: {
      name: source.name,
      mediaType,
      sha256: `sha256:${hex(await sha256(bytes))}`,
      runs: laidOut.traced.runs,
      ...places,
    },
    compiler: { name: 'mingshi', version: COMPILER_VERSION },
    sections: document.sections,
    clauses: markClauses(document, facts),
    ...listsOf(facts),
    diagnostics: diagnose(document, [...findings, ...facts.findings], laidOut, places, remarks.list()),
  };
}

const nameWithoutEnding = (name: string): string =>
  name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '') || 'policy';

type Head = Pick<Policy, 'kind' | 'language' | 'dates' | 'title' | 'publisher' | 'app' | 'version'>;

/** The line the outline took for the document's own title, where no fact step knew one by its words. */
function titleOf({ text, blocks }: PolicyDocument): Words | undefined {
  const block = blocks.find(({ kind, level }) => kind === 'heading' && level === 0);
  return block && { text: text.slice(block.span.start, block.span.end), span: block.span };
}

/** Documents without a version number are told apart by their date. */
function versionByDate({ dates }: Facts): string | undefined {
  const stated = [dates.updated, dates.published, dates.effective].flatMap((date) => date?.iso ?? []);
  return stated.sort().pop();
}

function headOf(facts: Facts, options: CompileOptions, document: PolicyDocument): Head {
  const title = facts.title ?? titleOf(document);
  const version = options.version ?? facts.statedVersion?.text ?? versionByDate(facts);
  return {
    kind: options.kind ?? facts.kind,
    language: document.language,
    ...(title && { title }),
    ...(facts.publisher && { publisher: facts.publisher }),
    ...(facts.app && { app: facts.app }),
    ...(version !== undefined && { version }),
    dates: facts.dates,
  };
}

type Lists = Omit<
  Policy,
  | keyof Head
  | 'schema'
  | 'id'
  | 'text'
  | 'hash'
  | 'source'
  | 'compiler'
  | 'sections'
  | 'clauses'
  | 'diagnostics'
>;

function listsOf(facts: Facts): Lists {
  const { permissions, thirdParties, dataUses, sensitive, jumps, separateConsents, alternatives } = facts;
  const { retention, crossBorder, minors, rights, withdrawals, contacts, exemptions } = facts;
  return {
    permissions,
    thirdParties,
    dataUses,
    sensitive,
    jumps,
    separateConsents,
    alternatives,
    retention,
    crossBorder,
    minors,
    rights,
    withdrawals,
    contacts,
    exemptions,
  };
}
