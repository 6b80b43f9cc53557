import { sampleDetails, sampleNotice, samplePolicy } from './sample-policy.js';
import { until } from './storage-contract.js';

/**
 * An engine with a person in front of it: `open()` starts one on the same storage and archive, as a new start of the app
 * does; `see()` waits for the question and what it shows, `press(decision)` answers it.
 */
export const createApp = ({ createConsent, hashText, memoryStorage, memoryArchive }, defaults = {}) => {
  const storage = defaults.storage ?? memoryStorage();
  const archive = defaults.archive ?? memoryArchive();
  const policyOf = (version, changes = {}) =>
    samplePolicy(hashText, {
      text: `示例隐私政策 ${version}\n我们收集手机号。\n`,
      ...(version && { version }),
      ...changes,
    });
  const open = async (options = {}) => {
    const { version = '1', material = true, effective, policy, ...rest } = options;
    const changes = effective
      ? { dates: { effective: { iso: effective, text: '', span: { start: 0, end: 0 } } } }
      : {};
    const declared = { policy: policy ?? (await policyOf(version, changes)), material };
    const engine = createConsent({ policies: [declared], storage, archive, ...defaults.options, ...rest });
    await engine.ready;
    return engine;
  };
  return { open, storage, archive, policyOf };
};

/** Asks, waits for the question and presents it. Resolves with the prompt. */
export const see = async (engine, trigger = 'app', id = 'sample') => {
  engine.ensure(id, { trigger }).catch(() => undefined);
  await until(() => engine.prompt);
  await engine.prompt.present(sampleNotice);
  return engine.prompt;
};

/** Asks and answers. Resolves with the answer, once kept. */
export const press = async (engine, decision, trigger = 'app') => {
  const prompt = await see(engine, trigger);
  const answer = prompt.answer(decision, sampleDetails);
  await answer.saved;
  return answer;
};

/** Withdraws. Resolves with the answer, once kept. */
export const withdraw = async (engine, id = 'sample') => {
  const answer = await engine.withdraw(id, { ...sampleDetails, notice: sampleNotice });
  await answer.saved;
  return answer;
};
