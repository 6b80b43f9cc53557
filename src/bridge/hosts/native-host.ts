import type { Channel } from '../../consent/model.js';
import { isAckOf } from '../exchange.js';
import type { Host, HostCapabilities } from '../port.js';
import { Conversation, type Wire } from './conversation.js';
import { whenInjected } from './injected.js';
import { pageMemory, whenResumed } from './page.js';

/** A host that can be asked for more than to keep a choice; `hostRequester` of `mingshi/permission/host` does. */
export interface NativeHost extends Host {
  /**
   * Asks in this very task. Resolves with the native side's answer, which may never come, and with undefined where there is
   * none to ask; rejects where the call fails.
   */
  ask(question: Wire): Promise<unknown>;
}

export interface NativeParts {
  readonly name: string;
  readonly channel: Channel;
  /** Hands over, in this task; undefined where the app around the page has no such thing. May give the answer, or a promise. */
  readonly post: ((wire: Wire) => unknown) | undefined;
  /** `returned`: what `post` gives is the answer. `later`: it comes as a message of its own, with the nonce. Default `returned`. */
  readonly answers?: 'returned' | 'later';
  /** Whether it is there, where more than `post` says it. */
  readonly isPresent?: () => boolean | Promise<boolean>;
  /** Hears messages that come as the bridge's own events, besides those that are injected. */
  readonly listen?: (hear: (said: unknown) => void) => () => void;
  /** Default: the page must not be in a frame, which native bridges do not tell from the page around it. */
  readonly isPlace?: () => boolean;
}

/** What every native side whose snippet is in `docs/hosts-native.md` does. */
const capabilities: HostCapabilities = {
  acknowledges: true,
  immediate: true,
  twoWay: true,
  maxBytes: 1000,
  durability: 'disk',
};

const isMainFrame = (): boolean => window.top === window;

/** A host over a native bridge, whichever way its answers come back. */
export const nativeHost = (parts: NativeParts): NativeHost => {
  const { name, channel, answers = 'returned', isPlace = isMainFrame } = parts;
  const post = isPlace() ? parts.post : undefined;
  const conversation = new Conversation();
  const hear = (said: unknown): void => conversation.hear(said);
  const stops = post ? [whenInjected(hear), parts.listen?.(hear)] : [];
  return {
    name,
    channel,
    capabilities,
    memory: pageMemory,
    isPresent: async () => post !== undefined && (await (parts.isPresent?.() ?? true)),
    send: async (message) => {
      if (!post) return 'unsupported';
      if (answers === 'later') return conversation.send(message, post);
      return isAckOf(await post({ ...message }), message.id) ? 'acked' : 'queued';
    },
    load: async (namespace) => post && conversation.load(namespace, post),
    ask: async (question) => post && conversation.ask(question, post),
    watch: (callback) => conversation.watch(callback),
    resumed: whenResumed,
    close: () => {
      for (const stop of stops) stop?.();
      conversation.close();
    },
  };
};
