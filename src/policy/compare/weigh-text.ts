import type { Span } from '../model.js';
import type { ChangeReason, ReasonCode, WordChange } from './changes.js';
import type { ComparedChange } from './compare-pieces.js';
import { codeOfWords } from './code-of-words.js';
import {
  tellsAnswering,
  tellsDenial,
  tellsHandling,
  tellsLimit,
  tellsNegation,
  tellsRefusal,
  titlesChangeLog,
} from './handling-words.js';
import type { JudgedWords } from './judged-words.js';
import type { Piece } from './pieces.js';
import type { Sentence } from './sentences.js';
import { overlaps, ownSentences, type Side } from './side.js';
import type { Slips } from './slips.js';

const TOPICS: readonly string[] = [
  ...['collection', 'purpose', 'permission', 'third-party'],
  ...['sensitive', 'background', 'cross-border', 'retention'],
];

/**
 * Weighs what no fact accounts for: no extraction finds everything, so a changed sentence about the handling of data that no fact
 * explains is a reason of its own.
 */
export class TextScale {
  readonly #before: Side;
  readonly #after: Side;
  readonly #judged: JudgedWords;
  readonly #slips: Slips;
  readonly #titles: ReadonlySet<string>;

  constructor([before, after]: readonly [Side, Side], judged: JudgedWords, slips: Slips) {
    this.#before = before;
    this.#after = after;
    this.#judged = judged;
    this.#slips = slips;
    const titles = [before, after].flatMap(({ pieces }) => pieces.filter(({ part }) => part === 'heading'));
    this.#titles = new Set(titles.map(({ key }) => key));
  }

