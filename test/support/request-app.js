import { sampleDetails, sampleNotice } from './sample-policy.js';
import { createApp, press } from './start-engine.js';
import { until } from './storage-contract.js';

/** An engine with declared requests, its policy agreed to, and a clock that is set by hand. `open()` starts it again. */
export const startDeclared = async (core, requests, options = {}) => {
  const clock = { now: Date.UTC(2026, 10, 23, 4) };
  const app = createApp(core, { options: { platform: { now: () => clock.now } } });
  const open = (more = {}) => app.open({ requests, ...options, ...more });
  const engine = await open();
  if (!options.subject) await press(engine, 'granted', 'user');
  return { app, clock, engine, open };
};

/** Waits for a question about `id`, lets it be seen, and answers it. Resolves with the answer, once kept. */
export const answerAbout = async (engine, id, decision, details = {}) => {
  await until(() => engine.prompt?.request.id === id);
  const { prompt } = engine;
  await prompt.present(sampleNotice);
  const answer = prompt.answer(decision, { ...sampleDetails, ...details });
  await answer.saved;
  return answer;
};

/** Asks for `id` and answers its question. Resolves with what `ensure` gives. */
export const ensureAnd = async (engine, id, decision, { trigger = 'app', ...details } = {}) => {
  const outcome = engine.ensure(id, { trigger });
  await answerAbout(engine, id, decision, details);
  return outcome;
};

/** Turns a switch, as a person does. */
export const turn = async (engine, id, on) => {
  const answer = await engine.setSwitch(id, on, { ...sampleDetails, notice: sampleNotice });
  await answer.saved;
  return answer;
};

export const brief = ({ decision, reason }) => `${decision}/${reason}`;
