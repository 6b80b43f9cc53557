import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../dist/components/provider/define.js';
import { activateTemplates } from '../../../dist/components/requires/activate-templates.js';
import { createConsent, memoryStorage } from '../../../dist/src/index.js';
import { webStorage } from '../../../dist/src/storage/web-storage.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { agree, askFor, withdraw } from '../../support/answer-prompt.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { waitUntil } from '../../support/wait-until.js';

/** The same storage for another engine: closing it is left out. */
const keep = (storage) => ({ ...storage, close: () => undefined });

const template = (requires, content = '<p class="granted">scanner</p>') => {
  const made = document.createElement('template');
  made.dataset.mingRequires = requires;
  made.innerHTML = content;
  return made;
};

/** A tree with one template in it, and what stands there by now. */
async function tree(...children) {
  const root = await fixture(html`<div></div>`);
  root.append(...children);
  return root;
}

const shown = (root) => [...root.querySelectorAll('.granted')].map(({ textContent }) => textContent);
const settle = () => aTimeout(50);

describe('a template that requires a permission', () => {
  let policy, engine, camera, root, stop;

  const start = async (storage = memoryStorage()) => {
    engine = createConsent({ policies: [policy], storage });
    await engine.ready;
    return engine;
  };
  const activate = (options = { requesters: { camera } }) =>
    (stop = activateTemplates(root, engine, options));

  before(async () => {
    policy = await smallPolicy({ language: 'en' });
  });
  beforeEach(async () => {
    camera = scriptedRequester('camera');
    await start();
  });
  afterEach(() => {
    stop?.();
    stop = undefined;
    engine.destroy();
  });

  describe('shows its content', () => {
    it('right after itself, once the person and the system both agreed', async () => {
      root = await tree(template('camera'), document.createElement('hr'));
      activate();
      await agree(engine);
      await settle();
      expect(shown(root)).to.deep.equal([]);
      await askFor(engine, 'camera', { requester: camera });
      expect(shown(root)).to.deep.equal(['scanner']);
      expect([...root.children].map(({ localName }) => localName)).to.deep.equal(['template', 'p', 'hr']);
    });

    it('only then runs its scripts, once', async () => {
      window.scannerRuns = 0;
      const made = document.createElement('template');
      made.dataset.mingRequires = 'camera';
      const script = document.createElement('script');
      script.textContent = 'window.scannerRuns += 1';
      made.content.append(script);
      root = await tree(made);
      activate();
      await agree(engine);
      await settle();
      expect(window.scannerRuns).to.equal(0);
      await askFor(engine, 'camera', { requester: camera });
      await settle();
      expect(window.scannerRuns).to.equal(1);
    });

    it('for the function it names, and no other', async () => {
      root = await tree(template('camera:scan', '<p class="granted">scan</p>'), template('camera:face'));
      activate();
      await agree(engine);
      await askFor(engine, 'camera', { requester: camera, function: 'scan' });
      expect(shown(root)).to.deep.equal(['scan']);
    });

    it('when all it requires is granted, permissions and policies', async () => {
      const microphone = scriptedRequester('microphone');
      root = await tree(template(` camera\n microphone ${policy.id} `));
      activate({ requesters: { camera, microphone } });
      await agree(engine);
      await askFor(engine, 'camera', { requester: camera });
      expect(shown(root)).to.deep.equal([]);
      await askFor(engine, 'microphone', { requester: microphone });
      expect(shown(root)).to.deep.equal(['scanner']);
    });

    it('for a policy alone, as soon as it is agreed to', async () => {
      root = await tree(template(policy.id));
      activate();
      await settle();
      expect(shown(root)).to.deep.equal([]);
      await agree(engine);
      expect(shown(root)).to.deep.equal(['scanner']);
    });
  });

  describe('shows nothing', () => {
    for (const end of ['refused', 'dismissed', 'no-device', 'busy', 'failed', 'aborted']) {
      it(`where the system ends with ${end}`, async () => {
        root = await tree(template('camera'));
        activate();
        await agree(engine);
        const outcome = await askFor(engine, 'camera', { requester: camera, end });
        await settle();
        expect([outcome.granted, shown(root)]).to.deep.equal([false, []]);
      });
    }

    it('where the person refuses', async () => {
      root = await tree(template('camera'));
      activate();
      await agree(engine);
      await askFor(engine, 'camera', { requester: camera, decision: 'denied' });
      await settle();
      expect(shown(root)).to.deep.equal([]);
    });

    it('while nothing was answered, and never asks by itself', async () => {
      root = await tree(template('camera'));
      activate();
      await settle();
      expect([shown(root), engine.prompt, camera.calls]).to.deep.equal([[], undefined, 0]);
    });
  });

  describe('takes its content away', () => {
    beforeEach(async () => {
      root = await tree(template('camera', '<p class="granted">one</p><p class="granted">two</p>tail'));
      activate();
      await agree(engine);
      await askFor(engine, 'camera', { requester: camera });
      expect(shown(root)).to.deep.equal(['one', 'two']);
    });

    const isEmpty = () => waitUntil(() => root.textContent.trim() === '');

    it('when the permission is withdrawn', async () => {
      await withdraw(engine, 'permission:camera');
      await isEmpty();
    });

    it('when the policy it was asked under is withdrawn', async () => {
      await withdraw(engine, policy.id);
      await isEmpty();
    });

    it('when the system refuses the next time', async () => {
      camera.states = ['denied'];
      await askFor(engine, 'camera', { requester: camera, end: 'refused' });
      await isEmpty();
    });

    it('when the person took it back in the settings meanwhile', async () => {
      camera.states = ['denied'];
      document.dispatchEvent(new Event('visibilitychange'));
      await isEmpty();
    });

    it('when the template goes', async () => {
      root.querySelector('template').remove();
      await isEmpty();
    });

    it('when it requires something else', async () => {
      root.querySelector('template').dataset.mingRequires = 'camera location';
      await isEmpty();
    });

    it('when it is ended', async () => {
      stop();
      await isEmpty();
    });

    it('and shows it again after another grant', async () => {
      await withdraw(engine, 'permission:camera');
      await isEmpty();
      await askFor(engine, 'camera', { requester: camera });
      expect(shown(root)).to.deep.equal(['one', 'two']);
    });
  });

  describe('follows the browser’s settings', () => {
    const WAYS = {
      'the page is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
      'the window has the focus again, as after the address bar': () => dispatchEvent(new Event('focus')),
      'the page is come back to': () => dispatchEvent(new Event('pageshow')),
    };
    const comeBack = () => Object.values(WAYS).forEach((way) => way());
    const isEmpty = () => waitUntil(() => shown(root).length === 0);

    const grant = async (states) => {
      root = await tree(template('camera'));
      activate();
      await agree(engine);
      camera.states = states;
      await askFor(engine, 'camera', { requester: camera });
      await settle();
      expect(shown(root)).to.deep.equal(['scanner']);
    };

    for (const [how, happens] of Object.entries(WAYS)) {
      for (const state of ['prompt', 'denied']) {
        it(`and takes its content away when ${how}, and the state went from granted to ${state}`, async () => {
          await grant(['granted']);
          camera.states = [state];
          await settle();
          expect(shown(root), 'nothing told of it so far').to.deep.equal(['scanner']);
          happens();
          await isEmpty();
          expect(engine.status('permission:camera').decision, 'our record stands').to.equal('granted');
        });
      }
    }

    it('and shows it again when the person allows it there again', async () => {
      await grant(['granted']);
      camera.states = ['prompt'];
      comeBack();
      await isEmpty();
      camera.states = ['granted'];
      comeBack();
      await waitUntil(() => shown(root).length === 1);
    });

    it('and shows nothing in a template that comes after it was taken back', async () => {
      root = await tree();
      activate();
      await agree(engine);
      camera.states = ['granted'];
      await askFor(engine, 'camera', { requester: camera });
      await settle();
      camera.states = ['prompt'];
      comeBack();
      await settle();
      root.append(template('camera'));
      await settle();
      expect(shown(root)).to.deep.equal([]);
    });

    for (const state of ['unknown', 'prompt']) {
      it(`and leaves what was granted on this page where they say ${state} all along`, async () => {
        await grant([state]);
        const [copy] = root.querySelectorAll('.granted');
        comeBack();
        await settle();
        expect(root.querySelector('.granted')).to.equal(copy);
        await withdraw(engine, 'permission:camera');
        await isEmpty();
      });
    }

    it('and makes nothing of a look that says nothing, or fails', async () => {
      await grant(['granted']);
      camera.states = ['unknown'];
      comeBack();
      await settle();
      camera.state = () => Promise.reject(new Error('no'));
      comeBack();
      await settle();
      expect(shown(root)).to.deep.equal(['scanner']);
      camera.state = () => Promise.resolve('prompt');
      comeBack();
      await isEmpty();
    });

    it('and believes the latest look, not the one that took longest', async () => {
      await grant(['granted']);
      const looks = [];
      camera.state = () => new Promise((resolve) => looks.push(resolve));
      dispatchEvent(new Event('focus'));
      dispatchEvent(new Event('focus'));
      await waitUntil(() => looks.length >= 2);
      looks.slice(1).forEach((says) => says('prompt'));
      await isEmpty();
      looks[0]('granted');
      await settle();
      expect(shown(root)).to.deep.equal([]);
    });

    it('and lets a look that began before a new grant say nothing about it', async () => {
      await grant(['granted']);
      const looks = [];
      const state = camera.state;
      camera.state = () => new Promise((resolve) => looks.push(resolve));
      dispatchEvent(new Event('focus'));
      await waitUntil(() => looks.length > 0);
      camera.state = state;
      await withdraw(engine, 'permission:camera');
      await askFor(engine, 'camera', { requester: camera });
      await settle();
      const [copy] = root.querySelectorAll('.granted');
      looks.forEach((says) => says('prompt'));
      await settle();
      expect(copy?.isConnected).to.equal(true);
    });

    it('no more once it is ended', async () => {
      await grant(['granted']);
      let looks = 0;
      camera.state = () => Promise.resolve((looks += 1) && 'granted');
      dispatchEvent(new Event('focus'));
      await waitUntil(() => looks > 0);
      stop();
      looks = 0;
      comeBack();
      await settle();
      expect(looks).to.equal(0);
    });

    describe('where the browser tells of a change', () => {
      const query = navigator.permissions?.query;
      let statuses;

      beforeEach(async () => {
        // The engine's own status objects, kept to tell them of a change as the browser does: a page cannot change a setting.
        statuses = [];
        const state = await query
          ?.call(navigator.permissions, { name: 'geolocation' })
          .catch(() => undefined);
        expect(state, 'a status of a permission, which each of the three engines has').to.be.ok;
        navigator.permissions.query = async (...given) => {
          const status = await query.apply(navigator.permissions, given);
          statuses.push(status);
          return status;
        };
      });
      afterEach(() => {
        if (query) delete navigator.permissions.query;
      });

      const tellOfChange = () => statuses.forEach((status) => status.dispatchEvent(new Event('change')));
      const grantLocation = async () => {
        const location = scriptedRequester('location', { states: ['granted'] });
        root = await tree(template('location'));
        activate({ requesters: { location } });
        await agree(engine);
        await askFor(engine, 'location', { requester: location });
        await waitUntil(() => statuses.length > 0);
        await settle();
        expect(shown(root)).to.deep.equal(['scanner']);
        return location;
      };

      for (const state of ['prompt', 'denied']) {
        it(`takes its content away at once when that is to ${state}`, async () => {
          const location = await grantLocation();
          location.states = [state];
          tellOfChange();
          await isEmpty();
        });
      }

      it('asks the browser for one status, however often it is granted', async () => {
        const location = await grantLocation();
        await withdraw(engine, 'permission:location');
        await askFor(engine, 'location', { requester: location });
        await settle();
        expect([statuses.length, shown(root)]).to.deep.equal([1, ['scanner']]);
      });

      it('looks no more once it is ended', async () => {
        const location = await grantLocation();
        stop();
        let looks = 0;
        location.state = () => Promise.resolve((looks += 1) && 'granted');
        tellOfChange();
        await settle();
        expect(looks).to.equal(0);
      });
    });

    it('quietly where the browser has no such name, or throws', async () => {
      const failed = [];
      const note = (event) => failed.push(event.reason);
      addEventListener('unhandledrejection', note);
      const query = navigator.permissions?.query;
      if (query) {
        navigator.permissions.query = () => {
          throw new TypeError('no such name');
        };
      }
      await grant(['granted']);
      camera.states = ['prompt'];
      comeBack();
      await isEmpty();
      if (query) delete navigator.permissions.query;
      removeEventListener('unhandledrejection', note);
      expect(failed).to.deep.equal([]);
    });
  });

  it('goes with the policy that was declared first, which permissions are asked under, and with no other', async () => {
    const rules = { ...policy, id: 'rules', kind: 'user-agreement' };
    engine.destroy();
    engine = createConsent({ policies: [rules, policy] });
    await engine.ready;
    root = await tree(template('camera'));
    activate();
    await agree(engine);
    await askFor(engine, 'camera', { requester: camera });
    expect(shown(root), 'nobody was asked about the other').to.deep.equal(['scanner']);
    await withdraw(engine, rules.id);
    await waitUntil(() => shown(root).length === 0);
  });

  it('stays where a host’s requester granted what the browser itself always denies', async () => {
    const browser = scriptedRequester('camera', { states: ['denied'] });
    root = await tree(template('camera'));
    activate({ requesters: { camera: browser } });
    await agree(engine);
    await askFor(engine, 'camera', { requester: camera });
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(shown(root)).to.deep.equal(['scanner']);
  });

  describe('after a restart', () => {
    let storage;
    beforeEach(async () => {
      storage = memoryStorage();
      const before = await start(keep(storage));
      await agree(before);
      await askFor(before, 'camera', { requester: camera });
      before.destroy();
      await start(keep(storage));
      expect(engine.status('permission:camera').decision).to.equal('granted');
      root = await tree(template('camera'));
    });

    it('shows its content where the system says that it still allows it', async () => {
      camera.states = ['granted'];
      activate();
      await waitUntil(() => shown(root).length === 1);
      expect(camera.calls, 'the system was looked at, not asked').to.equal(1);
    });

    for (const state of ['prompt', 'unknown', 'denied']) {
      it(`shows nothing where the system says ${state}, though the ledger has the grant`, async () => {
        camera.states = [state];
        activate();
        await aTimeout(200);
        expect(shown(root)).to.deep.equal([]);
      });
    }

    it('shows nothing where the system does not say, or fails to', async () => {
      activate({ requesters: { camera: { ...camera, state: () => Promise.reject(new Error('no')) } } });
      await aTimeout(200);
      expect(shown(root)).to.deep.equal([]);
    });

    it('shows it once the system granted it again on this page, though the ledger gains nothing new', async () => {
      camera.states = ['unknown'];
      activate();
      await settle();
      const { length } = await engine.history();
      const outcome = await askFor(engine, 'camera', { requester: camera });
      expect(outcome.granted).to.equal(true);
      expect((await engine.history()).length).to.equal(length);
      expect(shown(root)).to.deep.equal(['scanner']);
    });

    it('asks the browser itself where no requester is given', async () => {
      activate({});
      await aTimeout(300);
      const state = await navigator.permissions?.query({ name: 'camera' }).then(
        (status) => status.state,
        () => 'unknown',
      );
      expect(shown(root).length).to.equal(state === 'granted' ? 1 : 0);
    });
  });

  describe('on a page that changes', () => {
    beforeEach(async () => {
      await agree(engine);
    });

    it('is seen when it comes later, however deep', async () => {
      root = await tree();
      activate();
      await askFor(engine, 'camera', { requester: camera });
      const section = document.createElement('section');
      section.append(template('camera'));
      root.append(section);
      await waitUntil(() => shown(section).length === 1);
    });

    it('shows what stands inside another template’s content', async () => {
      root = await tree(
        template(
          'camera',
          '<div><template data-ming-requires="camera"><p class="granted">in</p></template></div>',
        ),
      );
      activate();
      await askFor(engine, 'camera', { requester: camera });
      await waitUntil(() => shown(root).length === 1);
      await withdraw(engine, 'permission:camera');
      await waitUntil(() => shown(root).length === 0);
    });

    it('brings its content along when it moves', async () => {
      root = await tree(template('camera'), document.createElement('section'));
      activate();
      await askFor(engine, 'camera', { requester: camera });
      const section = root.querySelector('section');
      section.append(root.querySelector('template'));
      await waitUntil(() => shown(section).length === 1);
      expect(shown(root)).to.deep.equal(['scanner']);
    });

    it('shows one copy where two look after it', async () => {
      root = await tree(template('camera'));
      activate();
      const stopOther = activateTemplates(document.body, engine, { requesters: { camera } });
      await askFor(engine, 'camera', { requester: camera });
      await settle();
      expect(shown(root)).to.deep.equal(['scanner']);
      stopOther();
    });
  });

  describe('with a value nobody knows', () => {
    for (const value of [
      '',
      'telescope',
      'camera telescope',
      'constructor',
      'camera:',
      'camera:a:b',
      '__proto__',
    ]) {
      it(`says so and shows nothing (“${value}”)`, async () => {
        root = await tree(template(value));
        const errors = [];
        root.addEventListener('ming-error', ({ error }) => errors.push([error.code, error.value]));
        activate();
        await agree(engine);
        await askFor(engine, 'camera', { requester: camera });
        await settle();
        expect(errors).to.deep.equal([['requires/unknown', value]]);
        expect(shown(root)).to.deep.equal([]);
      });
    }
  });

  describe('inside a provider', () => {
    it('is looked after by the provider’s engine, and by no other provider’s', async () => {
      const other = createConsent({ policies: [policy] });
      const provider = await fixture(html`<ming-provider .engine=${other}></ming-provider>`);
      const inner = document.createElement('ming-provider');
      inner.engine = engine;
      inner.append(template('camera'));
      provider.append(template('camera', '<p class="granted">outer</p>'), inner);
      await import('../../../dist/components/requires/follow-provider.js');
      await agree(engine);
      await askFor(engine, 'camera', { requester: camera });
      await waitUntil(() => shown(provider).length > 0);
      await settle();
      expect(shown(provider)).to.deep.equal(['scanner']);
      inner.remove();
      await waitUntil(() => inner.querySelectorAll('.granted').length === 0);
      provider.append(inner);
      await settle();
      expect(shown(inner), 'nothing is known of the system after that').to.deep.equal([]);
      await askFor(engine, 'camera', { requester: camera });
      await waitUntil(() => shown(inner).length === 1);
      other.destroy();
    });

    it('asks the requesters the provider was given whether a grant of another day still stands', async () => {
      const namespace = `requires-test-${Date.now()}`;
      const storage = webStorage({ namespace });
      const before = createConsent({ namespace, policies: [policy], storage });
      await agree(before);
      await askFor(before, 'camera', { requester: camera });
      before.destroy();
      camera.states = ['granted'];
      const provider = await fixture(
        html`<ming-provider
          .policies=${[policy]}
          .options=${{ requesters: { camera } }}
          namespace=${namespace}
          storage="local-storage"
        ></ming-provider>`,
      );
      provider.append(template('camera'));
      await waitUntil(() => shown(provider).length === 1);
    });

    it('tells the page about a value nobody knows', async () => {
      const errors = [];
      const provider = await fixture(
        html`<ming-provider
          .engine=${engine}
          @ming-error=${({ error }) => errors.push(error.code)}
        ></ming-provider>`,
      );
      provider.append(template('telescope'));
      await waitUntil(() => errors.length > 0);
      expect(errors).to.deep.equal(['requires/unknown']);
    });
  });
});
