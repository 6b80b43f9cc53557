import type { ConsentEvent, SystemAnswer } from '../../src/consent/model.js';

/** One act of a person, with what the system answered where it was asked. */
export interface HistoryEntry {
  readonly event: ConsentEvent;
  readonly platform?: SystemAnswer;
  /** True where the person was not asked: an agreement that stood was put to the system again. */
  readonly again: boolean;
}

/**
 * The history as people see it, latest first: a permission's two events, our answer and the same with the system's, are one
 * entry. `events` are in causal order, oldest first.
 */
export function historyEntries(events: readonly ConsentEvent[]): readonly HistoryEntry[] {
  const answers = new Map(events.map((event) => [event.id, event]));
  const told = new Set<string>();
  const entries = [...events].reverse().flatMap((event): readonly HistoryEntry[] => {
    if (told.has(event.id)) return [];
    const { platform } = event;
    if (!platform) return [{ event, again: false }];
    const answer = event.supersedes.map((id) => answers.get(id)).find((one) => isAnswerOf(one, event));
    if (answer) told.add(answer.id);
    return [{ event: answer ?? event, platform, again: !answer }];
  });
  return entries;
}

function isAnswerOf(answer: ConsentEvent | undefined, { request, decision }: ConsentEvent): boolean {
  return answer?.request.id === request.id && answer.decision === decision && !answer.platform;
}
