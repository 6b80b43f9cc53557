import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

/**
 * The rules again, as small as they can be written: one person, one policy, no storage, no chains. `answer` is what the person
 * last said, `refused` the version they refused beside a grant.
 */
class Model {
  decision = 'none';
  answered;
  refused;
  dismissed = false;
  version = 1;
  material = true;
  count = 0;

  get asks() {
    if (this.decision === 'none') return !this.dismissed;
    if (this.answered === this.version || this.refused === this.version || !this.material) return false;
    return !this.dismissed;
  }

  get mayOpen() {
    const refusedNow =
      this.answered !== this.version && (this.refused === this.version || (this.material && this.dismissed));
    return this.asks || this.decision !== 'granted' || refusedNow;
  }

  answer(decision) {
    this.count++;
    if (decision === 'dismissed') this.dismissed = true;
    else if (decision === 'denied' && this.decision === 'granted' && this.answered !== this.version) {
      this.refused = this.version;
    } else {
      this.decision = decision;
      this.answered = this.version;
      this.refused = undefined;
    }
  }
}

/** One engine after another on one storage, with the person's acts. */
class Real {
  constructor() {
    this.app = createApp(core);
  }

  async restart({ version, material }) {
    this.engine?.destroy();
    this.engine = await this.app.open({ version: String(version), material });
  }
}

const check = (model, real) => {
  const status = real.engine.status('sample');
  assert.deepEqual(
    [status.decision, status.answeredVersion, status.asks],
    [model.decision, model.answered && String(model.answered), model.asks],
  );
};

const restart = async (model, real) => {
  model.dismissed = false;
  await real.restart(model);
  check(model, real);
};

class Ask {
  constructor(trigger, decision) {
    Object.assign(this, { trigger, decision });
  }

  check = () => true;

  async run(model, real) {
    const opens = this.trigger === 'app' ? model.asks : model.mayOpen;
    if (opens) {
      await press(real.engine, this.decision, this.trigger);
      model.answer(this.decision);
    } else {
      await real.engine.ensure('sample', { trigger: this.trigger });
      assert.equal(real.engine.prompt, undefined);
    }
    check(model, real);
  }

  toString = () => `${this.trigger}: ${this.decision}`;
}

class Withdraw {
  check = (model) => model.decision === 'granted';

  async run(model, real) {
    await withdraw(real.engine);
    model.answer('withdrawn');
    check(model, real);
  }

  toString = () => 'withdraw';
}

class WithdrawNothing {
  check = (model) => model.decision !== 'granted';

  async run(model, real) {
    const details = { ...sampleDetails, notice: sampleNotice };
    await assert.rejects(real.engine.withdraw('sample', details), { code: 'engine/nothing-to-withdraw' });
    check(model, real);
  }

  toString = () => 'withdraw nothing';
}

class Restart {
  check = () => true;

  async run(model, real) {
    await restart(model, real);
  }

  toString = () => 'restart';
}

class NewVersion {
  constructor(material) {
    this.material = material;
  }

  check = () => true;

  async run(model, real) {
    Object.assign(model, { version: model.version + 1, material: this.material });
    await restart(model, real);
  }

  toString = () => (this.material ? 'new version' : 'new version, not material');
}

const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom('app', 'user'), fc.constantFrom('granted', 'denied', 'dismissed'))
      .map(([trigger, decision]) => new Ask(trigger, decision)),
    fc.constant(new Withdraw()),
    fc.constant(new WithdrawNothing()),
    fc.constant(new Restart()),
    fc.boolean().map((material) => new NewVersion(material)),
  ],
  { maxCommands: 25 },
);

describe('any sequence of answers, withdrawals, restarts and new versions', () => {
  it('comes to what a small model says, and leaves a ledger that verifies with every answer in it', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const model = new Model();
        const real = new Real();
        await real.restart(model);
        await fc.asyncModelRun(() => ({ model, real }), list);
        const ledger = JSON.parse(await real.engine.export('json'));
        assert.equal(ledger.events.length, model.count);
        assert.equal((await verifyLedger(ledger)).result, 'consistent');
        assert.deepEqual(real.engine.errors, []);
      }),
      { numRuns: 60 },
    );
  });
});
