import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { face, guardianOf, mother, onBehalf, push, sensitive } from '../../support/sample-requests.js';
import { createApp } from '../../support/start-engine.js';

const DAY = 86_400_000;
const ids = ['identity', 'face', 'relative:p', 'lasting', 'push', 'guardian', 'sample'];
const notice = sampleNotice;

/** The events that were not there before. */
const newIn = (after, before) => {
  const known = new Set(before.map((event) => event.id));
  return after.filter((event) => !known.has(event.id));
};

/** A person, an app that declares new versions, and whatever they do. Every outcome is checked against the bare events. */
class World {
  versions = { sample: 1, identity: 1, lasting: 1, guardian: 1, push: 1 };
  material = {};
  now = Date.UTC(2026, 0, 5);
  /** Ids of the events that a grant for one act was already given for. */
  used = new Set();

  constructor(subject) {
    this.subject = subject;
    this.app = createApp(core, { options: { platform: { now: () => this.now } } });
  }

  async restart() {
    this.engine?.destroy();
    const versioned = (id) => ({ version: `v${this.versions[id]}`, material: this.material[id] ?? true });
    const requests = [
      sensitive(versioned('identity')),
      face(),
      onBehalf(),
      sensitive({ id: 'lasting', validity: { days: 10 }, ...versioned('lasting') }),
      push(versioned('push')),
      ...(this.subject ? [guardianOf(versioned('guardian'))] : []),
    ];
    const { version, material } = versioned('sample');
    const subject = this.subject && { subject: this.subject };
    this.engine = await this.app.open({ version, material, requests, ...subject });
  }

  async events(id) {
    return (await this.engine.history()).filter(({ request }) => request.id === id);
  }

  /** Whether a status may say granted: by the events alone, read as plainly as can be. */
  async mayBeGranted(id) {
    const last = (await this.events(id)).filter(({ decision }) => decision !== 'dismissed').at(-1);
    if (last?.decision !== 'granted' || last.validity === 'once')
      return id === 'sample' && this.refusedBeside();
    if (last.until && Date.parse(last.until) <= this.now) return false;
    if (this.subject && id !== 'guardian' && !(await this.mayBeGranted('guardian'))) return false;
    if (id !== 'sample' && id !== 'guardian' && !(await this.mayBeGranted('sample'))) return false;
    const version = this.versions[id.split(':')[0]];
    const answered = last.request.version ?? last.policy.version;
    const isOwn = version === undefined || answered === `v${version}` || this.material[id] === false;
    return isOwn || id === 'sample';
  }

  /** Refusing a new version of the policy leaves the grant of the one before. */
  async refusedBeside() {
    const events = (await this.events('sample')).filter(({ decision }) => decision !== 'dismissed');
    const at = events.map(({ decision }) => decision !== 'denied').lastIndexOf(true);
    return events[at]?.decision === 'granted' && (!this.subject || (await this.mayBeGranted('guardian')));
  }

  async check() {
    for (const id of ids) {
      if (id === 'guardian' && !this.subject) continue;
      const status = this.engine.status(id);
      if (status.decision === 'granted') {
        assert.equal(status.event.decision, 'granted');
        assert.equal(status.event.request.id, id);
        assert.ok(await this.mayBeGranted(id), `${id} is granted`);
      }
      if (status.on === true) assert.ok(await this.mayBeGranted('sample'), `${id} is on`);
      if (id === 'face') assert.notEqual(status.decision, 'granted');
      const last = (await this.events(id)).at(-1);
      if (last?.decision === 'denied' || last?.decision === 'withdrawn') {
        assert.ok(status.decision !== 'granted' || id === 'sample', `${id} was refused`);
        assert.notEqual(status.on, true);
      }
    }
  }

