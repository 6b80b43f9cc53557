import { waitUntil } from './wait-until.js';

const NOTICE = {
  locale: 'en',
  catalogue: '1',
  strings: ['asked'],
  answers: ['Refuse', 'Agree'],
  clauses: [],
};

/** Waits for the engine's question, lets it be seen, and answers it as a person would. Resolves when the answer is kept. */
export async function answerPrompt(engine, decision, more = {}) {
  await waitUntil(() => engine.prompt && !answered.has(engine.prompt));
  const { prompt } = engine;
  answered.add(prompt);
  await prompt.present(NOTICE);
  await prompt.answer(decision, { act: 'pointer', visibility: 'unverified', ...more }).saved;
}

const answered = new WeakSet();

/** Withdraws what was granted, as a person would. */
export const withdraw = (engine, id) =>
  engine.withdraw(id, { act: 'pointer', visibility: 'unverified', notice: NOTICE });

/** Agrees to the engine's first policy. */
export async function agree(engine) {
  const done = engine.ensure(engine.policies[0].id, { trigger: 'user' });
  await answerPrompt(engine, 'granted');
  await done;
}

/**
 * Starts a function that needs a permission: the person answers `decision`, the system then ends its request as `end` says (a
 * word of the port's, or a whole outcome). Resolves with the outcome.
 */
export async function askFor(
  engine,
  kind,
  { requester, decision = 'granted', end = { end: 'granted' }, ...options },
) {
  const calls = requester.calls;
  const asking = engine.askPermission(kind, {
    trigger: 'user',
    requester,
    purpose: 'To pay by code.',
    ...options,
  });
  const stands = () => requester.calls > calls;
  await waitUntil(() => engine.prompt || stands());
  if (!stands() && engine.prompt?.permission?.phase === 'asking') await answerPrompt(engine, decision);
  if (decision === 'granted') {
    await waitUntil(stands);
    requester.end(end);
  }
  const outcome = await asking;
  engine.prompt?.permission?.end();
  return outcome;
}
