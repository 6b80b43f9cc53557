import { expect } from '@open-wc/testing';
import { HostDesk } from '../../../dist/src/bridge/desk.js';
import { hostMessage } from '../../../dist/src/bridge/host-message.js';
import { hostContract, makeDesk, sampleClaim, sampleMessage } from '../../support/host-contract.js';
import { inject, nativeEnds } from '../../support/native-ends.js';
import { nativeApp, nativeKit } from '../../support/native-kit.js';

const bridge = { HostDesk, hostMessage };
// Clients that change the page for good have a file of their own.
const { dsbridge: _dsbridge, capacitor: _capacitor, ...ends } = nativeEnds;
const schema = 'mingshi.host/1';

const withGlobal = async (name, value, use) => {
  window[name] = value;
  try {
    await use();
  } finally {
    delete window[name];
  }
};

/** Runs `use` with a host of this kind in the page, its app, and a started desk. */
const inApp = async (end, use) => {
  const { host, native } = await nativeKit(end).create();
  const seen = makeDesk(bridge, host);
  try {
    await host.isPresent();
    await seen.desk.start();
    await use({ host, native, ...seen });
  } finally {
    seen.desk.close();
    native.end();
  }
};

for (const [name, end] of Object.entries(ends)) {
  describe(`a page in an app: ${name}`, () => {
    before(function () {
      if (end.lacks?.()) this.skip();
    });

    for (const { name: clause, run } of hostContract(nativeKit(end), bridge)) it(clause, run);

    it('what is no answer of ours acknowledges nothing', async () => {
      for (const answer of [true, '', 'ok', null, 0, [], { acked: true }, { id: 'x' }]) {
        const { close } = await end.open(({ load }) => (load ? undefined : answer));
        const host = end.make();
        const sent = host.send(sampleMessage(bridge));
        const late = new Promise((resolve) => setTimeout(resolve, 60, 'nothing'));
        expect(await Promise.race([sent.catch(() => 'rejected'), late])).not.to.equal('acked');
        host.close();
        close();
      }
    });

    it('claims without the nonce of this page are refused and reported', async () => {
      await inApp(end, async ({ native, claims, errors }) => {
        claims.length = 0;
        await native.spoof([sampleClaim()]);
        expect(claims).to.deep.equal([]);
        expect(errors.map(({ code }) => code)).to.satisfy(
          ([code]) => code === 'host/refused-claims' || code === 'host/invalid-claims',
        );
      });
    });

    it('a script that comes later does not hear the nonce of what the app injects', async () => {
      await inApp(end, async ({ native, claims }) => {
        claims.length = 0;
        const overheard = [];
        const spy = (event) => overheard.push(event);
        addEventListener('mingshi-host', spy, true);
        inject({ schema, nonce: native.nonce, claims: [sampleClaim()] });
        removeEventListener('mingshi-host', spy, true);
        expect(overheard).to.deep.equal([]);
        expect(claims).to.deep.equal([[sampleClaim()]]);
      });
    });

    it('the nonce of one page is no good in the next', async () => {
      const { host, native } = await nativeKit(end).create();
      await host.load('default');
      const old = native.nonce;
      host.close();
      const next = end.make();
      const heard = [];
      next.watch((claims) => heard.push(claims));
      await next.load('default');
      expect(native.nonce).not.to.equal(old);
      heard.length = 0;
      native.say({ schema, nonce: old, claims: [sampleClaim()] });
      expect(heard.some(Array.isArray)).to.equal(false);
      next.close();
      native.end();
    });

    it('asked for a permission, the app answers in its own words', async () => {
      await inApp(end, async ({ host, native }) => {
        native.permission = 'restricted';
        const { permission } = await host.ask({ permission: 'calendar', prompt: true });
        expect(permission).to.equal('restricted');
      });
    });
  });
}

