import { alignUnmarked } from '../align-unmarked.js';
import { nameWithWords, quoteFirst } from '../left-out.js';
import type { OpenStretch, PlainWriter } from '../plain-writer.js';
import type { OpenTags } from './open-tags.js';

/** A mark of a footnote, where it is called and where it stands. */
const FOOTNOTE = /\[\^[^\]\s]{1,40}\](?::[ \t]*)?/g;

interface Unseen {
  readonly source: number;
  readonly state: 'hidden' | 'omitted' | 'struck';
  words: string;
}

/** Writes words of a Markdown text in the state of the HTML elements that stand open around them. */
export class MarkdownWords {
  readonly #source: string;
  readonly #out: PlainWriter;
  readonly #tags: OpenTags | undefined;
  #stressed: OpenStretch | undefined;
  #unseen: Unseen | undefined;

  constructor(source: string, out: PlainWriter, tags: OpenTags | undefined) {
    this.#source = source;
    this.#out = out;
    this.#tags = tags;
  }

  /** Writes a value found between two offsets, from one of its characters on. */
  write(start: number, end: number, value: string, from = 0, to = value.length): void {
    const state = this.#tags?.state ?? 'seen';
    if (state !== 'seen') {
      this.#hide(start, value.slice(from, to), state);
      return;
    }
    this.#tellUnseen();
    const stressed = this.#tags?.stressed === true;
    if (!stressed) this.calm();
    else this.#stressed ??= this.#out.open();
    const offsets = alignUnmarked(this.#source, start, end, value);
    let at = from;
    for (const { index, 0: mark } of value.slice(from, to).matchAll(FOOTNOTE)) {
      this.#out.put(value, offsets, at, from + index);
      at = from + index + mark.length;
    }
    this.#out.put(value, offsets, at, to);
  }

  /** Ends a stretch of stressed words. */
  calm(): void {
    if (this.#stressed) this.#out.emphasis.push(this.#out.close(this.#stressed));
    this.#stressed = undefined;
  }

  /** Tells of something that is no words. */
  omit(what: string, source: number, words: string): void {
    this.#out.leftOut.push({ kind: 'layout/markup-removed', source, words: nameWithWords(what, words) });
  }

  /** Everything still to be told. */
  finish(): void {
    this.#tellUnseen();
    this.calm();
  }

  #hide(source: number, words: string, state: Unseen['state']): void {
    if (this.#unseen && this.#unseen.state !== state) this.#tellUnseen();
    if (!words.trim()) return;
    this.#unseen ??= { source, state, words: '' };
    if (this.#unseen.words.length < 60) this.#unseen.words += words.slice(0, 200);
  }

  #tellUnseen(): void {
    if (!this.#unseen) return;
    const { source, state, words } = this.#unseen;
    this.#unseen = undefined;
    if (state === 'hidden')
      this.#out.leftOut.push({ kind: 'layout/hidden-text', source, words: quoteFirst(words) });
    else this.omit(state === 'struck' ? 'struck-out words' : 'a control or navigation', source, words);
  }
}