  /** Answers whatever is asked with `decision`, until `done`; counts the grants that each answer made. */
  async answerAll(done, decision) {
    let over = false;
    const ended = done.finally(() => (over = true));
    ended.catch(() => undefined);
    while (!over) {
      const { prompt } = this.engine;
      if (prompt) await this.answer(prompt, decision);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return ended;
  }

  async answer(prompt, decision) {
    await prompt.present(notice);
    if (this.engine.prompt !== prompt) return;
    const before = await this.engine.history();
    const { event, saved } = prompt.answer(decision, { ...sampleDetails, guardian: mother });
    await saved;
    const made = newIn(await this.engine.history(), before);
    assert.deepEqual(
      made.map(({ id }) => id),
      [event.id],
    );
    assert.equal(event.request.id, prompt.request.id);
  }

  async ensure(id, trigger, decision, times) {
    if (id === 'guardian' && !this.subject) return;
    const before = await this.engine.history();
    const many = Array.from({ length: times }, () => this.engine.ensure(id, { trigger }));
    const outcomes = await this.answerAll(Promise.all(many), decision);
    const asked = newIn(await this.engine.history(), before);
    for (const outcome of outcomes) this.checkOutcome(outcome, id);
    const last = before.filter(({ request }) => request.id === id).at(-1);
    const isRefused = last?.decision === 'denied' || last?.decision === 'withdrawn';
    const isSame = (last?.request.version ?? last?.policy.version) === this.versionOf(id);
    if (isRefused && isSame && trigger === 'app') {
      assert.ok(
        asked.every(({ request }) => request.id !== id),
        `${id} was refused, and asked again by the app`,
      );
    }
  }

  versionOf(id) {
    const name = id.split(':')[0];
    return `v${this.versions[name] ?? this.versions.sample}`;
  }

  checkOutcome({ decision, once, event }, id) {
    if (decision !== 'granted') return assert.equal(once, undefined);
    assert.deepEqual([event.decision, event.request.id], ['granted', id]);
    if (id !== 'face') return assert.equal(once, undefined);
    assert.equal(once, true);
    assert.ok(!this.used.has(event.id), 'one answer granted two acts');
    this.used.add(event.id);
  }

  async withdraw(id) {
    await this.engine.withdraw(id, { ...sampleDetails, notice }).catch((error) => {
      assert.match(error.code, /^engine\/(?:nothing-to-withdraw|unknown-request)$/);
    });
  }

  async turn(on) {
    await this.engine.setSwitch('push', on, { ...sampleDetails, notice }).catch((error) => {
      assert.equal(error.code, 'request/no-consent');
    });
  }

  async declare(id, material) {
    this.versions[id] += 1;
    this.material[id] = material;
    await this.restart();
  }
}

const id = fc.constantFrom(...ids);
const decision = fc.constantFrom('granted', 'granted', 'denied', 'dismissed');
const steps = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      id,
      trigger: fc.constantFrom('app', 'user'),
      decision,
      times: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ withdraw: id }) },
  { weight: 1, arbitrary: fc.record({ turn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.constant({ restart: true }) },
  {
    weight: 1,
    arbitrary: fc.record({
      declare: fc.constantFrom('sample', 'identity', 'lasting', 'guardian', 'push'),
      material: fc.boolean(),
    }),
  },
);

const take = async (world, step) => {
  if (step.id) await world.ensure(step.id, step.trigger, step.decision, step.times);
  else if (step.withdraw) await world.withdraw(step.withdraw);
  else if ('turn' in step) await world.turn(step.turn);
  else if (step.days) world.now += step.days * DAY;
  else if (step.declare) await world.declare(step.declare, step.material);
  else await world.restart();
};

const subjects = { 'an adult': undefined, 'a child': { id: 'child', ageBand: 'under-14' } };

describe('whatever is asked, answered, withdrawn, turned and declared', () => {
  for (const [who, subject] of Object.entries(subjects)) {
    it(`of ${who}: granted only by a grant of that very request and version, one act for one answer`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 14 }), async (list) => {
          const world = new World(subject);
          await world.restart();
          for (const step of list) {
            await take(world, step);
            await world.check();
          }
          const ledger = JSON.parse(await world.engine.export('json'));
          assert.equal((await verifyLedger(ledger)).result, 'consistent');
          world.engine.destroy();
        }),
        { numRuns: 60 },
      );
    });
  }
});
