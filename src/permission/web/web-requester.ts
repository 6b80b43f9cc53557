import { attempt } from '../../attempt.js';
import { hasMethods } from '../../own.js';
import type { PermissionKind } from '../../policy/model.js';
import type { Lack, PermissionRequester, PermissionState, RequestEnd } from '../port.js';
import { endOf, type Ends } from './end-of.js';
import { lookUp } from './look-up.js';
import { policyForbids } from './policy-forbids.js';
import { queryState } from './query-state.js';

/** What a call needs around it. */
interface Surroundings {
  /** Looks for the API. Nothing found, or a look-up that throws, means there is none. */
  readonly api: () => unknown;
  /** The method that the API must have. */
  readonly method?: string;
  /** Its feature in the Permissions Policy. */
  readonly feature?: string;
  /** True where it works only in a page that is no frame. */
  readonly outermost?: boolean;
  /** True where it works on plain `http` too. */
  readonly anywhere?: boolean;
}

/** What is special about one kind's call in a browser. */
export interface WebCall<Value> extends Surroundings {
  readonly kind: PermissionKind;
  /** Makes the call that prompts before it returns or awaits. What it throws or rejects with is read by its name. */
  readonly ask: (signal: AbortSignal) => RequestEnd<Value> | PromiseLike<RequestEnd<Value>>;
  /** Its name for `navigator.permissions.query`, or another way to see the state without a prompt. */
  readonly state?: string | (() => Promise<PermissionState>);
  /** What some of its errors mean for this kind alone. */
  readonly ends?: Ends;
  /** Lets go of what was given too late. */
  readonly release?: (value: Value) => void;
}

/** How often a state is looked at while a call is open, in ms. */
const lookAgain = 1000;

/** A requester of the port on a browser's call. It holds nothing between two calls. */
export const webRequester = <Value>(call: WebCall<Value>): PermissionRequester<Value> => {
  const look = call.state;
  const lack = (): Lack | undefined => findLack(call);
  const state = (): Promise<PermissionState> =>
    typeof look === 'function' ? attempt(look).catch(() => 'unknown') : queryState(look);
  return {
    kind: call.kind,
    lack,
    ...(call.release && { release: call.release }),
    state,
    request: (signal) => {
      const missing = signal.aborted ? 'aborted' : lack();
      return missing ? Promise.resolve({ end: missing }) : run(call, state, signal);
    },
  };
};

/** Insecure first: on plain `http` most APIs are absent, and that is not what is wrong. */
const findLack = ({ api, method, feature, outermost, anywhere }: Surroundings): Lack | undefined => {
  if (!anywhere && lookUp(() => isSecureContext) === false) return 'insecure';
  const found = lookUp(api);
  if (!found || (method && !hasMethods(found, [method]))) return 'unsupported';
  const framed = outermost && lookUp(() => window.top !== window);
  return framed || (feature !== undefined && policyForbids(feature)) ? 'policy-blocked' : undefined;
};

const run = <Value>(
  call: WebCall<Value>,
  state: () => Promise<PermissionState>,
  signal: AbortSignal,
): Promise<RequestEnd<Value>> =>
  new Promise((resolve) => {
    const over = new AbortController();
    const settle = (end: RequestEnd<Value>): void => {
      if (!over.signal.aborted) resolve(end);
      else if (end.end === 'granted') lookUp(() => call.release?.(end.value));
      over.abort();
    };
    void attempt(() => call.ask(signal))
      .catch((error: unknown) => endOf(error, call.ends ?? {}))
      .then(settle);
    signal.addEventListener('abort', () => settle({ end: 'aborted' }), { signal: over.signal });
    onSilentRefusal(state, () => settle({ end: 'refused' }), over.signal);
  });

/**
 * WebKit may refuse and never say so (a position): a state that is `denied` at two looks means that no prompt is open, and that
 * the call would wait for ever.
 */
const onSilentRefusal = (
  state: () => Promise<PermissionState>,
  refused: () => void,
  over: AbortSignal,
): void => {
  let seen = 0;
  const look = async (): Promise<void> => {
    seen = (await state()) === 'denied' ? seen + 1 : 0;
    if (seen > 1) refused();
  };
  const timer = setInterval(() => void look(), lookAgain);
  over.addEventListener('abort', () => clearInterval(timer));
};
