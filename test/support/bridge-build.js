import { HostDesk } from '../../build/src/bridge/desk.js';
import { Exchange } from '../../build/src/bridge/exchange.js';
import { hostMessage } from '../../build/src/bridge/host-message.js';
import { readClaims } from '../../build/src/bridge/read-claims.js';

/**
 * The bridge as built, in the shape the suites of test/support take.
 * @type {Record<'HostDesk' | 'Exchange' | 'hostMessage' | 'readClaims', any>}
 */
export const bridge = { HostDesk, Exchange, hostMessage, readClaims };