describe('a page in no app', () => {
  for (const [name, { make }] of Object.entries(ends)) {
    it(`${name} takes nothing and brings nothing`, async () => {
      const host = make();
      expect(await host.isPresent()).to.equal(false);
      expect(await host.send(sampleMessage(bridge))).to.equal('unsupported');
      expect(await host.load('default')).to.equal(undefined);
      expect(await host.ask({ permission: 'calendar' })).to.equal(undefined);
      host.close();
    });
  }

  it('a frame that bears the name of the object is no app', async () => {
    const frame = document.createElement('iframe');
    frame.name = 'mingshi';
    document.body.append(frame);
    expect(window.mingshi).to.equal(frame.contentWindow);
    for (const name of ['android-interface', 'android-listener', 'arkweb']) {
      expect(await ends[name].make().isPresent()).to.equal(false);
    }
    frame.remove();
  });

  it('what somebody gave every object is no app', async () => {
    Object.prototype.mingshi = { postMessage: () => '' };
    const hosts = [ends['android-interface'].make(), ends.arkweb.make()];
    delete Object.prototype.mingshi;
    expect(await Promise.all(hosts.map((host) => host.isPresent()))).to.deep.equal([false, false]);
  });

  it('an object that is null, is no object or throws when it is looked at is no app', async () => {
    const throwing = {
      get postMessage() {
        throw new Error('do not look');
      },
    };
    for (const value of [null, 'text', 1, { postMessage: 'no function' }, throwing]) {
      await withGlobal('mingshi', value, async () => {
        expect(await ends['android-interface'].make().isPresent()).to.equal(false);
      });
    }
  });
});

describe('a page in a frame of a page in an app', () => {
  it('uses no bridge, for bridges do not tell frames apart', async () => {
    const frame = document.createElement('iframe');
    const answer = new Promise((resolve) =>
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && resolve(data)),
    );
    frame.src = new URL('./native-in-frame.html', import.meta.url).href;
    document.body.append(frame);
    const { present, calls } = await answer;
    frame.remove();
    expect(present).to.deep.equal({
      'android-interface': false,
      'android-listener': false,
      arkweb: false,
      'react-native': false,
      flutter: false,
    });
    expect(calls).to.equal(0);
  });
});

describe('a script that comes after', () => {
  it('who takes the place of the object hears nothing, and is not believed', async () => {
    const app = nativeApp(true);
    const { close } = ends['android-interface'].open((wire) => app.take(wire));
    const host = ends['android-interface'].make();
    const overheard = [];
    window.mingshi = { postMessage: (text) => overheard.push(text) };
    expect(await host.send(sampleMessage(bridge))).to.equal('acked');
    expect(await host.load('default')).to.deep.equal([]);
    expect(overheard).to.deep.equal([]);
    host.close();
    close();
  });
});

describe('Flutter', () => {
  const acking = async (_name, { id }) => ({ schema, acked: id });

  it('is there when the plugin says it is ready, not before', async () => {
    await withGlobal('flutter_inappwebview', { callHandler: acking }, async () => {
      const host = ends.flutter.make();
      let present;
      host.isPresent().then((is) => (present = is));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(present).to.equal(undefined);
      dispatchEvent(new Event('flutterInAppWebViewPlatformReady'));
      await new Promise((resolve) => setTimeout(resolve));
      expect(present).to.equal(true);
      expect(await host.send(sampleMessage(bridge))).to.equal('acked');
    });
  });

  it('is looked at again after 3 s, since an older plugin may have said it before', async () => {
    await withGlobal('flutter_inappwebview', { callHandler: acking }, async () => {
      expect(await ends.flutter.make().isPresent()).to.equal(true);
    });
  });

  it('is not there where its call never came', async () => {
    await withGlobal('flutter_inappwebview', { _platformReady: true }, async () => {
      expect(await ends.flutter.make().isPresent()).to.equal(false);
      expect(await ends.flutter.make().send(sampleMessage(bridge))).to.equal('queued');
    });
  });
});

describe('WKWebView without reply', () => {
  before(function () {
    if (ends.wkwebview.lacks()) this.skip();
  });

  it('is queued at once, whether the call gives nothing (iOS) or a promise of nothing (newer WebKit)', async () => {
    for (const given of [undefined, null, Promise.resolve(undefined)]) {
      const postMessage = () => given;
      await withGlobal('webkit', { messageHandlers: { mingshi: { postMessage } } }, async () => {
        const host = ends.wkwebview.make();
        expect(await host.send(sampleMessage(bridge))).to.equal('queued');
        host.close();
      });
    }
  });
});

describe("Android's listener in an older web view", () => {
  it('is heard by its onmessage where it has no addEventListener', async () => {
    const mingshi = {
      postMessage: (text) => {
        const { id, nonce } = JSON.parse(text);
        mingshi.onmessage({ data: JSON.stringify({ schema, nonce, acked: id }) });
      },
    };
    await withGlobal('mingshi', mingshi, async () => {
      const host = ends['android-listener'].make();
      expect(await host.send(sampleMessage(bridge))).to.equal('acked');
      host.close();
      expect(mingshi.onmessage).to.equal(null);
    });
  });
});
