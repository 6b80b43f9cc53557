import type { Tongue } from '../../people/tongue.js';
import type { VerifyWords } from '../verify-words.js';
import { EN } from './en.js';
import { ZH } from './zh.js';

/** What `verify` says, by language. */
export const VERIFY_WORDS: Readonly<Record<Tongue, VerifyWords>> = { zh: ZH, en: EN };
