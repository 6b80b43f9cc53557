import { hex } from './hash.js';
import type { Platform } from './platform.js';

/** 16 random bytes as 32 lower-case hex digits. */
export const randomToken = (random: Platform['random']): string => hex(random(new Uint8Array(16)));
