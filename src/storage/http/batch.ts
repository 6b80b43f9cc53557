import type { ConsentEvent } from '../../consent/model.js';
import { hashText } from '../../hash.js';
import type { Batch, ChainLink, SenderParts } from './port.js';

/** Events in one request at most. */
const mostEvents = 100;

/** What the records of a batch may take, beside the words around them. */
const envelope = 300;

type PackParts = Pick<SenderParts, 'namespace' | 'basis' | 'maxBatchBytes'>;

type LinksTo = (event: ConsentEvent) => readonly ChainLink[];

/** Events in groups for one request each, in their order, made as they are asked for. One that is too large for any goes alone. */
export function* groupEvents(
  events: readonly ConsentEvent[],
  linksTo: LinksTo,
  parts: PackParts,
): Generator<readonly ConsentEvent[]> {
  const room = parts.maxBatchBytes - envelope - bytesOf([parts.namespace, parts.basis]);
  let group: ConsentEvent[] = [];
  let left = room;
  for (const event of events) {
    const bytes = bytesOf([event, ...linksTo(event)]);
    if (group.length > 0 && (bytes > left || group.length === mostEvents)) {
      yield group;
      group = [];
      left = room;
    }
    group.push(event);
    left -= bytes;
  }
  if (group.length > 0) yield group;
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The request of one group. */
export const packBatch = async (
  events: readonly ConsentEvent[],
  linksTo: LinksTo,
  { namespace, basis, platform }: SenderParts,
): Promise<Batch> => {
  const refuses =
    basis !== '' && events.some(({ decision }) => decision === 'denied' || decision === 'dismissed');
  const body = JSON.stringify({
    schema: 'mingshi.batch/1',
    namespace,
    events,
    links: events.flatMap(linksTo),
    ...(refuses && { refusals: { basis } }),
  });
  return { events, body, key: await hashText(body, platform.sha256) };
};
