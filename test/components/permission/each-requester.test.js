import { aTimeout, expect } from '@open-wc/testing';
import * as web from '../../../dist/src/permission/web/index.js';
import { putCall, putState } from '../../support/permission-apis.js';
import { replace, restore } from '../../support/replaced.js';

const ask = (requester, stop = new AbortController()) => requester.request(stop.signal);
const rejecting = (name, message) => () => Promise.reject(new DOMException(message, name));

/** A track of a real device would cost a permission; this one is as real, and silent. */
const realStream = () => new AudioContext().createMediaStreamDestination().stream;

afterEach(restore);

describe('a stream', () => {
  const makers = {
    getUserMedia: [web.cameraRequester, web.microphoneRequester],
    getDisplayMedia: [web.screenRequester],
  };

  for (const [method, creates] of Object.entries(makers))
    for (const create of creates) {
      it(`is the caller's where it was granted (${create().kind}, ${method})`, async () => {
        const stream = realStream();
        const requester = create();
        putCall(requester.kind, async () => stream);
        const stop = new AbortController();
        expect(await ask(requester, stop)).to.deep.equal({ end: 'granted', value: stream });
        stop.abort();
        await aTimeout(50);
        expect(stream.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['live']);
        for (const track of stream.getTracks()) track.stop();
      });

      it(`is stopped where it comes after nobody waits any more (${create().kind}, ${method})`, async () => {
        const stream = realStream();
        const requester = create();
        let give;
        putCall(requester.kind, () => new Promise((resolve) => (give = resolve)));
        const stop = new AbortController();
        const ended = ask(requester, stop);
        // In one task: the abort counts, not what the promise gives after it.
        stop.abort();
        give(stream);
        expect(await ended).to.deep.equal({ end: 'aborted' });
        await aTimeout(50);
        expect(stream.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended']);
      });

      it(`is busy where Firefox cannot start the device (${create().kind}, ${method})`, async () => {
        const requester = create();
        putCall(requester.kind, rejecting('AbortError', 'Starting videoinput failed'));
        expect(await ask(requester)).to.deep.equal({ end: 'busy' });
      });
    }

  it('is asked for as the app wants it', async () => {
    const wanted = [];
    putCall('camera', async (constraints) => {
      wanted.push(constraints);
      return realStream();
    });
    await ask(web.cameraRequester());
    await ask(web.cameraRequester({ video: { facingMode: 'environment' } }));
    await ask(web.microphoneRequester());
    expect(wanted).to.deep.equal([
      { video: true },
      { video: { facingMode: 'environment' } },
      { audio: true },
    ]);
  });
});

describe('the position', () => {
  it('is given, and waited for 20 seconds at most once it is allowed', async () => {
    const position = { coords: { latitude: 39.9, longitude: 116.4 } };
    const options = [];
    putCall('location', (success, failure, wanted) => {
      options.push(wanted);
      success(position);
    });
    expect(await ask(web.locationRequester())).to.deep.equal({ end: 'granted', value: position });
    await ask(web.locationRequester({ enableHighAccuracy: true, timeout: 5000 }));
    expect(options).to.deep.equal([{ timeout: 20_000 }, { timeout: 5000, enableHighAccuracy: true }]);
  });

  it('is refused by code 1 alone; one that cannot be found was not refused', async () => {
    const ends = { 1: 'refused', 2: 'failed', 3: 'failed' };
    for (const [code, end] of Object.entries(ends)) {
      putCall('location', (success, failure) => failure({ code: Number(code), message: 'its words' }));
      expect(await ask(web.locationRequester())).to.deep.equal({ end, message: 'its words' });
      restore();
    }
  });
});

describe('notifications', () => {
  it('are granted, refused or left open as the browser resolves', async () => {
    const ends = { granted: 'granted', denied: 'refused', default: 'dismissed' };
    for (const [answer, end] of Object.entries(ends)) {
      putCall('notifications', async () => answer);
      expect((await ask(web.notificationsRequester())).end).to.equal(end);
      restore();
    }
  });
});

describe('the clipboard', () => {
  it('gives its text, an empty one too', async () => {
    for (const text of ['6222 0000 0000 0000', '']) {
      putCall('clipboard', async () => text);
      expect(await ask(web.clipboardRequester())).to.deep.equal({ end: 'granted', value: text });
      restore();
    }
  });
});

describe('Bluetooth', () => {
  const put = (requestDevice, getAvailability) =>
    replace(navigator, 'bluetooth', { value: { requestDevice, getAvailability } });
  const cancelled = rejecting('NotFoundError', 'User cancelled the requestDevice() chooser.');

  it('gives the device that was picked, of those the app lists', async () => {
    const device = { id: 'x', name: '蓝牙盾' };
    const wanted = [];
    put(async (options) => {
      wanted.push(options);
      return device;
    });
    const filters = [{ services: ['battery_service'] }];
    expect(await ask(web.bluetoothRequester())).to.deep.equal({ end: 'granted', value: device });
    await ask(web.bluetoothRequester({ filters }));
    expect(wanted).to.deep.equal([{ acceptAllDevices: true }, { filters }]);
  });

  it('is dismissed where the chooser closed, no device where there is no Bluetooth here', async () => {
    put(cancelled, async () => true);
    expect(await ask(web.bluetoothRequester())).to.deep.equal({ end: 'dismissed' });
    put(cancelled, async () => false);
    expect(await ask(web.bluetoothRequester())).to.deep.equal({ end: 'no-device' });
  });

  it('is dismissed where the browser does not say whether there is Bluetooth', async () => {
    for (const silent of [undefined, rejecting('UnknownError'), async () => undefined]) {
      put(cancelled, silent);
      expect(await ask(web.bluetoothRequester())).to.deep.equal({ end: 'dismissed' });
    }
  });
});

describe('contacts', () => {
  it('are those the person picked; none is dismissed', async () => {
    const asked = [];
    const picked = [{ name: ['王小明'], tel: ['13800000000'] }];
    putCall('contacts', async (...parts) => {
      asked.push(parts);
      return picked;
    });
    expect(await ask(web.contactsRequester())).to.deep.equal({ end: 'granted', value: picked });
    await ask(web.contactsRequester({ properties: ['tel'], multiple: true }));
    expect(asked).to.deep.equal([
      [['name', 'tel'], { multiple: false }],
      [['tel'], { multiple: true }],
    ]);
    restore();
    for (const none of [async () => [], rejecting('AbortError')]) {
      putCall('contacts', none);
      expect(await ask(web.contactsRequester())).to.deep.equal({ end: 'dismissed' });
      restore();
    }
  });
});

describe('biometrics', () => {
  const canVerify = (answer) => {
    if (!window.PublicKeyCredential) replace(window, 'PublicKeyCredential', { value: class {} });
    replace(window.PublicKeyCredential, 'isUserVerifyingPlatformAuthenticatorAvailable', { value: answer });
  };

  it('always wants the person verified, with a challenge of its own where the app gives none', async () => {
    const asked = [];
    putCall('biometrics', async (options) => asked.push(options) && { type: 'public-key' });
    const challenge = new Uint8Array([1, 2, 3]);
    expect((await ask(web.biometricsRequester())).end).to.equal('granted');
    await ask(web.biometricsRequester());
    await ask(web.biometricsRequester({ challenge, rpId: 'bank.example', userVerification: 'discouraged' }));
    const [first, second, own] = asked.map(({ publicKey }) => publicKey);
    expect(first.challenge.length).to.equal(32);
    expect([...first.challenge]).to.not.deep.equal([...second.challenge]);
    expect(first.userVerification).to.equal('required');
    expect(own).to.deep.equal({ challenge, rpId: 'bank.example', userVerification: 'required' });
  });

  it('is refused where it was cancelled, no device where this one can verify nobody', async () => {
    putCall('biometrics', rejecting('NotAllowedError', 'timed out or was not allowed'));
    canVerify(async () => true);
    expect(await ask(web.biometricsRequester())).to.deep.equal({
      end: 'refused',
      message: 'timed out or was not allowed',
    });
    canVerify(async () => false);
    expect(await ask(web.biometricsRequester())).to.deep.equal({ end: 'no-device' });
    canVerify(rejecting('UnknownError'));
    expect((await ask(web.biometricsRequester())).end).to.equal('refused');
  });

  it('is failed, not forbidden by a policy, where the address is not the key’s', async () => {
    putCall('biometrics', rejecting('SecurityError', 'relying party'));
    expect((await ask(web.biometricsRequester())).end).to.equal('failed');
  });

  it('ends the question of the browser where nobody waits any more', async () => {
    let signal;
    putCall('biometrics', (options) => {
      signal = options.signal;
      return new Promise(() => undefined);
    });
    const stop = new AbortController();
    const ended = ask(web.biometricsRequester(), stop);
    expect(signal.aborted).to.equal(false);
    stop.abort();
    expect(signal.aborted).to.equal(true);
    expect(await ended).to.deep.equal({ end: 'aborted' });
  });
});

describe('the motion sensors', () => {
  const withoutQuestion = () => replace(window, 'DeviceMotionEvent', { value: class {} });
  const move = (reading) => window.dispatchEvent(Object.assign(new Event('devicemotion'), reading));

  it('are granted or refused where the browser has a question for it', async () => {
    const ends = { granted: 'granted', denied: 'refused', default: 'refused' };
    for (const [answer, end] of Object.entries(ends)) {
      putCall('motion', async () => answer);
      expect((await ask(web.motionRequester())).end).to.equal(end);
      restore();
    }
  });

  it('are granted by the first reading where it has none', async () => {
    withoutQuestion();
    const ended = ask(web.motionRequester());
    move({ acceleration: null, accelerationIncludingGravity: { x: 0, y: 9.8, z: 0 } });
    expect(await ended).to.deep.equal({ end: 'granted', value: 'granted' });
  });

  it('are no device where nothing or an empty reading comes within a second', async () => {
    withoutQuestion();
    const ended = ask(web.motionRequester());
    move({ acceleration: { x: null }, accelerationIncludingGravity: { x: null } });
    move({});
    const started = performance.now();
    expect(await ended).to.deep.equal({ end: 'no-device' });
    expect(performance.now() - started).to.be.within(800, 3000);
  });

  it('are refused where nothing comes since a setting keeps them away', async () => {
    withoutQuestion();
    putState('denied');
    expect((await ask(web.motionRequester())).end).to.equal('refused');
  });
});

describe('keeping what is stored', () => {
  it('is granted or refused as the browser resolves', async () => {
    putCall('persistent-storage', async () => true);
    expect(await ask(web.persistentStorageRequester())).to.deep.equal({ end: 'granted', value: true });
    restore();
    putCall('persistent-storage', async () => false);
    expect(await ask(web.persistentStorageRequester())).to.deep.equal({ end: 'refused' });
  });

  it('stands where a browser without a state for it says that it does', async () => {
    const storage = (persisted) => ({ persist: async () => true, persisted });
    replace(navigator, 'permissions', { value: undefined });
    const states = [
      [async () => true, 'granted'],
      [async () => false, 'unknown'],
      [rejecting('UnknownError'), 'unknown'],
      [undefined, 'unknown'],
    ];
    for (const [persisted, state] of states) {
      replace(navigator, 'storage', { value: storage(persisted) });
      expect(await web.persistentStorageRequester().state()).to.equal(state);
    }
  });
});

describe('NFC', () => {
  it('gives the reader and the way to stop it', async () => {
    let scanned;
    putCall('nfc', async function ({ signal }) {
      scanned = { reader: this, signal };
    });
    const { end, value } = await ask(web.nfcRequester());
    expect([end, value.reader === scanned.reader, scanned.signal.aborted]).to.deep.equal([
      'granted',
      true,
      false,
    ]);
    value.stop();
    expect(scanned.signal.aborted).to.equal(true);
  });

  it('reads no tag once nobody waits for it', async () => {
    let scanned;
    putCall('nfc', ({ signal }) => {
      scanned = signal;
      return aTimeout(50);
    });
    const stop = new AbortController();
    const ended = ask(web.nfcRequester(), stop);
    stop.abort();
    expect(await ended).to.deep.equal({ end: 'aborted' });
    await aTimeout(100);
    expect(scanned.aborted).to.equal(true);
  });

  it('is no device where there is none, or it is switched off', async () => {
    for (const name of ['NotSupportedError', 'NotReadableError']) {
      putCall('nfc', rejecting(name));
      expect(await ask(web.nfcRequester())).to.deep.equal({ end: 'no-device' });
      restore();
    }
  });
});
