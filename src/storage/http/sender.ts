import type { ConsentEvent } from '../../consent/model.js';
import { ConsentError } from '../../errors.js';
import type { Reply } from './exchange.js';
import type { Plan } from './plan.js';
import type { Batch, ChainLink, DeliveryMark, ParkedRecord, SenderParts, SenderTools } from './port.js';
import type { Receipt } from './receipt.js';

/** Browsers let requests that outlive their page take 64 KiB together; this leaves room for the app's own. */
const keepaliveBytes = 60_000;

/** The receiver is busy, or not there: the same again later. */
const passing = [408, 409, 425, 429];

/** What is wrong is who asks or where, not the record: it waits until that is mended. */
const aboutSender = [401, 403, 404, 405, 407];

/** After so many of these in a row nothing more is tried for a while. */
const mostRefusals = 3;

/** Into so many parts a refused batch is taken, to find the record it is about. */
const pieces = 10;

const noLinks = (): readonly ChainLink[] => [];

const isParked = (mark: DeliveryMark): mark is DeliveryMark & ParkedRecord => mark.state === 'parked';

/** Brings what may leave from the outbox to the receiver, one request at a time, until the receiver named each as stored. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #tools: SenderTools;
  readonly #told = new Set<string>();
  /** Refused for who asked, not for what it is. */
  readonly #resting = new Map<string, ParkedRecord>();
  readonly #aside = new Set<string>();
  #linksTo: Plan['linksTo'] = noLinks;
  #live = true;
  #again = false;
  #running = false;
  #inFlight = false;
  #failures = 0;
  #refusals = 0;
  #held: Batch | undefined;
  #lock: AbortController | undefined;
  #pause: { readonly end: () => void; readonly hurry: () => void } | undefined;

  constructor(given: SenderParts, tools: SenderTools) {
    this.#parts = given;
    this.#tools = tools;
  }

  /** There may be something to send. */
  wake(): void {
    this.#again = true;
    this.#live = true;
    if (!this.#running) void this.#run();
  }

  /** There may be a network again. A receiver that asked to be left alone is. */
  hurry(): void {
    this.#pause?.hurry();
    this.wake();
  }

  /** The page may go: what was being tried goes once more as a request that outlives it, and other tabs may send. */
  leave(): void {
    if (this.#held && !this.#inFlight) void this.#deliver(this.#held, []).catch(() => undefined);
    this.#live = false;
    this.#lock?.abort();
    this.#pause?.end();
  }

  /** What the receiver refused, for good or for now. */
  async parked(): Promise<readonly ParkedRecord[]> {
    const marks = await this.#parts.deliveries.read();
    return [...marks.filter(isParked), ...this.#resting.values()];
  }

  /** Tries parked records again: these, or all. */
  async retry(ids?: readonly string[]): Promise<void> {
    const parked = (await this.parked()).filter(({ id }) => ids?.includes(id) ?? true);
    for (const { id } of parked) {
      this.#resting.delete(id);
      this.#aside.delete(id);
    }
    await this.#parts.deliveries.put(parked.map(({ id }) => ({ id, state: 'waiting' })));
    this.hurry();
  }

  async #run(): Promise<void> {
    this.#running = true;
    await this.#alone(() => this.#drain()).catch(() => undefined);
    this.#running = false;
    if (this.#again && this.#live) void this.#run();
  }

  /** One sender per ledger on this origin; where locks are missing or refused, the receiver takes each record once anyway. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const { locks, namespace } = this.#parts;
    if (!locks) return work();
    const lock = (this.#lock = new AbortController());
    let held = false;
    const start = (): Promise<void> => {
      held = true;
      return work();
    };
    await locks.request(`mingshi/send/${namespace}`, { signal: lock.signal }, start).catch(() => undefined);
    if (!held && !lock.signal.aborted) await work();
  }

  async #drain(): Promise<void> {
    while (this.#again && this.#live) {
      this.#again = false;
      const wait = await this.#round().catch(() => 0);
      // It knows the whole ledger: while nothing is sent, that is not kept in memory.
      this.#linksTo = noLinks;
      if (wait === undefined) continue;
      this.#again = true;
      await this.#rest(wait);
      this.#aside.clear();
    }
  }

  /** Sends everything that waits. Resolves with the least time to wait before the next round, undefined where nothing waits. */
  async #round(): Promise<number | undefined> {
    const { waiting, held } = await this.#plan();
    const taken: (readonly ConsentEvent[])[] = [];
    for (const events of this.#inTurn(waiting, held, taken)) {
      this.#held = events === held?.events ? held : await this.#pack(events);
      const wait = await this.#deliver(this.#held, taken);
      if (wait !== undefined) return wait;
      this.#held = undefined;
      // What is left goes when the page is back.
      if (!this.#live) return 0;
    }
    return this.#aside.size > 0 ? 0 : undefined;
  }

  /** What was tried before, what waits, and last the parts of what was taken apart meanwhile. */
  *#inTurn(
    waiting: readonly ConsentEvent[],
    held: Batch | undefined,
    taken: (readonly ConsentEvent[])[],
  ): Generator<readonly ConsentEvent[]> {
    if (held) yield held.events;
    yield* this.#tools.plan.groupEvents(waiting, this.#linksTo, this.#parts);
    for (let next = taken.shift(); next; next = taken.shift()) yield next;
  }

  /** What is to be sent now. The batch that was tried last goes first, as it was, while every record of it still waits. */
  async #plan(): Promise<{ readonly waiting: readonly ConsentEvent[]; readonly held: Batch | undefined }> {
    const { outbox, deliveries, basis } = this.#parts;
    const [stored, list] = await Promise.all([outbox.read(), deliveries.read()]);
    const marks = new Map(list.map((mark) => [mark.id, mark]));
    this.#tellKept(stored.events.filter(({ id }) => marks.get(id)?.state === 'delivered'));
    const plan = this.#tools.plan.planSending(stored, marks, basis !== '');
    this.#linksTo = plan.linksTo;
    await this.#mark(plan.skipped.map(({ id }) => ({ id, state: 'skipped' })));
    const waiting = plan.waiting.filter(({ id }) => !this.#aside.has(id));
    const ids = new Set(waiting.map(({ id }) => id));
    const held = this.#held?.events.every(({ id }) => ids.has(id)) ? this.#held : undefined;
    for (const { id } of held?.events ?? []) ids.delete(id);
    return { waiting: waiting.filter(({ id }) => ids.has(id)), held };
  }

  /** Sends one batch. Resolves with the least time to wait, undefined where the next one can go. */
  async #deliver(batch: Batch, taken: (readonly ConsentEvent[])[]): Promise<number | undefined> {
    const reply = await this.#post(batch);
    const { status = 0, after = 0, text = '' } = reply ?? {};
    if (status >= 400 && status < 500 && !passing.includes(status))
      return this.#refused(batch, status, taken);
    const receipt = status >= 200 && status < 300 ? this.#tools.exchange.readReceipt(text) : undefined;
    return receipt && (await this.#settle(batch, receipt)) ? undefined : after;
  }

  async #post({ body, key }: Batch): Promise<Reply | undefined> {
    const small = new TextEncoder().encode(body).length <= keepaliveBytes;
    this.#inFlight = true;
    const reply = await this.#tools.exchange.exchange(this.#parts, {
      method: 'POST',
      url: this.#parts.url,
      body,
      // Where the app's own requests used up what the browser allows, every second try goes without.
      keepalive: small && this.#failures % 2 === 0,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': `"${key}"`,
      },
    });
    this.#inFlight = false;
    return reply;
  }

  /** Believes the receipt about records of this batch, and about no other. Resolves with whether it said anything of them. */
  async #settle({ events }: Batch, receipt: Receipt): Promise<boolean> {
    const stored = events.filter(({ id }) => receipt.stored.has(id));
    const rejected = receipt.rejected.filter(
      ({ id }) => !receipt.stored.has(id) && events.some((event) => event.id === id),
    );
    if (stored.length + rejected.length === 0) return false;
    this.#failures = this.#refusals = 0;
    await this.#mark([
      ...stored.map(({ id }) => ({ id, state: 'delivered' as const })),
      ...rejected.map((record) => ({ ...record, state: 'parked' as const })),
    ]);
    for (const { id } of stored) this.#resting.delete(id);
    this.#tellKept(stored);
    rejected.forEach((record) => this.#tellParked(record));
    if (receipt.receipts) this.#parts.receipts(receipt.receipts);
    if (stored.length + rejected.length < events.length) this.#again = true;
    return true;
  }

  /** A refused batch is taken apart; its parts go last, so that the rest does not wait for them. */
  async #refused(
    { events }: Batch,
    status: number,
    taken: (readonly ConsentEvent[])[],
  ): Promise<number | undefined> {
    const forNow = aboutSender.includes(status);
    this.#refusals = forNow ? this.#refusals + 1 : 0;
    const [first] = events;
    if (events.length > 1 && this.#refusals < mostRefusals) {
      const size = events.length > pieces ? Math.ceil(events.length / pieces) : 1;
      for (let start = 0; start < events.length; start += size) taken.push(events.slice(start, start + size));
    } else if (first && events.length === 1) {
      await this.#park(
        { id: first.id, code: `http/${status}`, sentence: `The receiver answered ${status}.` },
        forNow,
      );
    }
    if (this.#refusals < mostRefusals) return undefined;
    if (this.#refusals === mostRefusals && events.length > 1) {
      this.#tellError('storage/refused', `The receiver answers ${status} to all that is sent.`, status);
    }
    return 0;
  }

  async #park(record: ParkedRecord, forNow: boolean): Promise<void> {
    const isNew = !this.#resting.has(record.id);
    if (forNow) this.#resting.set(record.id, record);
    else await this.#mark([{ ...record, state: 'parked' }]);
    if (forNow) this.#aside.add(record.id);
    if (isNew) this.#tellParked(record);
  }

  #pack(events: readonly ConsentEvent[]): Promise<Batch> {
    return this.#tools.plan.packBatch(events, this.#linksTo, this.#parts);
  }

  async #mark(marks: readonly DeliveryMark[]): Promise<void> {
    if (marks.length > 0) await this.#parts.deliveries.put(marks);
  }

  #tellKept(events: readonly ConsentEvent[]): void {
    const fresh = events.filter(({ id }) => !this.#told.has(id));
    for (const { id } of fresh) this.#told.add(id);
    if (fresh.length > 0) this.#parts.tell({ type: 'kept', events: fresh, durability: 'server' });
  }

  #tellParked(record: ParkedRecord): void {
    this.#tellError('storage/parked', `The receiver refused a record: ${record.sentence}`, record);
  }

  #tellError(code: string, sentence: string, value: unknown): void {
    this.#parts.tell({ type: 'error', error: new ConsentError(code, sentence, value) });
  }

  /** Waits longer with each failure in a row, and no longer than until the page is left. */
  #rest(least: number): Promise<void> {
    if (!this.#live) return Promise.resolve();
    const { timer, random } = this.#parts.platform;
    const { drawDelay } = this.#tools.exchange;
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        this.#pause = undefined;
        resolve();
      };
      let cancel = timer(end, Math.max(least, drawDelay(++this.#failures, random)));
      let hurried = least > 0;
      const hurry = (): void => {
        if (hurried) return;
        hurried = true;
        cancel();
        cancel = timer(end, drawDelay(0, random));
      };
      this.#pause = { end, hurry };
    });
  }
}
