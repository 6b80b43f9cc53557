/** From mildest to strictest: where two answers knew nothing of each other, the stricter counts. */
const STRICTNESS = ['granted', 'denied', 'withdrawn'];

/**
 * Where one question stands, from all its events in whatever order they arrived: by what each superseded and by its writer's
 * sequence, never by clock or by arrival. So a grant that arrives after the withdrawal that superseded it changes nothing.
 */
export function stateOf(events) {
  const byId = new Map(events.map((event) => [event.id, event]));
  const open = lastOf(events);
  const seen = new Set(open);
  const answers = [];
  for (let event = open.pop(); event; event = open.pop()) {
    if (answersIt(event, byId)) answers.push(event);
    else
      for (const before of causesOf(event, events))
        if (!seen.has(before)) seen.add(before) && open.push(before);
  }
  const [strictest] = answers.sort((a, b) => rank(b) - rank(a));
  return strictest?.decision ?? 'none';
}

/** What an event knew of: the answers it superseded, and its writer's event before it. */
const causesOf = ({ supersedes, writer, sequence }, events) =>
  events.filter(
    (before) => supersedes.includes(before.id) || (before.writer === writer && before.sequence < sequence),
  );

/** The events that none of the others knew of. */
function lastOf(events) {
  const superseded = new Set(events.flatMap((event) => event.supersedes));
  const latest = new Map();
  for (const { writer, sequence } of events) latest.set(writer, Math.max(sequence, latest.get(writer) ?? 0));
  return events.filter(({ id, writer, sequence }) => !superseded.has(id) && latest.get(writer) === sequence);
}

const rank = ({ decision }) => STRICTNESS.indexOf(decision);

/** Closing a question answers nothing; refusing another version of a policy leaves the grant as it stood. */
function answersIt(event, byId) {
  if (event.decision === 'denied' && event.request.kind === 'general')
    return !event.supersedes.some((id) => {
      const before = byId.get(id);
      return before?.decision === 'granted' && before.policy.version !== event.policy.version;
    });
  return STRICTNESS.includes(event.decision);
}

/** Every question in these events: `{subject, request, decision}`. */
export function statesOf(events) {
  const questions = new Map();
  for (const event of events) {
    const key = JSON.stringify([event.subject.id, event.request.id]);
    questions.set(key, [...(questions.get(key) ?? []), event]);
  }
  return [...questions].map(([key, list]) => {
    const [subject, request] = JSON.parse(key);
    return { subject, request, decision: stateOf(list) };
  });
}
