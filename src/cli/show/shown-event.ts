import type { ConsentEvent, Decision } from '../../consent/model.js';
import type { ChainEvidence } from './chain-evidence.js';
import type { FoundEvent } from './found-event.js';
import type { NoticeEvidence } from './notice-evidence.js';
import type { TextEvidence } from './text-evidence.js';

/** Another event about the same request. */
export interface RelatedEvent {
  readonly id: string;
  readonly time: string;
  readonly decision: Decision;
}

/** An event with all that is known of it: what every format shows. */
export interface ShownEvent {
  /** The file it was read from. */
  readonly file: string;
  readonly event: ConsentEvent;
  readonly chain: ChainEvidence;
  readonly text: TextEvidence;
  readonly notice: NoticeEvidence;
  /** What it replaced, as far as the file holds it. */
  readonly before: readonly RelatedEvent[];
  /** What replaced it, as far as the file holds it. */
  readonly after: readonly RelatedEvent[];
  readonly unreadable: number;
}

/** The events of a file that one replaced, and those that replaced it. */
export function relatedEvents({ event, events }: FoundEvent): Pick<ShownEvent, 'before' | 'after'> {
  const brief = ({ id, time, decision }: ConsentEvent): RelatedEvent => ({ id, time, decision });
  return {
    before: events.filter(({ id }) => event.supersedes.includes(id)).map(brief),
    after: events.filter(({ supersedes }) => supersedes.includes(event.id)).map(brief),
  };
}

/** True where the text was found, and nothing that was looked at is another than the record says. */
export const isProven = ({ text, notice, chain }: ShownEvent): boolean =>
  text.status === 'verified' &&
  notice.status !== 'another' &&
  ![chain.previous, chain.next, chain.head].includes('differs') &&
  chain.ledger?.result !== 'broken';
