import { aTimeout, expect } from '@open-wc/testing';
import { permissionKinds } from '../../../dist/src/permission/index.js';
import { requesterOf } from '../../../dist/src/permission/web/index.js';
import { breakLookUp, hasCall, putCall, putState, removeCall } from '../../support/permission-apis.js';
import { replace, restore } from '../../support/replaced.js';

const kinds = Object.keys(permissionKinds);
const webKinds = kinds.filter((kind) => permissionKinds[kind].asked === 'web');
const pickers = ['album', 'storage'];
const takesCallbacks = [...pickers, 'location'];
const states = ['granted', 'denied', 'prompt', 'unknown'];
const media = ['camera', 'microphone', 'screen'];

/** As the browser itself says it, whatever name it is asked for. */
const queried = (name) =>
  new Promise((resolve) => resolve(navigator.permissions.query({ name }))).then(
    ({ state }) => state,
    () => 'unknown',
  );

const never = () => new Promise(() => undefined);

describe('the requesters of the browser', () => {
  afterEach(restore);

  it('are there for each kind the web has a call for, and for no other', async () => {
    for (const kind of kinds) {
      const requester = await requesterOf(kind);
      expect(requester?.kind, kind).to.equal(webKinds.includes(kind) ? kind : undefined);
    }
    for (const name of ['toString', '__proto__', 'teleport', '']) {
      expect(await requesterOf(name), name).to.equal(undefined);
    }
  });

  for (const kind of webKinds) {
    describe(`for ${kind}`, () => {
      let requester;
      let stop;

      before(async () => {
        requester = await requesterOf(kind);
      });

      beforeEach(() => {
        stop = new AbortController();
      });

      it('says what this browser lacks, and asks nothing where it does', async () => {
        const lack = hasCall(kind) ? undefined : 'unsupported';
        expect(requester.lack()).to.equal(lack);
        if (lack) expect(await requester.request(stop.signal)).to.deep.equal({ end: lack });
      });

      it('says the state as the browser does, unknown where it cannot', async () => {
        const { w3c } = permissionKinds[kind];
        const state = await requester.state();
        expect(states).to.include(state);
        if (kind !== 'persistent-storage') expect(state).to.equal(w3c ? await queried(w3c) : 'unknown');
      });

      it('asks the browser by the name that stands in the table, every time anew', async () => {
        const asked = [];
        const query = async ({ name }) => ({ state: asked.push(name) % 2 ? 'granted' : 'denied' });
        replace(navigator, 'permissions', { value: { query } });
        const { w3c } = permissionKinds[kind];
        expect(await requester.state()).to.equal(w3c ? 'granted' : 'unknown');
        expect(await requester.state()).to.equal(w3c ? 'denied' : 'unknown');
        expect(asked).to.deep.equal(w3c ? [w3c, w3c] : []);
      });

      it('is insecure on plain http, but for choosing files', async () => {
        replace(window, 'isSecureContext', { value: false });
        removeCall(kind);
        const lack = pickers.includes(kind) ? 'unsupported' : 'insecure';
        expect(requester.lack()).to.equal(lack);
        expect(await requester.request(stop.signal)).to.deep.equal({ end: lack });
      });

      it('is unsupported where the page took the call away, or looking for it throws', async () => {
        removeCall(kind);
        expect(requester.lack()).to.equal('unsupported');
        restore();
        breakLookUp(kind);
        expect(requester.lack()).to.equal('unsupported');
        expect(await requester.request(stop.signal)).to.deep.equal({ end: 'unsupported' });
        expect(states).to.include(await requester.state());
      });

      it('makes the call before it returns, and resolves aborted as soon as nobody waits any more', async () => {
        let calls = 0;
        putCall(kind, () => {
          calls++;
          return never();
        });
        const ended = requester.request(stop.signal);
        expect(calls).to.equal(1);
        stop.abort();
        expect(await ended).to.deep.equal({ end: 'aborted' });
      });

      it('makes no call where nobody waits from the start', async () => {
        let calls = 0;
        putCall(kind, () => {
          calls++;
        });
        stop.abort();
        expect(await requester.request(stop.signal)).to.deep.equal({ end: 'aborted' });
        expect(calls).to.equal(0);
      });

      it('is never granted where the call gives nothing, throws or rejects with nothing', async () => {
        const thrown = () => {
          throw new Error('broken by the page');
        };
        // A scan for tags gives nothing where it is granted; the calls that take callbacks give no promise.
        const given = kind === 'nfc' ? [] : [() => undefined, () => null, () => Promise.resolve(undefined)];
        const rejected = takesCallbacks.includes(kind) ? [] : [() => Promise.reject(undefined)];
        for (const call of [thrown, ...given, ...rejected]) {
          putCall(kind, call);
          setTimeout(() => stop.abort(), 50);
          const { end } = await requester.request(stop.signal);
          expect(end, String(call)).to.be.oneOf(['failed', 'aborted', 'refused', 'dismissed']);
          if (call === thrown) expect(end).to.equal('failed');
          stop = new AbortController();
          restore();
        }
      }).timeout(10_000);
    });
  }
});

