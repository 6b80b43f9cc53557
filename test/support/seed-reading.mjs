// Finds words in a source text without minding white space, and names them by offsets and hash, so that a reading of a
// document can be written down without copying its sentences.
//
//   node test/support/seed-reading.mjs FILE NEEDLE [OCCURRENCE]     the NEEDLE's place, from occurrence 1
//   node test/support/seed-reading.mjs FILE START END               the words between two offsets, and their hash
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @param {string} words */
export const withoutSpace = (words) => words.replace(/\s/g, '');

/** Hex SHA-256 of the words as UTF-8, all white space (`\s`: NBSP and the ideographic space too) taken out. */
export const hashWords = (/** @type {string} */ words) =>
  createHash('sha256').update(withoutSpace(words), 'utf8').digest('hex');

/** A contact in the one form that is compared: no white space; phones by digits alone; addresses of the net without a last `/`. */
export function contactForm(/** @type {string} */ kind, /** @type {string} */ value) {
  const bare = withoutSpace(value).toLowerCase();
  if (kind === 'phone') return bare.replace(/[^0-9]/g, '');
  return kind === 'url' ? bare.replace(/\/+$/, '') : bare;
}

/** The source without white space, and where each of its characters came from. */
function bareView(/** @type {string} */ source) {
  const offsets = [];
  let text = '';
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (/\s/.test(character)) continue;
    text += character;
    offsets.push(index);
  }
  return { text, offsets };
}

/** A finder over one source. `find(needle, occurrence, after)` answers `{start, end, sha256}` or throws. */
export function readingOf(/** @type {string} */ source) {
  const bare = bareView(source);
  const from = (/** @type {number} */ offset) => bare.offsets.findIndex((place) => place >= offset);
  return {
    find(/** @type {string} */ needle, occurrence = 1, after = 0) {
      const wanted = withoutSpace(needle);
      let index = from(after) - 1;
      for (let turn = 0; turn < occurrence; turn += 1) {
        index = bare.text.indexOf(wanted, index + 1);
        if (index < 0) throw new Error(`No occurrence ${occurrence} of “${needle}” after ${after}.`);
      }
      const start = bare.offsets[index] ?? 0;
      const end = (bare.offsets[index + wanted.length - 1] ?? 0) + 1;
      return { start, end, sha256: hashWords(source.slice(start, end)) };
    },
  };
}

function main(/** @type {string[]} */ [file = '', first = '', second = '1']) {
  const source = readFileSync(file, 'utf8');
  if (/^\d+$/.test(first)) {
    const words = source.slice(Number(first), Number(second));
    console.log(
      JSON.stringify({ start: Number(first), end: Number(second), sha256: hashWords(words), words }),
    );
  } else console.log(JSON.stringify(readingOf(source).find(first, Number(second))));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
