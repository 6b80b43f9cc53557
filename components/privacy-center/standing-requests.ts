import type { ConsentEvent, Status } from '../../src/consent/model.js';
import type { ConsentEngine } from '../../src/engine-contract.js';

/** A permission or a destination that was asked about, and where it stands. */
export interface StandingRequest {
  readonly id: string;
  readonly status: Status;
  /** The latest event about it. */
  readonly latest: ConsentEvent;
  /** True where the system ever allowed it: then it may still do. */
  readonly wasAllowed: boolean;
}

/** What was asked about of one kind, latest first, once each. `events` are in causal order, oldest first. */
export function standingRequests(
  events: readonly ConsentEvent[],
  kind: 'permission' | 'jump',
  engine: ConsentEngine,
): readonly StandingRequest[] {
  const latest = new Map<string, ConsentEvent>();
  const allowed = new Set<string>();
  for (const event of events) {
    const { id } = event.request;
    if (event.request.kind !== kind || !new RegExp(`^${kind}:.`).test(id)) continue;
    latest.delete(id);
    latest.set(id, event);
    if (event.platform?.verdict === 'granted') allowed.add(id);
  }
  return [...latest]
    .reverse()
    .map(([id, event]) => ({ id, status: engine.status(id), latest: event, wasAllowed: allowed.has(id) }));
}
