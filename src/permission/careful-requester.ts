import { attempt } from '../attempt.js';
import { withDeadline } from '../deadline.js';
import { isRecord } from '../own.js';
import type { Platform } from '../platform.js';
import type { Lack, PermissionRequester, PermissionState, RequestEnd } from './port.js';

/** How long a look at a state may take before it counts as unknown, in ms. */
const stateDeadline = 1000;

/** Keeps to the port whatever the requester behind it does: it may throw, reject, never answer, or answer nonsense. */
export class CarefulRequester {
  readonly #requester: PermissionRequester;
  readonly #timer: Platform['timer'];

  constructor(requester: PermissionRequester, timer: Platform['timer']) {
    this.#requester = requester;
    this.#timer = timer;
  }

  lack(): Lack | undefined {
    try {
      return this.#requester.lack();
    } catch {
      return 'unsupported';
    }
  }

  state(): Promise<PermissionState> {
    const state = attempt(() => this.#requester.state());
    return withDeadline(state, stateDeadline, this.#timer, () => 'permission/no-state').catch(
      () => 'unknown',
    );
  }

  /** Calls the system in this task. Resolves `aborted` as soon as `signal` does, however the system goes on. */
  request(signal: AbortSignal): Promise<RequestEnd<unknown>> {
    const ended = attempt<unknown>(() => this.#requester.request(signal)).then(readEnd, failed);
    void ended.then((end) => signal.aborted && this.release(end));
    const aborted = new Promise<RequestEnd<unknown>>((resolve) => {
      signal.addEventListener('abort', () => resolve({ end: 'aborted' }), { once: true });
    });
    return Promise.race([ended, aborted]);
  }

  /** Lets go of what came too late. */
  release(end: RequestEnd<unknown>): void {
    if (end.end === 'granted') attempt(() => this.#requester.release?.(end.value)).catch(() => undefined);
  }
}

const readEnd = (end: unknown): RequestEnd<unknown> =>
  isRecord(end) ? (end as unknown as RequestEnd<unknown>) : failed(end);

const failed = (error: unknown): RequestEnd<unknown> => ({ end: 'failed', message: String(error) });
