import { HostDesk } from '../../dist/src/bridge/desk.js';
import { hostMessage } from '../../dist/src/bridge/host-message.js';

/** The bridge as it ships, in the shape the suites of test/support take. */
export const bridge = { HostDesk, hostMessage };
