import type { Span } from '../policy/model.js';
import { structureWords } from './languages/structure.js';
import { closesSentence, labelOf } from './line-measure.js';
import type { Piece } from './pieces.js';
import { titleLook, type TitleLook } from './titles.js';

/** The pieces of a document as they are judged: in which language, and which of them are bold throughout. */
export interface View {
  readonly language: string;
  readonly pieces: readonly Piece[];
  readonly bold: (span: Span) => boolean;
}

const LONGEST_PLAIN = { 'zh-Hans': 28, en: 70 } as const;
/** What no title has: a year, a number alone, a post code, a telephone. */
export const HAS_DATE = /(?:19|20)\d{2}|^\d+$|邮编|电话/;
/** An address of the net, after which nothing goes on. */
const ENDS_IN_ADDRESS = /(?:https?:\/\/|www\.|@)\S+$/i;
/** A line of dates, as they stand in the head of a document. */
const DATED =
  /(?:19|20)\d{2}\s?[年.\/-]\s?\d{1,2}\s?[月.\/-]\s?\d{1,2}|[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d{2}/;
const LONGEST_DATES = 60;
const COMPLETE = /[。！？；.!?;”"）)]$/;

const looks = new WeakMap<Piece, TitleLook>();

/** A piece is looked at from several sides: its look is worked out once. */
export const lookOf = (piece: Piece | undefined, language: string): TitleLook => {
  if (!piece || piece.paragraph.row || piece.contents) return 'no';
  const known = looks.get(piece) ?? lookOfWords(piece, language);
  looks.set(piece, known);
  return known;
};

const lookOfWords = (piece: Piece, language: string): TitleLook => {
  if (piece.cut) return piece.cut.titleEnd === undefined ? 'no' : 'title';
  if (CELLS.test(piece.words)) return 'no';
  const look = titleLook(piece.words, language);
  return look === 'no' && isNamedTitle(piece) ? 'weak' : look;
};

/** Three cells of a row that stands outside its table. */
const CELLS = /\t[^\t]+\t/;

/** `（一）功能一：登录`: behind an outer number, a title may name its place and then its matter; a value does not look so. */
const isNamedTitle = ({ marker, words }: Piece): boolean =>
  marker?.style === 'ideograph-bracket' && NAMED.test(words.trim()) && !/\d{3}|@|https?:/.test(words);

const NAMED = /^[^：:，。；,;]{2,12}[：:][^：:，。；,;!?！？]{2,16}$/;

/** A title needs no number where it stands alone, short and without a stop, between a finished paragraph and a longer one. */
export function looksPlainTitle(view: View, index: number, titled: ReadonlyMap<number, number>): boolean {
  const piece = view.pieces[index];
  const before = view.pieces[index - 1];
  const after = view.pieces[index + 1];
  if (!piece || !after || piece.marker || piece.cut || lookOf(piece, view.language) !== 'title') return false;
  const limit = view.language === 'en' ? LONGEST_PLAIN.en : LONGEST_PLAIN['zh-Hans'];
  const { words } = piece;
  if (words.length > limit || /^[（(“"'「]|^【(?![^】]+】$)/.test(words) || HAS_DATE.test(words))
    return false;
  const isBold = view.bold(piece.span);
  if (/[，,]/.test(words) && !isBold) return false;
  if (view.language !== 'en' && !/[\u4e00-\u9fff]/.test(words)) return false;
  if (/[?？!！]$/.test(words) && view.language !== 'en' && !isBold) return false;
  return (titled.has(index - 1) || followsWell(view, before)) && leadsOn(view, piece, after);
}

/** Something finished stands above: a sentence, a table, the document's title, or a numbered heading. */
function followsWell(view: View, before: Piece | undefined): boolean {
  if (!before || before.contents === true || before.paragraph.row || before === view.pieces[0]) return true;
  return (
    COMPLETE.test(before.words) ||
    isField(before.words) ||
    ENDS_IN_ADDRESS.test(before.words) ||
    (before.words.length < LONGEST_DATES && DATED.test(before.words)) ||
    (before.marker !== undefined && lookOf(before, view.language) === 'title')
  );
}

function leadsOn(view: View, piece: Piece, after: Piece): boolean {
  if (after.marker && after.marker.style !== 'bullet') return after.marker.ordinal <= 1;
  if (after.contents) return false;
  if (isField(after.words) && !isStatement(view, piece, after))
    return structureWords(view.language).contactTitle.test(piece.words);
  const longer = after.words.length > piece.words.length * 1.5 || closesSentence(after.words);
  return after.paragraph.row !== undefined || longer;
}

/** `Delete: open Settings.`, below a bold line or after a bullet, is a sentence in a list, not the field of a record. */
function isStatement(view: View, piece: Piece, after: Piece): boolean {
  const { columnTitles } = structureWords(view.language);
  const label = labelOf(after.words) ?? '';
  return (
    (after.marker !== undefined || view.bold(piece.span)) &&
    SENTENCE_END.test(after.words) &&
    !columnTitles.test(label)
  );
}

const SENTENCE_END = /[。.!！]$/;

/** A label with its value: the line above it names a record, it is no title of a section. */
function isField(words: string): boolean {
  const label = labelOf(words);
  return label !== undefined && words.length < 60 && words.length > label.length + 1;
}
