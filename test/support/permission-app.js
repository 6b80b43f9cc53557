import { sampleDetails, sampleNotice } from './sample-policy.js';
import { createApp, press } from './start-engine.js';
import { until } from './storage-contract.js';

/** What a sample permission is asked for with. */
export const words = { purpose: '识别二维码', scene: '扫一扫', data: '画面', refusal: '不能扫码' };

/** An outcome in short: granted, reason, our answer, the system's. */
export const brief = ({ granted, reason, decision, platform }) => [
  granted,
  reason,
  decision,
  platform?.verdict,
];

/** An app whose person agreed to the policy, and a clock the test turns. */
export const startAgreed = async (core, options = {}) => {
  const clock = { now: Date.parse('2026-01-05T08:00:00Z') };
  const app = createApp(core, { options: { platform: { now: () => clock.now } } });
  const engine = await app.open(options);
  await press(engine, 'granted');
  return { app, clock, engine };
};

/** Starts the function that needs the requester's permission. */
export const ask = (engine, requester, options = {}) =>
  engine.askPermission(requester.kind, { ...words, trigger: 'user', requester, ...options });

/** Waits for the prompt at a step; our question is presented. Resolves with it. */
export const seePermission = async (engine, phase = 'asking') => {
  await until(() => engine.prompt?.permission?.phase === phase);
  if (phase === 'asking') await engine.prompt.present(sampleNotice);
  return engine.prompt;
};

/** Answers our question. */
export const answer = async (engine, decision) =>
  (await seePermission(engine)).answer(decision, sampleDetails);

/** Our question, answered yes, then the system's, ended so. Resolves with the outcome. */
export const goThrough = async (engine, requester, end, options) => {
  const outcome = ask(engine, requester, options);
  await answer(engine, 'granted');
  requester.end(end);
  return outcome;
};

/** Every event about a permission, oldest first. */
export const permissionEvents = async (engine) =>
  (await engine.history()).filter(({ request }) => request.kind === 'permission');
