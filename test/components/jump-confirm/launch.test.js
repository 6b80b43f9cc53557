import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import {
  MadeEngine,
  answersOf,
  collect,
  pressOn,
  pressRefuse,
  settle,
  targetOf,
  wait,
  words,
} from './open-jump.js';
import { questionOf } from '../consent-gate/open-gate.js';
import { setLocale } from '../../../dist/components/locale.js';

/** Stands in for WeChat's own tag: no browser here has one. A press on it says that the mini-program opened. */
class StandIn extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', () => this.dispatchEvent(new CustomEvent('launch', { detail: {} })));
  }
}
customElements.define('wx-open-launch-weapp', StandIn);

const MINI = targetOf({
  kind: 'mini-program',
  href: 'weixin://dl/business/?appid=wx0000000000000000',
  host: '',
  display: { name: 'weixin:', address: 'weixin://dl/business/?appid=wx0000000000000000' },
});

const tag = html`<wx-open-launch-weapp slot="launch" username="gh_sample">打开小程序</wx-open-launch-weapp>`;

function browseWith(userAgent) {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => userAgent });
}

async function open({ jump = {}, inside = tag, before = () => undefined } = {}) {
  await setLocale('zh-Hans');
  const engine = new MadeEngine();
  const element = await fixture(html`<ming-jump-confirm .engine=${engine}>${inside}</ming-jump-confirm>`);
  const errors = collect(element, 'ming-error');
  before(element);
  engine.put({ target: MINI, ...jump });
  const dialog = await questionOf(element);
  await nextFrame();
  return { element, engine, dialog, errors, launch: element.querySelector('wx-open-launch-weapp') };
}

const codesOf = (errors) => errors.map(({ error }) => error.code);
const size = (element) => {
  const { width, height } = element.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
};

