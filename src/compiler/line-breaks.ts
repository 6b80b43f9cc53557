import type { Span } from '../policy/model.js';
import { readMarker, type Marker } from './numbering.js';

/** A heading inside a long line that belongs to no chain of numbers. */
export interface LineBreak {
  readonly start: number;
  /** Where its title ends. */
  readonly title: number;
  readonly marker?: Marker;
}

const PREFACE = /(?:引言|序言|前言|导言)(?=[\s\u3000]{2})/g;
const APPENDIX =
  /(?<=[。；\s\u3000])(?:附件|附录)[一二三四五六七八九十\d]{0,2}[：:][^。；，：:\s]{2,24}(?:[：:]|(?=\s))/g;
const BEFORE_PREFACE = /[。；\s\u3000日\d)）]$|^$/;

/** Prefaces and appendices, in reading order. */
export function findBreaks(text: string, { start, end }: Span): LineBreak[] {
  const words = text.slice(start, end);
  const breaks: LineBreak[] = [];
  for (const { index, 0: title } of words.matchAll(PREFACE)) {
    if (!BEFORE_PREFACE.test(words.slice(Math.max(0, index - 1), index)) || breaks.length > 0) continue;
    breaks.push({ start: start + index, title: start + index + title.length });
  }
  for (const { index, 0: title } of words.matchAll(APPENDIX)) {
    const from = start + index;
    const marker = readMarker(text, { start: from, end: from + title.length });
    breaks.push({ start: from, title: from + title.length, ...(marker && { marker }) });
  }
  return breaks.sort((a, b) => a.start - b.start);
}
