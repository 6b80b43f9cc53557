/** Registers every element of Mingshi. One element alone: `mingshi/<element>/define`. */
import './consent-gate/define.js';
import './jump-confirm/define.js';
import './permission-prompt/define.js';
import './policy-reader/define.js';
import './policy-summary/define.js';
import './privacy-center/define.js';
import './provider/define.js';

export type * from './events.js';
