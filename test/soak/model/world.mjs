import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createConsent, memoryArchive } from '../../../build/src/index.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { expectedDecision, expectedStatus } from './consent-model.mjs';

const hashText = async (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Until it is so, looking at every turn; a part that is loaded from disk may take its time. */
async function until(look) {
  const end = performance.now() + 20_000;
  while (!look() && performance.now() < end) await turn();
  return look();
}

const pick = (status, wanted) => Object.fromEntries(Object.keys(wanted).map((key) => [key, status[key]]));

/** True where what each answer knew of is there too. */
const isClosed = (answers) =>
  answers.every(({ knows }) => [...knows].every((known) => answers.includes(known)));

const DAY = 86_400_000;
const ADDRESS = 'https://partner.example/offer';
/** The requests of the model: the policy's own, and a destination that may be remembered. */
export const GENERAL = 'sample';
export const JUMP = 'jump:website:partner.example';

/**
 * One device: a medium, a clock, the app's newest version, and its open tabs, each a real engine. It notes of every answer
 * what its tab knew of, for the model to judge by.
 */
export class World {
  tabs = [];
  answers = new Map();
  acked = new Map();
  now = Date.parse('2026-01-05T08:00:00Z');
  app = { version: '1', material: true, effective: undefined };
  #medium;
  #scheduler;
  #create;

  constructor({ medium, scheduler, create = createConsent }) {
    this.#medium = medium;
    this.#scheduler = scheduler;
    this.#create = create;
  }

  get medium() {
    return this.#medium;
  }

  get today() {
    return new Date(this.now - new Date(this.now).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  dayIn(days) {
    return new Date(this.now + days * DAY).toISOString().slice(0, 10);
  }

  /** Lets so many of the writes and acknowledgements that are on their way arrive. */
  async arrive(writes) {
    for (let done = 0; done < writes && this.#scheduler.count() > 0; done += 1) {
      await this.#scheduler.waitOne();
      await turn();
    }
  }

  async openTab() {
    const { adapter, kill } = this.#medium.open();
    const { version, material, effective } = this.app;
    const dates = effective && { effective: { iso: effective, text: '', span: { start: 0, end: 0 } } };
    const policy = await samplePolicy(hashText, {
      version,
      text: `示例隐私政策 ${version}\n`,
      dates: dates ?? {},
    });
    const engine = this.#create({
      policies: [{ policy, material }],
      storage: adapter,
      archive: memoryArchive(),
      platform: {
        now: () => this.now,
        sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
        timer: () => () => undefined,
      },
    });
    await engine.ready;
    this.tabs.push({ engine, kill, ...this.app, dismissed: new Set(), asking: new Set(), answered: [] });
  }

  /** Opens the question, where one may open. Resolves with whether it did. */
  async ask(tab, id, trigger) {
    const key = id + trigger;
    // An equal question shares the promise of the one before until that is kept.
    if (tab.asking.has(key) || tab.engine.prompt) return false;
    const asked =
      id === JUMP
        ? tab.engine.confirmJump({ url: ADDRESS, open: () => undefined })
        : tab.engine.ensure(id, { trigger });
    tab.asking.add(key);
    const over = () => tab.asking.delete(key);
    asked.then(over, over);
    await until(() => tab.engine.prompt || !tab.asking.has(key));
    return Boolean(tab.engine.prompt);
  }

  async answer(tab, decision, remember) {
    const { prompt } = tab.engine;
    if (!prompt) return;
    await prompt.present(sampleNotice);
    if (tab.engine.prompt !== prompt) return;
    const before = await this.#seen(tab);
    if (tab.engine.prompt !== prompt) return;
    if (decision === 'dismissed') tab.dismissed.add(prompt.request.id);
    this.#note(tab, prompt.answer(decision, { ...sampleDetails, remember }), before);
    await turn();
  }

  async withdraw(tab, id) {
    const before = await this.#seen(tab);
    const granted = tab.engine.status(id).decision === 'granted';
    const details = { ...sampleDetails, notice: sampleNotice };
    const answer = await tab.engine.withdraw(id, details).catch((error) => {
      assert.equal(error.code, 'engine/nothing-to-withdraw');
    });
    assert.equal(answer !== undefined, granted, 'a withdrawal needs a grant, and has one where there is one');
    if (answer) this.#note(tab, answer, before);
  }

  /**
   * What the tab holds and its status must agree with the model. Where it holds an answer that knew of one which has not reached
   * it, it may be stricter than the model, never less.
   */
  async check(tab) {
    const seen = await this.#seen(tab);
    for (const [id, expected] of [
      [GENERAL, (answers) => this.#expectGeneral(tab, answers)],
      [JUMP, (answers) => ({ decision: expectedDecision(answers) })],
    ]) {
      const answers = seen.filter((answer) => answer.request === id);
      const status = tab.engine.status(id);
      const wanted = expected(answers);
      if (isClosed(answers)) assert.deepEqual(pick(status, wanted), wanted);
      else
        assert.ok(status.decision !== 'granted' || wanted.decision === 'granted', `${id} granted by nobody`);
    }
  }

  #expectGeneral({ version, material, effective, dismissed }, answers) {
    const facts = { version, material, effective, today: this.today, dismissed: dismissed.has(GENERAL) };
    return expectedStatus(answers, facts);
  }

  /** The medium is there, and each tab writes once more: with that, all it ever answered must arrive. */
  async drain() {
    this.#medium.online = true;
    await this.arrive(Infinity);
    for (const tab of this.tabs) {
      if (!tab.engine.prompt) await this.ask(tab, GENERAL, 'user');
      if (tab.engine.prompt) await this.answer(tab, 'denied', false);
      else await this.withdraw(tab, GENERAL);
      await this.arrive(Infinity);
      await this.check(tab);
    }
    const stored = new Set(this.#medium.events.map(({ id }) => id));
    const missing = this.tabs.flatMap(({ answered }) => answered).filter((id) => !stored.has(id));
    assert.deepEqual(missing, [], 'answers of open tabs that never arrived');
  }

  /** What nobody holds open any more, read by a new tab. */
  async reopen() {
    this.tabs = [];
    await this.openTab();
    return this.tabs[0];
  }

  /** The answers a tab knows of: each one given by somebody, none of them forgotten since. */
  async #seen(tab) {
    const events = await tab.engine.history();
    const seen = events.map(({ id }) => this.answers.get(id));
    assert.ok(!seen.includes(undefined), 'an answer that nobody gave');
    for (const known of tab.seen ?? []) assert.ok(seen.includes(known), 'an answer was forgotten');
    tab.seen = new Set(seen);
    return seen;
  }

  #note(tab, { event, saved }, before) {
    const { id, request, decision, policy, validity } = event;
    tab.answered.push(id);
    this.answers.set(id, {
      id,
      request: request.id,
      decision,
      version: policy.version,
      general: request.kind === 'general',
      lasts: validity === 'standing',
      knows: new Set(before.filter((known) => known.request === request.id)),
      event,
    });
    void saved.then((durability) => durability === 'disk' && this.acked.set(id, event));
  }
}
