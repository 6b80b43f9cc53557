import { isRecord, own } from '../own.js';
import { HOST_SCHEMA, type Delivery, type HostMessage } from './port.js';

/** What goes over where answers come back by themselves: a message or `{schema, namespace, load: true}`, with the `nonce`. */
export type Outgoing = Readonly<Record<string, unknown>>;

/** What the native side said, as a record: it may come as JSON text. Undefined for what is not of our schema. */
export const readReply = (value: unknown): Record<string, unknown> | undefined => {
  const record = typeof value === 'string' ? parse(value) : value;
  return isRecord(record) && own(record, 'schema') === HOST_SCHEMA ? record : undefined;
};

/** True where the native side answered that it keeps this very message: `{schema, acked: id}`. */
export const isAckOf = (reply: unknown, id: string): boolean => own(readReply(reply), 'acked') === id;

/** 32 lower-case hex digits that nobody can guess. */
export const makeNonce = (random: (bytes: Uint8Array) => Uint8Array): string =>
  Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Questions to a native side whose answers come back as messages of their own. It takes no answer that lacks the page's
 * nonce, and none to what was not asked; each question is answered once.
 *
 * To the native side: `{…message, nonce}`, answered `{schema, nonce, acked: id}`; and `{schema, namespace, load: true,
 * nonce}`, answered `{schema, nonce, claims: […]}`, again whenever there is news.
 */
export class Exchange {
  readonly #nonce: string;
  readonly #waiting = new Map<string, () => void>();
  readonly #watchers = new Set<(claims: unknown) => void>();
  #loads: readonly ((claims: unknown) => void)[] = [];

  constructor(nonce: string) {
    this.#nonce = nonce;
  }

  /** Hands a message over by `post`. Resolves `acked` once its answer came; rejects with what `post` throws. */
  send(message: HostMessage, post: (wire: Outgoing) => void): Promise<Delivery> {
    return new Promise((resolve) => {
      const earlier = this.#waiting.get(message.id);
      this.#waiting.set(message.id, () => {
        earlier?.();
        resolve('acked');
      });
      post({ ...message, nonce: this.#nonce });
    });
  }

  /** Asks for claims. Resolves with the next that come, as they came; those who watch hear of the later ones. */
  load(namespace: string, post: (wire: Outgoing) => void): Promise<unknown> {
    return new Promise((resolve) => {
      this.#loads = [...this.#loads, resolve];
      post({ schema: HOST_SCHEMA, namespace, load: true, nonce: this.#nonce });
    });
  }

  watch(callback: (claims: unknown) => void): () => void {
    const entry = (claims: unknown): void => callback(claims);
    this.#watchers.add(entry);
    return () => void this.#watchers.delete(entry);
  }

  /** Takes whatever arrived: an object, or its JSON. */
  take(value: unknown): void {
    const reply = readReply(value);
    if (own(reply, 'nonce') !== this.#nonce) return;
    const acked = own(reply, 'acked') as string;
    this.#waiting.get(acked)?.();
    this.#waiting.delete(acked);
    const claims = own(reply, 'claims');
    if (claims === undefined) return;
    const tells = this.#loads.length > 0 ? this.#loads : [...this.#watchers];
    this.#loads = [];
    for (const tell of tells) tell(claims);
  }

  close(): void {
    this.#waiting.clear();
    this.#watchers.clear();
    this.#loads = [];
  }
}
