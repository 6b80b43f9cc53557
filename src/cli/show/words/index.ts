import type { Tongue } from '../../people/tongue.js';
import type { ShowWords } from '../show-words.js';
import { EN } from './en.js';
import { ZH } from './zh.js';

/** What `show` says, by language. */
export const SHOW_WORDS: Readonly<Record<Tongue, ShowWords>> = { zh: ZH, en: EN };
