import { attempt } from '../../attempt.js';
import { withDeadline } from '../../deadline.js';
import { isRecord } from '../../own.js';
import type { ExchangeParts, HttpReply, HttpRequest } from './port.js';

export { drawDelay } from './backoff.js';
export { parse, readReceipt } from './receipt.js';

/** How long one request may take with its headers and its reply's body, in ms. */
const deadline = 30_000;

/** The longest wait a receiver may ask for, in ms: a day. */
const longestWait = 86_400_000;

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** How long the receiver asks to be left alone, in ms. */
  readonly after: number;
}

type Asked = Pick<HttpRequest, 'method' | 'body' | 'keepalive'> & {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** One request; undefined where there was no whole reply, for whatever reason. Never rejects. */
export const exchange = async (parts: ExchangeParts, asked: Asked): Promise<Reply | undefined> => {
  const controller = new AbortController();
  const late = (): string => 'storage/timeout';
  try {
    const reply = attempt(() => ask(parts, asked, controller.signal));
    return await withDeadline(reply, deadline, parts.platform.timer, late);
  } catch {
    controller.abort();
    return undefined;
  }
};

const ask = async (parts: ExchangeParts, asked: Asked, signal: AbortSignal): Promise<Reply> => {
  const { url, headers, ...rest } = asked;
  const reply = await parts.fetch(url, {
    ...rest,
    headers: { ...readHeaders(await parts.headers()), ...headers },
    credentials: parts.credentials,
    cache: 'no-store',
    // What a log-in page or a captive portal answers is no reply of the receiver's.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  });
  return {
    status: reply.status,
    text: await reply.text(),
    after: readRetryAfter(reply, parts.platform.now()),
  };
};

/** A record, a list of pairs, or a `Headers`. */
const readHeaders = (given: unknown): Record<string, string> => {
  const pairs =
    isRecord(given) && Symbol.iterator in given
      ? (given as unknown as Iterable<[string, string]>)
      : undefined;
  return Object.fromEntries(pairs ?? Object.entries(given ?? {}));
};

/** Seconds, or a date. */
const readRetryAfter = ({ headers }: HttpReply, now: number): number => {
  const text = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(wait, longestWait) : 0;
};
