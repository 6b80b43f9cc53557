import { clause, type ClauseWords } from '../clause.js';
import { same } from '../same.js';

/** What an adapter says of itself. */
export const ADVERTISED: readonly ClauseWords[] = [
  clause(
    'the capabilities are complete, and an adapter that is told of other writers can be watched',
    async ({ kit }) => {
      const adapter = await kit.create();
      const { acknowledges, immediate, twoWay, durability, maxBytes = 1 } = adapter.capabilities;
      same(
        [acknowledges, immediate, twoWay].map((flag) => typeof flag),
        ['boolean', 'boolean', 'boolean'],
      );
      same(['memory', 'browser', 'disk', 'server'].includes(durability), true);
      same(maxBytes > 0, true);
      same(typeof adapter.watch, twoWay ? 'function' : typeof adapter.watch);
    },
  ),
];
