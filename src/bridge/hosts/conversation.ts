import { ConsentError } from '../../errors.js';
import { own } from '../../own.js';
import { Exchange, readReply } from '../exchange.js';
import { HOST_SCHEMA, type Delivery, type HostMessage } from '../port.js';
import { pageNonce } from './page.js';

/** What goes over to a native side: JSON-safe. */
export type Wire = Readonly<Record<string, unknown>>;

/**
 * All that is said between one page and its native side. An answer counts where it brings the nonce drawn for this page,
 * which went over with the question; claims that come without it are refused, and those who watch are told so.
 */
export class Conversation {
  readonly #nonce = pageNonce();
  readonly #exchange = new Exchange(this.#nonce);
  readonly #asked = new Map<string, (answer: unknown) => void>();
  readonly #watchers = new Set<(claims: unknown) => void>();

  send(message: HostMessage, post: (wire: Wire) => void): Promise<Delivery> {
    return this.#exchange.send(message, (wire) => post({ ...wire }));
  }

  /** `post` may give the answer back; where it rejects, so does this. */
  load(namespace: string, post: (wire: Wire) => unknown): Promise<unknown> {
    return this.#posted((wire) => this.#exchange.load(namespace, wire), post);
  }

  /** Asks anything else. The answer is `{schema, nonce, answers: id, …}`. */
  ask(question: Wire, post: (wire: Wire) => unknown): Promise<unknown> {
    const id = pageNonce();
    const answer = (out: (wire: Wire) => void): Promise<unknown> =>
      new Promise((resolve) => {
        this.#asked.set(id, resolve);
        out({ ...question, schema: HOST_SCHEMA, id, nonce: this.#nonce });
      });
    return this.#posted(answer, post);
  }

  watch(callback: (claims: unknown) => void): () => void {
    const entry = (claims: unknown): void => callback(claims);
    this.#watchers.add(entry);
    const stop = this.#exchange.watch(entry);
    return () => {
      this.#watchers.delete(entry);
      stop();
    };
  }

  /** Takes whatever the native side said, or something that speaks as if it were it. */
  hear(said: unknown): void {
    const reply = readReply(said);
    if (!reply) return;
    if (own(reply, 'nonce') !== this.#nonce) return this.#refuse(reply);
    const id = own(reply, 'answers') as string;
    this.#asked.get(id)?.(reply);
    this.#asked.delete(id);
    this.#exchange.take(reply);
  }

  close(): void {
    this.#asked.clear();
    this.#watchers.clear();
    this.#exchange.close();
  }

  #refuse(reply: unknown): void {
    if (own(reply, 'claims') === undefined) return;
    const sentence = "Claims came without this page's nonce, and were refused.";
    for (const tell of [...this.#watchers]) tell(new ConsentError('host/refused-claims', sentence, reply));
  }

  #posted(
    start: (out: (wire: Wire) => void) => Promise<unknown>,
    post: (wire: Wire) => unknown,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const out = (wire: object): void => {
        // In this very task: what is asked for a permission needs the press it came from.
        const said = post({ ...wire });
        Promise.resolve(said).then((answer) => this.hear(answer), reject);
      };
      start(out).then(resolve, reject);
    });
  }
}
