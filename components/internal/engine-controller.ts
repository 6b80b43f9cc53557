import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConsentEngine, EngineChange } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import { ConsentErrorEvent } from '../events.js';
import { attachContextRoot, ENGINE_PROTOCOL, engineContext } from './engine-context.js';
import { decideLocale } from './localize.js';

/** An element that shows what an engine knows. Its own `.engine` wins over the one around it. */
export type EngineHost = ReactiveControllerHost & HTMLElement & { engine?: ConsentEngine | undefined };

/** How long an element waits for an engine after the document was parsed, in ms. */
const PATIENCE = 2000;

/**
 * Finds the engine of an element (its `engine` property, else the nearest provider's), asks for an update on each change,
 * and says with `error` when there is none two seconds after `DOMContentLoaded`, or one that speaks another protocol.
 */
export class EngineController implements ReactiveController {
  #engine: ConsentEngine | undefined;
  #error: ConsentError | undefined;
  #given: ConsentEngine | undefined;
  #provided = false;
  #asks = false;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: EngineHost;
  readonly #onChange: ((change: EngineChange | undefined) => void) | undefined;

  /** `onChange` hears each change of the engine, and `undefined` when there is another engine or none. */
  constructor(host: EngineHost, onChange?: (change: EngineChange | undefined) => void) {
    this.#host = host;
    this.#onChange = onChange;
    attachContextRoot();
    host.addController(this);
  }

  /** The engine in use; undefined while none was found. */
  get engine(): ConsentEngine | undefined {
    return this.#engine;
  }

  /** `element/no-engine` or `element/engine-mismatch`; gone when a fitting engine arrives. */
  get error(): ConsentError | undefined {
    return this.#error;
  }

  hostConnected(): void {
    this.#askAround();
    this.#adopt();
    if (document.readyState !== 'loading') this.#wait();
    else document.addEventListener('DOMContentLoaded', this.#wait, { once: true });
  }

  hostUpdate(): void {
    this.#askAround();
    this.#adopt();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('DOMContentLoaded', this.#wait);
    this.#provided = false;
    this.#given = undefined;
    this.#use(undefined);
  }

  /** An element with an engine of its own asks nobody: where nobody answers, a question is kept for as long as the page. */
  #askAround(): void {
    if (this.#asks || this.#host.engine) return;
    this.#asks = true;
    new ContextConsumer(this.#host, {
      context: engineContext,
      subscribe: true,
      callback: (engine) => this.#onContext(engine),
    });
  }

  #onContext(engine: ConsentEngine | undefined): void {
    this.#provided = true;
    this.#given = engine;
    this.#adopt();
  }

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#missing(), PATIENCE);
  };

  /** A provider that is still loading, or shows its own error, is not a missing engine. */
  #missing(): void {
    if (this.#engine || this.#error || this.#provided) return;
    const tag = this.#host.localName;
    this.#fail('element/no-engine', `<${tag}> has no engine: put it in <ming-provider> or set .engine.`);
  }

  /** In another document than its own an element has no engine: what a person sees there cannot be looked at from here. */
  #adopt(): void {
    const found = this.#host.ownerDocument === document ? (this.#host.engine ?? this.#given) : undefined;
    if (found === this.#engine || !this.#host.isConnected) return;
    if (found === undefined || speaksOurProtocol(found)) this.#use(found);
    else if (this.#error?.value !== found) {
      this.#use(undefined);
      this.#fail(
        'element/engine-mismatch',
        `The engine of <${this.#host.localName}> is not a ${ENGINE_PROTOCOL}.`,
        found,
      );
    }
  }

  #use(engine: ConsentEngine | undefined): void {
    if (engine === this.#engine) return;
    this.#stop?.();
    this.#engine = engine;
    if (engine) this.#error = undefined;
    this.#stop = engine?.subscribe((change) => this.#changed(change));
    if (engine) void decideLocale(engine, this.#host);
    this.#changed(undefined);
  }

  #changed(change: EngineChange | undefined): void {
    this.#onChange?.(change);
    this.#host.requestUpdate();
  }

  #fail(code: string, sentence: string, value?: unknown): void {
    this.#error = new ConsentError(code, sentence, value);
    this.#host.dispatchEvent(new ConsentErrorEvent(this.#error));
    this.#host.requestUpdate();
  }
}

function speaksOurProtocol(engine: Partial<ConsentEngine>): boolean {
  return (['status', 'ensure', 'subscribe'] as const).every((name) => typeof engine[name] === 'function');
}
