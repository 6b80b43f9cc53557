import type { ConsentEvent } from '../../consent/model.js';
import { clause, type ClauseWords } from '../clause.js';
import { sampleChain, sampleErased } from '../sample-events.js';
import { same } from '../same.js';

/** An adapter and its caller do not touch each other's objects. */
export const ARGUMENTS: readonly ClauseWords[] = [
  clause(
    'what a caller does to an event after appending or reading it changes nothing stored',
    async ({ opened, core }) => {
      const adapter = await opened();
      const [event] = (await sampleChain(core.hashRecord, 1)) as [ConsentEvent];
      const mutable = copied(event);
      await adapter.append([mutable]);
      Reflect.set(mutable.policy, 'version', 'changed');
      const [read] = (await adapter.read()).events;
      Reflect.set(read?.policy ?? {}, 'version', 'changed too');
      same((await adapter.read()).events, [event]);
    },
  ),
  clause('frozen events, as an engine gives them, are taken', async ({ opened, core }) => {
    const adapter = await opened();
    const events = frozen(await sampleChain(core.hashRecord, 2));
    await adapter.append(events);
    same((await adapter.read()).events, events);
  }),
  clause('what it is given is not changed', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 2);
    const given = copied(events);
    await adapter.append(given);
    same(given, events);
    const query = { writer: events[0]?.writer ?? '' };
    await adapter.read(query);
    same(query, { writer: events[0]?.writer });
    const records = await Promise.all(events.map((event) => sampleErased(event, core.hashRecord)));
    const left = copied(records);
    await adapter.erase?.(left);
    same(left, records);
  }),
];

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const frozen = <T extends object>(value: T): T => {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) frozen(part as object);
  return Object.freeze(value);
};
