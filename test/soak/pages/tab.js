import { sampleDetails, sampleNotice } from '/support/sample-policy.js';
import { tell } from './ack-channel.js';

// Query: `storage`, `namespace`, `tab`, `from` (how many of its choices were acknowledged before), `count`, `think` in ms,
// `without` (parts of the platform, by name: `locks`, `channel`).
const query = new URLSearchParams(location.search);
const [tab, from, count, think] = ['tab', 'from', 'count', 'think'].map((name) => Number(query.get(name)));
const without = query.get('without') ?? '';
if (without.includes('locks')) Object.defineProperty(navigator, 'locks', { value: undefined });
if (without.includes('channel')) delete window.BroadcastChannel;

// What the platform lacks is looked at when the modules load.
const { startEngine } = await import('./person.js');
const { storages } = await import('./storages.js');

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const engine = await startEngine(storages[query.get('storage')](query.get('namespace')));

/** The open prompt, or nothing where the question ended without one: another tab answered it. */
async function ask() {
  let over = false;
  engine.ensure('sample', { trigger: 'user' }).finally(() => (over = true));
  while (!engine.prompt && !over) await pause(5);
  return engine.prompt;
}

/** Agrees, or withdraws what was agreed to here or in another tab. Gives nothing where another tab was quicker. */
async function choose() {
  const details = { ...sampleDetails, notice: sampleNotice };
  if (engine.status('sample').decision === 'granted') return engine.withdraw('sample', details);
  const prompt = await ask();
  await prompt?.present(sampleNotice);
  return prompt?.answer('granted', sampleDetails);
}

const isQuicker = ({ code }) =>
  ['engine/nothing-to-withdraw', 'prompt/closed', 'prompt/answered', 'prompt/not-presented'].includes(code);

try {
  for (let made = from; made < count;) {
    await pause(think * (0.5 + Math.random()));
    const answer = await choose().catch((error) => {
      if (!isQuicker(error)) throw error;
    });
    if (!answer) continue;
    const durability = await answer.saved;
    tell({ type: 'acked', tab, durability, event: answer.event });
    if (durability === 'disk') made += 1;
  }
  tell({ type: 'done', tab, codes: engine.errors.map(({ code }) => code) });
  for (let last; ; await pause(200)) {
    const { decision, event } = engine.status('sample');
    const now = `${decision} ${event?.id}`;
    if (now !== last) tell({ type: 'state', tab, state: now });
    last = now;
  }
} catch (error) {
  tell({ type: 'failed', error: `tab ${tab}: ${error.code ?? ''} ${error.stack ?? error}` });
}
