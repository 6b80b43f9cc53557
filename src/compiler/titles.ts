import type { Span } from '../policy/model.js';

/** How much a line looks like a title: `weak` where it ends in a colon, as a title may and a sentence that leads into a list does. */
export type TitleLook = 'title' | 'weak' | 'no';

const SENTENCE = /[。；;!！]|\.\s/;
const VALUE = /[：:]\s*\S|https?:|www\.|\S@\S|\d{5}/;
/** `附录：` or `Appendix A:` before a title is no label with a value. */
const APPENDIX =
  /^(?:附录|附件|附表|appendix|annex|schedule)\s*[A-Z\d一二三四五六七八九十]{0,2}\s*[：:]\s*(?=\S)/i;
const CUT_SHORT = /[，,、（(“《]$|[^目]的$/;
const LONGEST = 300;
const LONGEST_CHINESE = 42;
const LONGEST_ENGLISH = 14;

function looksChinese(words: string): TitleLook {
  const bare = words.replace(/\s+/g, '');
  const plain = bare.replace(/[：:]$/, '').replace(APPENDIX, '');
  if (!plain || plain.length > LONGEST_CHINESE || SENTENCE.test(plain) || CUT_SHORT.test(plain)) return 'no';
  if (VALUE.test(plain) || (plain.match(/[，,]/g)?.length ?? 0) > 1) return 'no';
  if (!/[：:]$/.test(bare)) return 'title';
  return LEADS_INTO_LIST.test(plain) ? 'no' : 'weak';
}

/** A sentence with somebody who acts after a comma: what it announces follows, it names no section. */
const LEADS_INTO_LIST = /[，,][^，,]*(?:我们|您|你|本公司|我司|我行)/;

function looksEnglish(words: string): TitleLook {
  const plain = words.trim().replace(/:$/, '').replace(APPENDIX, '');
  const count = plain.split(/\s+/).length;
  if (
    !plain ||
    count > LONGEST_ENGLISH ||
    plain.length > 110 ||
    /[.;,]$|;/.test(plain) ||
    SENTENCE.test(plain)
  )
    return 'no';
  if (VALUE.test(plain) || !/^[\p{Lu}\d“"'‘¿(]/u.test(words.trim())) return 'no';
  return words.trim().endsWith(':') ? 'weak' : 'title';
}

/** Judges the words after a number, or a line without one. */
export const titleLook = (words: string, language: string): TitleLook =>
  words.length > LONGEST
    ? 'no'
    : language === 'en' && !/[\u4e00-\u9fff]/.test(words)
      ? looksEnglish(words)
      : looksChinese(words);

const TITLE_TAIL = /[\s：:.．…·]/;

/** A title without the colon, stroke or dots after it. */
export function titleSpan(text: string, { start, end }: Span): Span {
  let stop = end;
  while (stop > start && TITLE_TAIL.test(text.charAt(stop - 1))) stop -= 1;
  const words = text.slice(start, stop);
  const lead = words.length - words.trimStart().length;
  return words.trim() ? { start: start + lead, end: start + words.length } : { start, end };
}

/** A title as it is compared: letters and digits only, in one case. */
export const titleKey = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
