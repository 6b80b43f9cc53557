import { expect } from '@open-wc/testing';
import { HostDesk } from '../../../dist/src/bridge/desk.js';
import { hostMessage } from '../../../dist/src/bridge/host-message.js';
import { frameHost } from '../../../dist/src/bridge/hosts/frame.js';
import { hostContract, sampleClaim, sampleMessage } from '../../support/host-contract.js';
import { nativeApp } from '../../support/native-kit.js';
import { until } from '../../support/storage-contract.js';

const bridge = { HostDesk, hostMessage };
const schema = 'mingshi.host/1';

/** The same server by another name: another origin. */
const elsewhere = location.origin.replace(/localhost|127\.0\.0\.1/, (name) =>
  name === 'localhost' ? '127.0.0.1' : 'localhost',
);

const frames = [];

/** Opens the page of `framed.html` in a frame; `result` is what its task came to. */
const openFrame = (task, { from = location.origin, origin = location.origin, sandbox } = {}) => {
  const frame = document.createElement('iframe');
  const { pathname } = new URL('./framed.html', import.meta.url);
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = `${from}${pathname}?task=${task}&origin=${encodeURIComponent(origin)}`;
  const result = new Promise((resolve) =>
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow && data?.result) resolve(data.result);
    }),
  );
  document.body.append(frame);
  frames.push(frame);
  return { frame, result };
};

/**
 * The page around the frame, as `docs/hosts-native.md` says: it hears this frame of this origin alone, and answers by the
 * port that came along, or (`by: 'window'`) to the frame itself.
 */
const listenTo = (windowOf, origin, app, by = 'port') => {
  const answers = [];
  const heard = async ({ source, origin: from, data, ports }) => {
    if (source !== windowOf() || from !== origin || data?.schema !== schema) return;
    const say = (answer) =>
      by === 'port' ? ports[0].postMessage(answer) : source.postMessage(answer, origin);
    answers.unshift(say);
    try {
      const answer = await app.take(data);
      if (answer !== undefined) say(answer);
    } catch {
      // An app that throws says nothing.
    }
  };
  addEventListener('message', heard);
  return { say: (answer) => answers[0]?.(answer), close: () => removeEventListener('message', heard) };
};

/** What the contract calls `native`, for the frame's `window`. */
const openApp = (framed) => {
  const app = nativeApp();
  const page = listenTo(() => framed, location.origin, app);
  // The frame's own call cannot fail; the app's silence can.
  const take = app.take.bind(app);
  app.take = (wire) => (app.mode === 'throws' || app.mode === 'gone' ? undefined : take(wire));
  return Object.assign(app, {
    say: page.say,
    end: page.close,
    tell: (claims) => page.say({ schema, nonce: app.nonce, claims }),
    spoof: (claims) => {
      for (const nonce of [undefined, '', 'f'.repeat(32)]) framed.postMessage({ schema, nonce, claims }, '*');
    },
  });
};

describe('a page in a frame, whose host is the page around it', () => {
  let contract;

  before(async function () {
    this.timeout(60_000);
    window.openApp = openApp;
    contract = await openFrame('contract').result;
  });
  after(() => {
    delete window.openApp;
    for (const frame of frames) frame.remove();
  });

  for (const { name } of hostContract({}, bridge)) {
    it(name, () => {
      expect(contract.names).to.include(name);
      expect(contract.broken.filter((broken) => broken.startsWith(name))).to.deep.equal([]);
    });
  }

  for (const by of ['port', 'window']) {
    it(`of another origin, answered by the ${by}, is acknowledged`, async () => {
      const app = nativeApp();
      const opening = openFrame('send', { from: elsewhere });
      const page = listenTo(() => opening.frame.contentWindow, elsewhere, app, by);
      expect(await opening.result).to.deep.equal({ present: true, delivery: 'acked' });
      expect(app.taken()[0].schema).to.equal(schema);
      page.close();
    });
  }

  it('sends nothing to a page of another origin than the one it was told', async () => {
    const heard = [];
    const spy = ({ data }) => data?.schema === schema && heard.push(data);
    addEventListener('message', spy);
    const { delivery } = await openFrame('send', { origin: 'https://bank.example' }).result;
    removeEventListener('message', spy);
    expect(delivery).not.to.equal('acked');
    expect(heard).to.deep.equal([]);
  });

  it('takes no claim from another frame, another origin or without the nonce', async () => {
    const app = nativeApp();
    const { frame, result } = openFrame('claims', { from: elsewhere });
    const page = listenTo(() => frame.contentWindow, elsewhere, app);
    expect(await result).to.equal('listening');
    await until(() => app.nonce);

    // A frame of any origin can reach its neighbour, and may even have learnt the nonce.
    const hostile = document.createElement('iframe');
    hostile.srcdoc =
      '<script>addEventListener("message", ({data}) => parent.frames[data.to].postMessage(data.say, "*"))</script>';
    document.body.append(hostile);
    frames.push(hostile);
    await new Promise((resolve) => (hostile.onload = resolve));
    const to = [...document.querySelectorAll('iframe')].indexOf(frame);
    hostile.contentWindow.postMessage(
      { to, say: { schema, nonce: app.nonce, claims: [sampleClaim()] } },
      '*',
    );
    frame.contentWindow.postMessage({ schema, claims: [sampleClaim()] }, elsewhere);
    frame.contentWindow.postMessage({ schema, nonce: 'f'.repeat(32), claims: [sampleClaim()] }, elsewhere);

    const ask = () =>
      new Promise((resolve) => {
        addEventListener('message', function heard({ source, data }) {
          if (source !== frame.contentWindow || !data?.claims) return;
          removeEventListener('message', heard);
          resolve(data);
        });
        frame.contentWindow.postMessage('what reached you?', elsewhere);
      });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { claims, codes } = await ask();
    expect(claims).to.deep.equal([]);
    expect(codes.length).to.equal(1);

    page.say({ schema, nonce: app.nonce, claims: [sampleClaim()] });
    let reached;
    for (let tries = 0; tries < 50 && !reached?.claims.length; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      reached = await ask();
    }
    expect(reached.claims).to.deep.equal([sampleClaim()]);
    page.close();
  });

  it('refuses to be made without one exact origin', () => {
    const wrong = [
      '*',
      '',
      '/',
      'null',
      'https://bank.example/',
      'https://bank.example/app',
      'bank.example',
      undefined,
    ];
    for (const origin of wrong) {
      expect(() => frameHost({ origin }), String(origin))
        .to.throw()
        .with.property('code', 'host/invalid-origin');
    }
  });

  it('is not there in a page that is in no frame', async () => {
    const host = frameHost({ origin: location.origin });
    expect(await host.isPresent()).to.equal(false);
    expect(await host.send(sampleMessage(bridge))).to.equal('unsupported');
    host.close();
  });
});
