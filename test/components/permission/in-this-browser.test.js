import { expect, fixture, html } from '@open-wc/testing';
import { judge } from '../../../dist/src/permission/index.js';
import { requesterOf } from '../../../dist/src/permission/web/index.js';
import { hasCall } from '../../support/permission-apis.js';
import { press } from '../../support/press.js';

const engine = /Firefox/.test(navigator.userAgent)
  ? 'firefox'
  : /Chrome/.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

/** Asks the real browser; a prompt that stays open is left after two and a half seconds. */
const ask = async (requester) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 2500);
  const started = performance.now();
  const before = requester.state();
  const end = await requester.request(stop.signal);
  clearTimeout(timer);
  const elapsed = performance.now() - started;
  const seen = { before: await before, after: await requester.state(), elapsed, end };
  return { ...seen, answer: judge({ kind: requester.kind, ...seen }) };
};

const pressing = async (kind) => {
  const requester = await requesterOf(kind);
  const button = await fixture(html`<button>继续</button>`);
  let asked;
  button.onclick = () => (asked = ask(requester));
  await press(button);
  return asked;
};

const hasDevice = async (kind) => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some((device) => device.kind === kind);
};

/**
 * How a request ends without anybody at the screen: Chromium refuses by itself, Firefox leaves its prompt open, WebKitGTK
 * refuses. What an engine has no call for is unsupported.
 */
const alone = {
  location: { chromium: 'refused', firefox: 'aborted', webkit: 'refused' },
  notifications: { chromium: 'refused', firefox: 'aborted', webkit: 'refused' },
  'persistent-storage': { chromium: 'refused', firefox: 'aborted', webkit: 'unsupported' },
  bluetooth: { chromium: 'unsupported', firefox: 'unsupported', webkit: 'unsupported' },
  contacts: { chromium: 'unsupported', firefox: 'unsupported', webkit: 'unsupported' },
  nfc: { chromium: 'unsupported', firefox: 'unsupported', webkit: 'unsupported' },
};

describe('without anybody at the screen', () => {
  // First: an engine takes a press for a while after it as the person's wish.
  it('the clipboard is read by nobody who did not press', async () => {
    const { end, answer } = await ask(await requesterOf('clipboard'));
    const ends = { chromium: 'refused', firefox: 'failed', webkit: 'refused' };
    expect(end.end).to.equal(ends[engine]);
    expect(answer.verdict).to.be.oneOf(['blocked', 'failed']);
  });

  for (const [kind, ends] of Object.entries(alone)) {
    it(`${kind} ends as ${ends[engine]}, and is never granted`, async () => {
      const { end, answer, after } = await pressing(kind);
      // A browser of another build may have what this one lacks.
      const expected = hasCall(kind) || ends[engine] === 'unsupported' ? ends[engine] : 'unsupported';
      if (hasCall(kind) && expected === 'unsupported') expect(end.end).to.not.equal('granted');
      else expect(end.end).to.equal(expected);
      expect(answer.verdict).to.not.equal('granted');
      expect(after).to.not.equal('granted');
    });
  }

  for (const [kind, device] of Object.entries({ camera: 'videoinput', microphone: 'audioinput' })) {
    it(`the ${kind} is no device where this machine has none`, async () => {
      const { end, answer } = await pressing(kind);
      if (await hasDevice(device)) expect(end.end).to.be.oneOf(['refused', 'aborted']);
      else {
        expect(end).to.deep.equal({ end: 'no-device' });
        expect(answer).to.deep.equal({ verdict: 'no-device', certain: true });
      }
    });
  }

  it('a position that was refused is told as the engine lets us', async () => {
    const { before, after, answer } = await pressing('location');
    // Chromium refused it a test before, and says so; Firefox' prompt is still open.
    const answers = {
      chromium: { before: 'denied', after: 'denied', answer: { verdict: 'blocked', certain: true } },
      firefox: { before: 'prompt', after: 'prompt', answer: { verdict: 'aborted', certain: true } },
      webkit: { before: 'denied', after: 'denied', answer: { verdict: 'blocked', certain: false } },
    };
    expect({ before, after, answer }).to.deep.equal(answers[engine]);
  });

  it('a fingerprint is asked for until nobody waits any more, or not at all', async () => {
    const { end } = await pressing('biometrics');
    expect(end.end).to.be.oneOf(hasCall('biometrics') ? ['aborted', 'no-device'] : ['unsupported']);
  });

  it('motion sensors answer without a prompt, or are not here', async () => {
    const { end, elapsed } = await pressing('motion');
    expect(end.end).to.be.oneOf(hasCall('motion') ? ['granted', 'no-device'] : ['unsupported']);
    expect(elapsed).to.be.below(3000);
  });

  it('the screen is shown to nobody', async () => {
    const { end } = await pressing('screen');
    expect(end.end).to.be.oneOf(hasCall('screen') ? ['aborted', 'no-device', 'refused'] : ['unsupported']);
  });
});

describe('in a frame that was given nothing', () => {
  it('nothing is granted, and Chromium says that the page forbids it', async () => {
    const heard = new Promise((resolve) =>
      window.addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    const none = "camera 'none'; microphone 'none'; geolocation 'none'; display-capture 'none'";
    const src = new URL('./framed.html', import.meta.url).href;
    await fixture(html`<iframe allow=${none} src=${src}></iframe>`);
    const answers = await heard;
    for (const kind of ['camera', 'microphone', 'location', 'screen']) {
      const [lack, end] = answers[kind];
      if (document.featurePolicy) expect([lack, end]).to.deep.equal(['policy-blocked', 'policy-blocked']);
      else
        expect(end).to.be.oneOf([
          'refused',
          'policy-blocked',
          'no-device',
          'failed',
          'aborted',
          'unsupported',
        ]);
    }
    for (const kind of ['contacts', 'nfc']) {
      expect(answers[kind]).to.deep.equal(['policy-blocked', 'policy-blocked']);
    }
  });
});
