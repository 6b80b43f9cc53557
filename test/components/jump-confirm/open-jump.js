import { fixture, html } from '@open-wc/testing';
import '../../../dist/components/jump-confirm/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { questionOf } from '../consent-gate/open-gate.js';

export {
  answersOf,
  collect,
  dialogOf,
  pressAgree,
  pressOn,
  pressRefuse,
  settle,
  wait,
} from '../consent-gate/open-gate.js';

/** A target as `describeTarget` gives them; `changes` and its `display` win. */
export function targetOf({ display, ...changes } = {}) {
  return {
    kind: 'website',
    href: 'https://www.insurance.example/plans',
    host: 'www.insurance.example',
    warnings: [],
    allowed: true,
    ...changes,
    display: {
      name: 'insurance.example',
      address: 'https://www.insurance.example/plans',
      leadsTo: [],
      ...display,
    },
  };
}

/**
 * An engine made by hand, for targets no address gives: it shows the jumps it is told to, and keeps what it was answered.
 * The real one is used wherever an address gives the target.
 */
export class MadeEngine {
  ready = Promise.resolve();
  policies = [];
  prompt;
  notices = [];
  answers = [];
  opened = [];
  ended = 0;
  prefetched = [];
  #listeners = new Set();

  /** Asks about a jump, or closes the question. */
  put(jump) {
    this.prompt = jump && this.#promptOf(jump);
    for (const listener of this.#listeners) listener({ type: 'prompt', prompt: this.prompt });
  }

  #promptOf(jump) {
    const end = () => {
      this.ended += 1;
      if (!jump.target.allowed) this.put(undefined);
    };
    return {
      request: { id: 'jump:made', kind: 'jump' },
      policy: { language: 'zh-Hans' },
      trigger: 'user',
      jump: { mayRemember: false, ...jump, end },
      present: async (notice) => void this.notices.push(notice),
      answer: (decision, details) => {
        this.answers.push({ decision, ...details });
        if (decision === 'granted' && details.act !== 'host') this.opened.push(jump.target.href);
        this.put(undefined);
        return { event: { request: { id: 'jump:made' }, decision }, saved: Promise.resolve('memory') };
      },
    };
  }

  status = () => ({ decision: 'none' });

  ensure = () => Promise.resolve();

  prefetch = async (part) => void this.prefetched.push(part);

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The element on the page with a question about `jump` open, on an engine made by hand. `inside` is put into the element. */
export async function openJump(jump = {}, { language = 'zh-Hans', inside } = {}) {
  await setLocale(language);
  const engine = new MadeEngine();
  const element = await fixture(
    html`<ming-jump-confirm .engine=${engine}>${inside ?? ''}</ming-jump-confirm>`,
  );
  engine.put({ target: targetOf(), ...jump });
  const dialog = await questionOf(element);
  return { element, engine, dialog };
}

/** The words of an element, spaces folded. */
export const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