/** What a browser's error means; `except` names the kinds for which it means something else. */
const errors = [
  ['NotAllowedError', 'refused', ['biometrics']],
  ['SecurityError', 'policy-blocked', ['biometrics']],
  ['NotSupportedError', 'unsupported', ['nfc']],
  ['NotFoundError', 'no-device', ['bluetooth']],
  ['NotReadableError', 'busy', ['nfc']],
  ['AbortError', 'aborted', [...media, 'contacts']],
  ['InvalidStateError', 'failed', []],
  ['DataError', 'failed', []],
  ['constructor', 'failed', []],
];

describe('what a browser rejects with', () => {
  afterEach(restore);
  const rejecting = webKinds.filter((kind) => !pickers.includes(kind) && kind !== 'location');

  for (const [name, meaning, except] of errors) {
    it(`means ${meaning} where it is ${name}, and keeps the words as a hint where they may be one`, async () => {
      for (const kind of rejecting.filter((one) => !except.includes(one))) {
        putCall(kind, () => Promise.reject(new DOMException('its words', name)));
        const requester = await requesterOf(kind);
        const end = await requester.request(new AbortController().signal);
        const hint = meaning === 'refused' || meaning === 'failed' ? { message: 'its words' } : {};
        expect(end, kind).to.deep.equal({ end: meaning, ...hint });
        restore();
      }
    });
  }

  it('means constraints where no camera fits what the app wants, no device where it wants nothing', async () => {
    const { cameraRequester, microphoneRequester } =
      await import('../../../dist/src/permission/web/index.js');
    const overconstrained = Object.assign(new Error('none fits'), { name: 'OverconstrainedError' });
    putCall('camera', () => Promise.reject(overconstrained));
    const ask = (requester) => requester.request(new AbortController().signal);
    expect(await ask(cameraRequester({ video: { width: { min: 99_999 } } }))).to.deep.equal({
      end: 'constraints',
    });
    expect(await ask(cameraRequester())).to.deep.equal({ end: 'no-device' });
    expect(await ask(microphoneRequester())).to.deep.equal({ end: 'no-device' });
  });

  it('is no refusal where the page asked without a press, or in the background', async () => {
    const untimely = [
      'Document is not focused.',
      'Clipboard read request was blocked due to lack of user activation.',
      'Requesting device motion access requires a user gesture to prompt',
    ];
    const requester = await requesterOf('clipboard');
    for (const message of untimely) {
      putCall('clipboard', () => Promise.reject(new DOMException(message, 'NotAllowedError')));
      const end = await requester.request(new AbortController().signal);
      expect(end).to.deep.equal({ end: 'failed', message });
    }
  });

  it('is read from itself, not from what a page put on Object.prototype', async () => {
    putCall('clipboard', () => Promise.reject(new DOMException('x', 'DataError')));
    replace(Object.prototype, 'DataError', { value: 'granted' });
    const requester = await requesterOf('clipboard');
    expect((await requester.request(new AbortController().signal)).end).to.equal('failed');
  });
});

describe('a browser that does not answer', () => {
  afterEach(restore);

  it('has an unknown state after a second', async () => {
    replace(navigator, 'permissions', { value: { query: never } });
    const requester = await requesterOf('camera');
    const started = performance.now();
    expect(await requester.state()).to.equal('unknown');
    expect(performance.now() - started).to.be.within(900, 3000);
  });

  it('has an unknown state where it says something that is none, throws or has no way to ask', async () => {
    const requester = await requesterOf('camera');
    const permissions = [
      { query: async () => ({ state: 'maybe' }) },
      { query: async () => undefined },
      {
        query: () => {
          throw new TypeError('no such name');
        },
      },
      undefined,
    ];
    for (const value of permissions) {
      replace(navigator, 'permissions', { value });
      expect(await requester.state()).to.equal('unknown');
      restore();
    }
  });

  it('refused where the state turned to denied and the call still waits', async () => {
    putCall('location', () => undefined);
    putState('prompt');
    const requester = await requesterOf('location');
    const ended = requester.request(new AbortController().signal);
    expect(await Promise.race([ended, aTimeout(2500)])).to.equal(undefined);
    putState('denied');
    expect(await ended).to.deep.equal({ end: 'refused' });
  });

  it('is waited for as long as its prompt may be open', async () => {
    putCall('camera', never);
    putState('prompt');
    const stop = new AbortController();
    const requester = await requesterOf('camera');
    const ended = requester.request(stop.signal);
    expect(await Promise.race([ended, aTimeout(3500)])).to.equal(undefined);
    stop.abort();
    expect(await ended).to.deep.equal({ end: 'aborted' });
  });
});
