import { structureWords } from './languages/structure.js';
import { closesSentence, labelOf, type LineMeasure } from './line-measure.js';
import { columns, type Line } from './lines.js';
import { readMarker } from './numbering.js';

/** What stands between two lines: nothing, so that one paragraph goes on; or a paragraph's end. */
export type Break = 'join' | 'end';

/** A paragraph as far as it was read, and the line that follows it. */
export interface Meeting {
  readonly line: Line;
  readonly next: Line;
  /** The line after that one. */
  readonly after?: Line;
  /** The paragraph's words up to the end of `line`. */
  readonly paragraph: string;
  /** Empty lines between, those of left-out lines counted in. */
  readonly gap: number;
  readonly measure: LineMeasure;
  readonly language: string;
  /** Whether an address stands among the links that the extraction listed. */
  readonly isListed: (address: string) => boolean;
}

type Judge = (meeting: Meeting) => Break | undefined;

const NEVER_BEGINS = /^[，。、；：！？）】」』》”’,;!?)\]}/／]/;
const NEVER_ENDS = /(?:[，、（【「『《“‘,(\[{/／&>→]|[的和与及或在将对于并而且把被])$/;
const ENGLISH_GOES_ON =
  /(?:,|\b(?:a|an|the|of|to|and|or|for|with|in|on|by|from|our|your|their|that|which|is|are))$/i;
/** No word that a line never ends with is longer, nor the sign before it. */
const LONGEST_END = 8;
const MARKER_ALONE =
  /^(?:(?:[-•·*]\s*)?(?:[(（]?\s*[0-9０-９]{1,3}\s*[)）.．、]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|[a-zA-Z][.)）])|第\s*[\d一二三四五六七八九十百]{1,4}\s*[条章节]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:article|section|chapter|part)\s+(?:\d{1,3}|[ivxl]{1,6})[.:]?)$/i;
const SENTENCE_STOP = /[。！？.!?]["”’』」)）]*$/;
/** An address or a number as a label's value. */
const VALUE = /^\s*(?:(?:https?:|www\.)|[+(]?\d[\d\s()-]{4,}$)/;
/** A stop inside a paragraph; the one after the number that it begins with is none. */
const WITHIN = /[，。；,;]|(?<!^[\s(（]{0,4}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,4}))\.\s/;
const ADDRESS_PART = /(?:https?:\/\/|www\.)[^\s\u3000-\uffef]*$/i;
const ADDRESS_WORDS = /^[!-~]+$/;
const LONGEST_ADDRESS = 2000;

const isText = (line: Line): boolean =>
  line.hint?.kind !== 'heading' && line.hint?.kind !== 'row' && !line.words.includes('\t');

/** A number alone on its line belongs to the line below it. */
const numberAlone: Judge = ({ line, next }) =>
  MARKER_ALONE.test(line.words) && !readMarker(next.words, whole(next)) ? 'join' : undefined;

const whole = ({ words }: Line): { start: number; end: number } => ({ start: 0, end: words.length });

/** A line that begins with a number, a bullet (markup's own too) or a label that the document repeats begins something new. */
const newBeginning: Judge = ({ line, next, measure, gap, paragraph, language }) => {
  if (next.hint?.kind === 'item' && next.hint !== line.hint) return 'end';
  const marker = readMarker(next.words, whole(next));
  const midSentence = !closesSentence(line.words) && gap === measure.inside && isFull(line, next, measure);
  const isCutNumber = marker?.style === 'digit-bare' || (marker?.style === 'article' && midSentence);
  if (marker && !isCutNumber) return 'end';
  const label = labelOf(next.words);
  if (label && (measure.labels.has(label) || VALUE.test(next.words.slice(label.length + 1)))) return 'end';
  const isRecord = label !== undefined && labelOf(paragraph) !== undefined;
  if (isRecord && (language === 'en' || !isFull(line, next, measure, 2))) return 'end';
  return next.indent >= line.indent + 4 && next.indent >= 4 && closesSentence(line.words) ? 'end' : undefined;
};

/** After a record's last value, a short line over a label that comes earlier in a record is the next one's name. */
const nextName: Judge = ({ line, next, after, measure, paragraph }) => {
  const [own, below] = [labelOf(paragraph), after && labelOf(after.words)];
  if (own === undefined || below === undefined || !measure.labels.has(below)) return undefined;
  const isName =
    next.width < NARROW && !/[。；.;,，:：]$/.test(next.words) && labelOf(next.words) === undefined;
  if (!isName || NEVER_ENDS.test(line.words) || ENGLISH_GOES_ON.test(line.words)) return undefined;
  const order = [...measure.labels];
  return order.indexOf(below) < order.indexOf(own) ? 'end' : undefined;
};

/** The rest of an address that a line was too short for: it looks like one, or the two make a listed address. */
function continuesAddress({ line, next, measure, isListed }: Meeting): boolean {
  const begun = ADDRESS_PART.exec(line.words.slice(-LONGEST_ADDRESS))?.[0];
  if (begun === undefined || /^(?:https?:|www\.)/i.test(next.words)) return false;
  const rest = /^[!-~]+/.exec(next.words)?.[0] ?? '';
  if (rest && isListed(begun + rest)) return true;
  if (!ADDRESS_WORDS.test(next.words)) return false;
  return /[/.#?=&_-]/.test(next.words) || (measure.width !== undefined && /^[a-z0-9]+$/.test(next.words));
}

const cutAddress: Judge = (meeting) => (meeting.gap < 2 && continuesAddress(meeting) ? 'join' : undefined);

/** The value of a label stands alone on the next line because it is one long word. */
const labelledAddress: Judge = ({ line, next, measure, gap }) => {
  const label = labelOf(line.words);
  const isLabel = label !== undefined && line.words.length === label.length + 1;
  return isLabel && gap <= Math.max(1, measure.inside) && /^https?:\/\/\S+$/i.test(next.words)
    ? 'join'
    : undefined;
};

const openBrackets = (words: string): number =>
  (words.match(/[（《「『【]/g)?.length ?? 0) - (words.match(/[）》」』】]/g)?.length ?? 0);

const isShort = (line: Line): boolean => line.width < NARROW;
const NARROW = 40;

/** Signs that no line begins with, or that no sentence ends with. */
const cutBySigns: Judge = ({ line, next, paragraph, gap, measure }) => {
  if (/^[/／]/.test(next.words) && /^[/／][^/]/.test(next.words)) return 'join';
  if (NEVER_BEGINS.test(next.words) && !closesSentence(line.words)) return 'join';
  if (closesSentence(line.words) || gap > 4) return undefined;
  if (isShort(line) && !WITHIN.test(paragraph)) return undefined;
  const end = line.words.slice(-LONGEST_END);
  if (NEVER_ENDS.test(end)) return 'join';
  if (ENGLISH_GOES_ON.test(end) && (/^[^A-Z]/.test(next.words) || isFull(line, next, measure))) return 'join';
  return paragraph.length < 600 && openBrackets(paragraph.slice(-200)) > 0 && !isShort(line)
    ? 'join'
    : undefined;
};

/** An English sentence never begins with a small letter, and few lines of a list are long. */
const smallLetter: Judge = ({ line, next, gap, measure }) =>
  /^[a-z]/.test(next.words) && /[a-z,]$/i.test(line.words) && !isShort(line) && gap <= measure.inside + 1
    ? 'join'
    : undefined;

/** The first thing of a line that could not have been put on the line before. */
function firstWord(words: string): string {
  return (
    /^[\x21-\x7e]+/.exec(words)?.[0] ?? words.slice(0, /^.[，。、；：！？）】」』》”’]/.test(words) ? 2 : 1)
  );
}

/** The next line's first word had no place left on this line. */
function isFull(line: Line, next: Line, { width = Infinity }: LineMeasure, slack = 4): boolean {
  return line.width + columns(firstWord(next.words)) > width - slack;
}

/** Lines cut by a page's width: full ones go on, unless they end a sentence and more than the usual gap follows. */
const cutByWidth: Judge = ({ line, next, measure, gap, paragraph }) => {
  if (measure.width === undefined) return undefined;
  if (/[：:]$/.test(line.words))
    return isFull(line, next, measure, 1) && gap === measure.inside ? 'join' : 'end';
  const full = isFull(line, next, measure);
  if (closesSentence(line.words)) {
    const tight = isFull(line, next, measure, SENTENCE_STOP.test(line.words) ? 1 : 2);
    return tight && gap === measure.inside && !closesParagraph(line, measure) ? 'join' : 'end';
  }
  if (full || line.width >= measure.width * 0.8) return 'join';
  const goesOn =
    line.width >= measure.width * 0.5 && WITHIN.test(paragraph) && labelOf(next.words) === undefined;
  return goesOn && !isRecord(paragraph) ? 'join' : 'end';
};

/** A bracket or a quote may close a sentence or a word of it; a full line that ends so goes on more often than not. */
const closesParagraph = (line: Line, measure: LineMeasure): boolean =>
  /[；;]$/.test(line.words) && line.width < (measure.width ?? 0) - 2;

const isRecord = (paragraph: string): boolean =>
  /[：:][^，。；]{0,20}$/.test(paragraph) && !/[。；]/.test(paragraph);

/** No width: a sentence cut in its middle, by a page's end or by a single line end inside a paragraph. */
const cutByPage: Judge = ({ line, next, gap, measure, paragraph, language }) => {
  if (measure.width !== undefined || closesSentence(line.words)) return 'end';
  if (isShort(line) || !WITHIN.test(paragraph)) return 'end';
  if (measure.spaced && gap === 0) return 'join';
  const opener = structureWords(language).opener;
  opener.lastIndex = 0;
  if (opener.test(next.words) || (isShort(next) && !closesSentence(next.words)) || gap > 4) return 'end';
  return language === 'en' && !/^[a-z(]/.test(next.words) ? 'end' : 'join';
};

const JUDGES: readonly Judge[] = [
  numberAlone,
  newBeginning,
  nextName,
  labelledAddress,
  cutAddress,
  cutBySigns,
  smallLetter,
  cutByWidth,
  cutByPage,
];

/** Whether a paragraph goes on in the next line: the first judge who knows decides. */
export function judgeBreak(meeting: Meeting): Break {
  if (!isText(meeting.line) || !isText(meeting.next)) return 'end';
  for (const judge of JUDGES) {
    const verdict = judge(meeting);
    if (verdict) return verdict;
  }
  return 'end';
}

const LATIN_END = /[!-~]$/;
const LATIN_START = /^[!-~]/;

/** What stands where two lines were joined: a space between Latin words, nothing elsewhere and inside an address. */
export function jointOf(meeting: Meeting): '' | ' ' {
  const { line, next } = meeting;
  if (!LATIN_END.test(line.words) || !LATIN_START.test(next.words)) return '';
  if (/^[/／]/.test(next.words) || /[-/]$/.test(line.words) || /^[,.;:!?)\]]/.test(next.words)) return '';
  return continuesAddress(meeting) ? '' : ' ';
}
