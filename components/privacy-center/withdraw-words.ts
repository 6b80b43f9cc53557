import { msg } from '../internal/localize.js';

/** What the button that withdraws says. */
export const withdrawWords = (): string => msg('Withdraw consent', { id: 'privacy-center.withdraw' });