describe('the launch slot', () => {
  const genuine = navigator.userAgent;

  afterEach(() => browseWith(genuine));

  describe('inside WeChat', () => {
    beforeEach(() => browseWith(`${genuine} MicroMessenger/8.0.50`));

    it('shows WeChat’s own tag in the place of our agreement, as large as our refusal', async () => {
      const { element, launch } = await open();
      const buttons = answersOf(element);
      expect(buttons.map(words)).to.deep.equal(['不同意']);
      expect(size(launch)).to.deep.equal(size(buttons[0]));
      const { top, left } = launch.getBoundingClientRect();
      const refuse = buttons[0].getBoundingClientRect();
      expect(top).to.equal(refuse.top);
      expect(left).to.be.above(refuse.right);
    });

    it('records a press on the tag as the host’s act, and opens nothing a second time', async () => {
      const { element, engine, launch, errors } = await open();
      const answered = collect(element, 'ming-answered');
      await waitUntil(() => !element.shadowRoot.querySelector('.waits'), 'the guard ends');
      await pressOn(launch);
      await waitUntil(() => answered.length === 1, 'it is answered');
      const [{ decision, act, remember }] = engine.answers;
      expect({ decision, act, remember }).to.deep.equal({
        decision: 'granted',
        act: 'host',
        remember: false,
      });
      expect(engine.opened).to.deep.equal([]);
      expect(codesOf(errors)).to.deep.equal([]);
    });

    it('keeps a press on the tag away until the answers were in view', async () => {
      const { engine, launch } = await open();
      await pressOn(launch);
      const early = engine.answers.length;
      const [answer] = engine.answers;
      // A slow driver presses after the guard: then it counts, as it should.
      if (early === 1) expect(answer.act).to.equal('host');
      else expect(getComputedStyle(launch).pointerEvents).to.equal('none');
    });

    it('lets the person refuse as ever', async () => {
      const { element, engine } = await open();
      await pressRefuse(element);
      await waitUntil(() => engine.answers.length === 1);
      expect(engine.answers[0].decision).to.equal('denied');
    });

    it('takes no word of a script for a press that nobody had time for', async () => {
      const { element, engine, launch, errors } = await open();
      for (let times = 0; times < 20; times += 1) launch.dispatchEvent(new CustomEvent('launch'));
      expect(engine.answers).to.deep.equal([]);
      await waitUntil(() => words(element.shadowRoot.querySelector('footer')).includes('同意没有被记录'));
      expect(codesOf(errors)).to.deep.equal(['jump/launch-not-counted']);
      expect(errors[0].error.value).to.equal('gate/too-early');
    });

    it('counts no press while the destination cannot be read', async () => {
      const { element, engine, launch, errors } = await open();
      await waitUntil(() => !element.shadowRoot.querySelector('.waits'), 'the guard ends');
      element.style.setProperty('text-indent', '-4000px');
      element.shadowRoot.querySelector('dialog').style.setProperty('text-indent', '-4000px');
      launch.dispatchEvent(new CustomEvent('launch'));
      expect(engine.answers).to.deep.equal([]);
      expect(errors.map(({ error }) => [error.code, error.value])).to.deep.equal([
        ['jump/launch-not-counted', 'gate/hidden-notice'],
      ]);
    });

    it('names what the tag opens, and records it with the question', async () => {
      const path = html`<wx-open-launch-weapp
        slot="launch"
        username="gh_sample"
        path="pages/pay‮"
      ></wx-open-launch-weapp>`;
      const { element, engine, launch } = await open({ inside: path });
      const shown = () => words(element.shadowRoot.querySelector('.opened'));
      expect(shown()).to.equal('微信按钮将打开： gh_sample pages/pay');
      await waitUntil(() => engine.notices.some(({ strings }) => strings.includes('gh_sample pages/pay')));
      launch.setAttribute('username', 'gh_other');
      await waitUntil(() => shown().includes('gh_other pages/pay'));
      await waitUntil(() => engine.notices.some(({ strings }) => strings.includes('gh_other pages/pay')));
    });

    it('leaves out a tag for another mini-program than the one asked about', async () => {
      const other = html`<wx-open-launch-weapp
        slot="launch"
        appid="wx9999999999999999"
      ></wx-open-launch-weapp>`;
      const { element, launch, errors } = await open({ inside: other });
      expect(answersOf(element).map(words)).to.deep.equal(['不同意', '同意']);
      expect(size(launch)).to.deep.equal([0, 0]);
      expect(codesOf(errors)).to.deep.equal(['jump/launch-not-allowed']);
    });

    it('grants nothing where WeChat reports an error, and says so', async () => {
      const { element, engine, launch, errors } = await open();
      launch.dispatchEvent(new CustomEvent('error', { detail: { errMsg: 'launch:fail' } }));
      await waitUntil(() => words(element.shadowRoot.querySelector('footer')).includes('微信未能打开'));
      expect(engine.answers).to.deep.equal([]);
      expect(codesOf(errors)).to.deep.equal(['jump/launch-failed']);
      expect(errors[0].error.value).to.deep.equal({ errMsg: 'launch:fail' });
    });

    it('records which of the two stood there', async () => {
      const { engine } = await open();
      await waitUntil(() => engine.notices.length > 0);
      expect(engine.notices[0].answers).to.deep.equal(['不同意', '<wx-open-launch-weapp>']);
    });

    it('ignores any other element, and says so to the developer', async () => {
      const stranger = html`<button slot="launch" style="inline-size: 300px">立即领取</button>`;
      const { element, errors } = await open({ inside: stranger });
      expect(answersOf(element).map(words)).to.deep.equal(['不同意', '同意']);
      expect(size(element.querySelector('button'))).to.deep.equal([0, 0]);
      expect(codesOf(errors)).to.deep.equal(['jump/launch-not-allowed']);
    });

    it('shows the tag alone where a stranger stands beside it', async () => {
      const { element, errors } = await open({ inside: html`${tag}<b slot="launch">推荐</b>` });
      expect(answersOf(element).map(words)).to.deep.equal(['不同意']);
      expect(size(element.querySelector('b'))).to.deep.equal([0, 0]);
      expect(codesOf(errors)).to.deep.equal(['jump/launch-not-allowed']);
    });

    it('takes no press while the refusal is made smaller than the tag', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('ming-jump-confirm::part(answer) { inline-size: 60% }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      try {
        const { element, engine, launch, errors } = await open();
        await waitUntil(() => errors.length > 0);
        expect(codesOf(errors)).to.deep.equal(['gate/unequal-answers']);
        await wait(700);
        expect(getComputedStyle(launch).pointerEvents).to.equal('none');
        launch.dispatchEvent(new CustomEvent('launch'));
        await wait(50);
        expect(engine.answers).to.deep.equal([]);
        expect(words(element.shadowRoot.querySelector('footer'))).to.contain('没有');
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });

    it('keeps the size of the tag whatever its own styles say', async () => {
      const small = html`<wx-open-launch-weapp
        slot="launch"
        style="position: fixed; inline-size: 900px; block-size: 10px; opacity: 0"
      ></wx-open-launch-weapp>`;
      const { element, launch, errors } = await open({ inside: small });
      expect(size(launch)).to.deep.equal(size(answersOf(element)[0]));
      expect(getComputedStyle(launch).opacity).to.equal('1');
      expect(codesOf(errors)).to.deep.equal([]);
    });

    it('takes the tag where a framework adds it while the question is open', async () => {
      const { element } = await open({ inside: '' });
      expect(answersOf(element).length).to.equal(2);
      const late = document.createElement('wx-open-launch-weapp');
      late.slot = 'launch';
      element.append(late);
      await waitUntil(() => answersOf(element).length === 1);
    });

    it('is not used for anything but a mini-program', async () => {
      const { element, launch } = await open({ jump: { target: targetOf() } });
      expect(answersOf(element).length).to.equal(2);
      expect(size(launch)).to.deep.equal([0, 0]);
    });
  });

  it('is not used outside WeChat: our own agreement opens', async () => {
    const { element, engine, launch, errors } = await open();
    expect(size(launch)).to.deep.equal([0, 0]);
    await settle(element);
    await pressOn(answersOf(element)[1]);
    await waitUntil(() => engine.answers.length === 1);
    expect(engine.answers[0].act).to.equal('pointer');
    expect(engine.opened).to.deep.equal([MINI.href]);
    expect(codesOf(errors)).to.deep.equal([]);
  });
});
