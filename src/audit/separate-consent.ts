import type { AuditedDocument, Pattern } from './document.js';

const SEPARATE: Pattern = {
  zh: /单独(?:地)?(?:[^，。]{0,12})(?:同意|授权)|(?:另行|再次|专门)(?:征得|取得|获得)[^，。]{0,8}单独/,
  en: /\b(?:separate|explicit|specific)(?:ly)? (?:consent|agree|authori[sz])|\bask(?:s|ed)? (?:you )?separately|\bconsent separately/i,
};

/** Whether some sentence, or the sentence before it, joins a separate consent with this matter, and not with another. */
export function asksSeparately(
  { sentences, matches }: AuditedDocument,
  matter: Pattern,
  another?: Pattern,
): boolean {
  return sentences.some(({ bare }, index) => {
    if (!matches(SEPARATE, bare) || (another && matches(another, bare))) return false;
    return matches(matter, bare) || matches(matter, sentences[index - 1]?.bare ?? '');
  });
}
