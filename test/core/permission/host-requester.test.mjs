// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hostRequester } from '../../../build/src/permission/host-requester.js';
import { core } from '../../support/core-build.mjs';
import { ask, answer, startAgreed } from '../../support/permission-app.js';

/** An app around the page that answers in a word. @param {any} [changes] */
const app = (changes = {}) => {
  const host = {
    word: /** @type {unknown} */ ('prompt'),
    asked: /** @type {unknown[]} */ ([]),
    isPresent: async () => true,
    ask: async (/** @type {unknown} */ question) => {
      host.asked.push(question);
      return { schema: 'mingshi.host/1', answers: 'x', permission: host.word, value: 'given' };
    },
    ...changes,
  };
  return host;
};

const requestOf = (/** @type {any} */ host, signal = new AbortController().signal) =>
  hostRequester(host, 'calendar').request(signal);

/** The words of iOS, Android, HarmonyOS, Flutter and Capacitor, and what each means. */
const words = {
  granted: { state: 'granted', end: 'granted' },
  authorized: { state: 'granted', end: 'granted' },
  limited: { state: 'granted', end: 'granted' },
  fullAccess: { state: 'granted', end: 'granted' },
  'write-only': { state: 'granted', end: 'granted' },
  denied: { state: 'denied', end: 'refused' },
  restricted: { state: 'denied', end: 'refused' },
  'never ask again': { state: 'denied', end: 'refused' },
  notDetermined: { state: 'prompt', end: 'failed' },
  'prompt-with-rationale': { state: 'prompt', end: 'failed' },
  dismissed: { state: 'unknown', end: 'dismissed' },
  cancelled: { state: 'unknown', end: 'dismissed' },
  unavailable: { state: 'unknown', end: 'unsupported' },
};

describe('a permission that the app around the page is asked for', () => {
  for (const [word, { state, end }] of Object.entries(words)) {
    it(`${word}: the state is ${state}, the end of a request ${end}`, async () => {
      const host = app({ word });
      assert.equal(await hostRequester(host, 'calendar').state(), state);
      assert.equal((await requestOf(host)).end, end);
    });
  }

  it('says what it asks for, and whether the person may be asked', async () => {
    const host = app();
    const requester = hostRequester(host, 'app-list');
    await requester.state();
    await requester.request(new AbortController().signal);
    assert.deepEqual(host.asked, [
      { permission: 'app-list', prompt: false },
      { permission: 'app-list', prompt: true },
    ]);
  });

  it('asks in the task of the press', () => {
    const host = app();
    void requestOf(host);
    assert.equal(host.asked.length, 1);
  });

  it('no answer a host may give is a grant, but one of the words for it', async () => {
    const granting = ['granted', 'authorized', 'limited', 'provisional', 'fullaccess', 'writeonly'];
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (said) => {
        const end = await requestOf(app({ ask: async () => said }));
        assert.notEqual(end.end, 'granted');
        const worded = await requestOf(app({ ask: async () => ({ permission: said }) }));
        const word = typeof said === 'string' ? said.toLowerCase().replace(/[-_ ]/g, '') : '';
        assert.equal(worded.end === 'granted', granting.includes(word));
      }),
      { numRuns: 500 },
    );
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      assert.equal((await requestOf(app({ word }))).end, 'failed');
    }
  });

  it('a host that throws or rejects has failed, and nothing is known of its state', async () => {
    const throwing = () => {
      throw new Error('no');
    };
    for (const broken of [throwing, async () => throwing()]) {
      const host = app({ ask: broken });
      assert.equal(await hostRequester(host, 'phone').state(), 'unknown');
      assert.deepEqual(await requestOf(host), { end: 'failed', message: 'Error: no' });
    }
  });

  it('a host that never answers ends when the question does', async () => {
    const controller = new AbortController();
    const end = requestOf(app({ ask: () => new Promise(() => undefined) }), controller.signal);
    controller.abort();
    assert.deepEqual(await end, { end: 'aborted' });
    assert.deepEqual(await requestOf(app(), controller.signal), { end: 'aborted' });
  });

  it('cannot be asked for where no app is around the page', async () => {
    for (const isPresent of [async () => false, async () => Promise.reject(new Error('no'))]) {
      const requester = hostRequester(app({ isPresent }), 'calendar');
      await new Promise((resolve) => setTimeout(resolve));
      assert.equal(requester.lack(), 'unsupported');
    }
    const present = hostRequester(app(), 'calendar');
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(present.lack(), undefined);
  });

  it('through the engine: the person first, then the app, and both are recorded', async () => {
    const { engine } = await startAgreed(core);
    const host = app({ word: 'authorized' });
    const outcome = ask(engine, hostRequester(host, 'calendar'));
    await answer(engine, 'granted');
    assert.equal((await outcome).granted, true);
    const events = (await engine.history()).filter(
      (/** @type {any} */ { request }) => request.id === 'permission:calendar',
    );
    assert.deepEqual(
      events.map((/** @type {any} */ { platform }) => platform?.verdict),
      [undefined, 'granted'],
    );
  });
});