  weigh({ before, after, shown }: ComparedChange): ChangeReason[] {
    if (this.#saysNothing(before, after)) return [];
    if (before && after)
      return shown.kind === 'reworded'
        ? shown.words.flatMap((change) => this.#exchanged(change, before, after))
        : this.#moved(before, after);
    return after ? this.#added(after) : this.#removed(before as Piece);
  }

  /** A contents line, the title, or a list of what changed: what it names stands in clauses that are weighed themselves. */
  #saysNothing(before: Piece | undefined, after: Piece | undefined): boolean {
    const piece = (after ?? before) as Piece;
    const side = after ? this.#after : this.#before;
    if (piece.part === 'text' && (this.#titles.has(piece.key) || isHead(piece))) return true;
    return titlesChangeLog(wordsOf(side, side.pieces[piece.heading]));
  }

  /** An item under another head may say the opposite there. */
  #moved(before: Piece, after: Piece): ChangeReason[] {
    const [from, to] = [this.#before.pieces[before.context], this.#after.pieces[after.context]];
    if (from?.key === to?.key || !isItem(this.#after, after)) return [];
    if (!tellsLimit(wordsOf(this.#before, from)) && !tellsLimit(wordsOf(this.#after, to))) return [];
    if (!this.#isAbout(wordsOf(this.#after, after), this.#after, after)) return [];
    return [{ code: 'unclear', before: before.span, after: after.span }];
  }

  #added(piece: Piece): ChangeReason[] {
    if (piece.part === 'heading' || this.#isJudgedRow(piece)) return [];
    return this.#newSentences(ownSentences(this.#after, this.#before, piece));
  }

  /** The cells of a row are weighed with the fact that it states. */
  #isJudgedRow({ span }: Piece): boolean {
    return (
      this.#after.text.slice(span.start, span.end).includes('\t') && this.#judged.after.facts.touches(span)
    );
  }

  #newSentences(sentences: readonly Sentence[]): ChangeReason[] {
    return sentences.flatMap(({ start, end, piece }) => {
      const words = this.#after.text.slice(start, end);
      if (this.#judged.after.facts.touches({ start, end }) || tellsRefusal(words) || tellsDenial(words))
        return [];
      if (!this.#isAbout(words, this.#after, piece)) return [];
      return [{ code: codeOfWords(words), after: { start, end } }];
    });
  }

  /** With a function, a permission or a recipient goes what was promised about it. */
  #removed(piece: Piece): ChangeReason[] {
    if (piece.part === 'heading' || this.#judged.before.dropped.touches(piece.span)) return [];
    return this.#goneSentences(ownSentences(this.#before, this.#after, piece));
  }

  #goneSentences(sentences: readonly Sentence[]): ChangeReason[] {
    return sentences.flatMap(({ start, end, piece }) => {
      const words = this.#before.text.slice(start, end);
      if (this.#judged.before.facts.touches({ start, end }) || tellsRefusal(words) || !tellsLimit(words))
        return [];
      if (!this.#isAbout(words, this.#before, piece)) return [];
      return [{ code: 'limit-removed', before: { start, end } }];
    });
  }

  #exchanged(change: WordChange, before: Piece, after: Piece): ChangeReason[] {
    if (this.#slips.isSlip(change)) return [];
    const gone = wordsAt(this.#before, change.before);
    const come = wordsAt(this.#after, change.after);
    if (after.part === 'heading')
      return tellsLimit(gone) === tellsLimit(come) ? [] : [reasonOf('unclear', change)];
    if (gone === '' && isWhole(this.#after, after, change.after))
      return this.#newSentences(within(ownSentences(this.#after, this.#before, after), change.after));
    if (come === '' && isWhole(this.#before, before, change.before))
      return this.#goneSentences(within(ownSentences(this.#before, this.#after, before), change.before));
    return this.#isJudged(change) ? [] : this.#weighWords(change, before, after);
  }

  #isJudged({ before, after }: WordChange): boolean {
    if (after.start === after.end) return this.#judged.before.words.holds(before);
    if (!this.#judged.after.words.holds(after)) return false;
    return before.start === before.end || this.#judged.before.words.touches(before);
  }

  #weighWords(change: WordChange, before: Piece, after: Piece): ChangeReason[] {
    const gone = wordsAt(this.#before, change.before);
    const come = wordsAt(this.#after, change.after);
    const old = sentenceAt(this.#before, before, change.before);
    const young = sentenceAt(this.#after, after, change.after);
    if (tellsRefusal(young) && tellsRefusal(old)) return [];
    if (!this.#isAbout(old, this.#before, before) && !this.#isAbout(young, this.#after, after)) return [];
    if (come === '' && isListItem(gone) && !tellsLimit(gone) && !tellsNegation(headOf(old, gone))) return [];
    if (isNumber(gone) && isNumber(come) && tellsAnswering(old) && tellsAnswering(young)) return [];
    if (tellsLimit(gone) && !tellsLimit(come)) return [reasonOf('limit-removed', change)];
    return [reasonOf(codeOfWords(come, old, young), change)];
  }

  #isAbout(words: string, side: Side, piece: Piece): boolean {
    if (tellsHandling(words)) return true;
    if (!isItem(side, piece)) return false;
    const head = wordsOf(side, side.pieces[piece.context]);
    return piece.topics.some((topic) => TOPICS.includes(topic)) || tellsHandling(head);
  }
}

/** A short line before the first heading: the title, or a line of the contents. */
const isHead = ({ heading, tokens }: Piece): boolean => heading === -1 && tokens.length < 40;

const wordsAt = ({ text }: Side, { start, end }: Span): string => text.slice(start, end);

const wordsOf = (side: Side, piece: Piece | undefined): string => (piece ? wordsAt(side, piece.span) : '');

const within = (sentences: readonly Sentence[], span: Span): Sentence[] =>
  sentences.filter(({ start, end }) => start < span.end && end > span.start);

/** A row, an item or a labelled line: it says what it says through what stands above it. */
const isItem = ({ text }: Side, { span, tokens }: Piece): boolean =>
  tokens.length < 12 ||
  !/[。.!！]["”'’）)]?\s{0,4}$/.test(text.slice(Math.max(span.start, span.end - 6), span.end));

/** True where a span is made of whole sentences. */
function isWhole(side: Side, { index }: Piece, span: Span): boolean {
  const inside = within(side.sentences[index] ?? [], span);
  const [first, last] = [inside[0], inside[inside.length - 1]];
  return first?.start === span.start && last?.end === span.end;
}

/** Characters on either side of changed words that are read as their sentence. */
const AROUND = 400;

/** The sentences that changed words stand in. */
function sentenceAt(side: Side, { index }: Piece, span: Span): string {
  const inside = (side.sentences[index] ?? []).filter((one) => overlaps(one, span));
  const start = Math.max(inside[0]?.start ?? span.start, span.start - AROUND);
  const end = Math.min(inside[inside.length - 1]?.end ?? span.end, span.end + AROUND);
  return side.text.slice(start, end);
}

/** True where the words left out are items of a list, with the sign that set them off. */
const isListItem = (gone: string): boolean => /^(?:[、，,和及与]|\s*(?:and|or)\b)|[、，,]\s*$/i.test(gone);

/** What stands before an item: fewer things in a list of what is not done is more that is. */
const headOf = (sentence: string, item: string): string =>
  sentence.slice(0, Math.max(0, sentence.indexOf(item)));

const isNumber = (words: string): boolean => /^[\d一二两三四五六七八九十]+$/.test(words);

const reasonOf = (code: ReasonCode, { before, after }: WordChange): ChangeReason => ({
  code,
  ...(before.end > before.start && { before }),
  ...(after.end > after.start && { after }),
});
