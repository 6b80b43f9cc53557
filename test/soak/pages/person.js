import { core } from '/support/core-dist.js';
import { sampleDetails, sampleNotice, samplePolicy } from '/support/sample-policy.js';

/** An engine about the sample policy, ready. */
export async function startEngine(storage, options = {}) {
  const policy = await samplePolicy(core.hashText, options.policy);
  const engine = core.createConsent({ policies: [policy], storage });
  await engine.ready;
  return engine;
}

const promptOf = (engine) =>
  new Promise((resolve) => {
    const look = () => engine.prompt && (stop(), resolve(engine.prompt));
    const stop = engine.subscribe(look);
    look();
  });

/** The question before, until its answer is kept: an equal one would share it. */
const asked = new Map();

/** Answers as the elements do: seen first, then recorded in one task. */
export async function answer(engine, decision, id = 'sample') {
  await asked.get(id);
  asked.set(
    id,
    engine.ensure(id, { trigger: 'user' }).catch(() => undefined),
  );
  const prompt = await promptOf(engine);
  await prompt.present(sampleNotice);
  return prompt.answer(decision, sampleDetails);
}

/** Agrees, or withdraws what was agreed to: one choice after another. */
export const nextChoice = (engine, id = 'sample') =>
  engine.status(id).decision === 'granted'
    ? engine.withdraw(id, { ...sampleDetails, notice: sampleNotice })
    : answer(engine, 'granted', id);
