import { detectLanguage } from '../../compiler/language.js';
import { isRecord } from '../../own.js';
import { Failure } from '../failure.js';
import { tongueOf, type Tongue } from '../people/tongue.js';
import { auditedMessage } from './audited-message.js';
import { carriedFields } from './carried-fields.js';
import { readCommentedJson, type CommentedJson } from './commented-json.js';
import { configurationOf } from './configuration-of.js';
import { COMMENTED, dialogFindings, NO_LINK } from './dialog-rules.js';
import type { Imported, PlacedFinding } from './imported.js';
import type { ImportFinding } from './import-finding.js';
import { linkedDocuments } from './linked-documents.js';
import { isPlaceholder, readPrivacyDialog, type PrivacyDialog } from './privacy-dialog.js';
import { readRichText, type RichText } from './rich-text.js';
import { styleFindings } from './style-findings.js';

const SEVERITIES = ['error', 'warning', 'info'];

/** Reads an `androidPrivacy.json`, and what comes of it. Rejects `Failure` for what is none. */
export async function importDialog(file: string, text: string, tongue?: Tongue): Promise<Imported> {
  const json = await readCommentedJson(file, text.replace(/^\ufeff/, ''));
  const dialog = readPrivacyDialog(json.value);
  if (!isRecord(json.value) || (dialog.message === undefined && dialog.prompt === undefined))
    throw new Failure(`${file} is no androidPrivacy.json: it has neither message nor prompt.`);
  const message = await readRichText(dialog.message ?? '');
  const second = await readRichText(dialog.second.message ?? '');
  const configuration = configurationOf(dialog);
  const findings = await findingsOf(dialog, message, second, json);
  return {
    file,
    tongue: tongue ?? tongueOf(detectLanguage(message.text + (dialog.title ?? ''))),
    configuration,
    version: dialog.version,
    title: dialog.title,
    message: message.text,
    secondMessage: second.text,
    documents: linkedDocuments([...message.links, ...second.links]),
    findings,
    carried: carriedFields(dialog),
    unknown: dialog.unknown.map(({ path, value }) => ({
      ...json.placeOf(path),
      pointer: pointerOf(path),
      value,
    })),
  };
}

async function findingsOf(
  dialog: PrivacyDialog,
  message: RichText,
  second: RichText,
  json: CommentedJson,
): Promise<readonly PlacedFinding[]> {
  const judged = dialog.prompt === 'none' ? [] : await auditedMessage(dialog, configurationOf(dialog));
  const found = [
    ...dialogFindings(dialog),
    ...linkFindings(dialog, message, second),
    ...judged,
    ...styleFindings(dialog),
  ];
  const placed = found.map((one) => placedFinding(one, json.placeOf(one.path)));
  const comment = json.comment && placedFinding({ ...COMMENTED, path: [], words: '' }, json.comment);
  return [...placed, ...(comment ? [comment] : [])].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || one.line - other.line,
  );
}

function placedFinding(
  { path, ...finding }: ImportFinding,
  place: { readonly line: number; readonly column: number },
): PlacedFinding {
  return { ...finding, pointer: pointerOf(path), ...place };
}

/** Words in a locale file may have links; those here are judged. The second dialog needs none of its own. */
function linkFindings(
  { prompt, message }: PrivacyDialog,
  first: RichText,
  second: RichText,
): readonly ImportFinding[] {
  if (prompt === 'none') return [];
  const none = first.links.length === 0 && !isPlaceholder(message);
  return [
    ...(none || deadLinks(first) !== '' ? [{ ...NO_LINK, path: ['message'], words: deadLinks(first) }] : []),
    ...(deadLinks(second) === ''
      ? []
      : [{ ...NO_LINK, path: ['second', 'message'], words: deadLinks(second) }]),
  ];
}

const deadLinks = ({ links }: RichText): string =>
  links.flatMap(({ words, href }) => (href === '' ? words || 'a' : [])).join(' ');

const pointerOf = (path: readonly string[]): string =>
  path.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
