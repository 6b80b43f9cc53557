import { canonicalJson } from './canonical.js';
import type { ConsentEvent, ErasedEvent, Notice, Subject } from './consent/model.js';
import { findOddities } from './consent/oddities.js';
import { causalOrder } from './consent/order.js';
import { withDeadline } from './deadline.js';
import type { Imported } from './engine-contract.js';
import type { Inside } from './engine-inside.js';
import { isErasedEvent } from './event-shape.js';
import type { ExportOptions, PublishedFormat } from './ledger/index.js';
import { own } from './own.js';
import { placeOf } from './place.js';
import { ArchiveGuard } from './policy/archive-guard.js';
import type { Policy } from './policy/model.js';
import { asStorageError } from './storage/failure.js';
import { findHeads } from './storage/heads.js';

/** How long a storage may take to be read, in ms. */
const readDeadline = 3000;

/** The record: given out, taken in, kept in order, and forgotten. */
export class Records {
  readonly archive: ArchiveGuard;
  readonly #inside: Inside;
  readonly #reported = new Set<string>();

  constructor(inside: Inside) {
    this.#inside = inside;
    this.archive = new ArchiveGuard({ ...inside.parts, report: inside.report });
  }

  /** Says, each once, and does what `Book.isOdd` found. */
  async tidy(): Promise<void> {
    const { book, parts, report } = this.#inside;
    for (const error of findOddities(book, [...parts.declared.values()], parts.platform.now())) {
      const key = `${error.code} ${String(error.value)}`;
      if (!this.#reported.has(key)) report(error);
      this.#reported.add(key);
    }
    if (book.events.some((event) => own(event, 'erases'))) {
      await (await import('./engine-forget.js')).eraseDue(this.#inside);
    }
  }

  /** See `ConsentEngine.history`. */
  history(): Promise<readonly ConsentEvent[]> {
    return Promise.resolve(causalOrder(this.#inside.book.own));
  }

  /** See `ConsentEngine.agreedPolicy`. */
  async agreedPolicy(event: ConsentEvent): Promise<Policy | undefined> {
    const hash = own(event, 'policyHash');
    const declared = [...this.#inside.parts.declared.values()].find((one) => one.hash === hash);
    return declared?.policy ?? this.archive.get(String(hash));
  }

  /** See `ConsentEngine.shown`. */
  async shown(event: ConsentEvent): Promise<{ readonly policy?: Policy; readonly notice?: Notice }> {
    const hash = String(own(event, 'noticeHash'));
    const [policy, notice] = await Promise.all([
      this.agreedPolicy(event),
      hash === '' ? undefined : this.archive.getNotice(hash),
    ]);
    return { ...(policy && { policy }), ...(notice && { notice }) };
  }

  /** See `ConsentEngine.export`. */
  async export(format: 'json' | PublishedFormat, options?: ExportOptions): Promise<string> {
    const events = causalOrder(this.#inside.book.events);
    if (format !== 'json') return this.#publish(format, events, options);
    const erased = await this.#erased(events);
    const heads = await findHeads(events, this.#inside.parts.platform.sha256, erased);
    return canonicalJson({
      schema: 'mingshi.ledger/1',
      events,
      ...(erased.length > 0 && { erased }),
      heads,
    });
  }

  /** The texts that were never kept are left out: what they alone state is then missing, and told. */
  async #publish(
    format: PublishedFormat,
    events: readonly ConsentEvent[],
    options?: ExportOptions,
  ): Promise<string> {
    const { exportLedger } = await import('./ledger/export/export-ledger.js');
    const agreed = [...new Map(events.map((event) => [event.policyHash, event])).values()];
    const policies = await Promise.all(agreed.map((event) => this.agreedPolicy(event)));
    return exportLedger(format, {
      events,
      policies: policies.flatMap((policy) => policy ?? []),
      ...(options && { options }),
    });
  }

  /** See `ConsentEngine.refresh`. */
  refresh(): Promise<void> {
    const { storage, parts } = this.#inside;
    const read = storage.refresh().catch((error: unknown) => {
      throw asStorageError(error, 'read');
    });
    return withDeadline(read, readDeadline, parts.platform.timer, () => 'storage/timeout');
  }

  /** See `ConsentEngine.import`. */
  async import(events: readonly ConsentEvent[]): Promise<Imported> {
    const { importEvents } = await import('./engine-import.js');
    return importEvents(this.#inside, events, await this.#erased([]));
  }

  /** See `ConsentEngine.setSubject`. */
  async setSubject(subject: Subject, options?: { readonly link?: boolean }): Promise<void> {
    const { setSubject } = await import('./engine-subject.js');
    await setSubject(this.#inside, subject, options);
  }

  /** See `ConsentEngine.forget`. */
  async forget(
    subject: string,
    options?: { readonly keepProofUntil?: string },
  ): Promise<ConsentEvent | undefined> {
    await this.refresh();
    const { forget } = await import('./engine-forget.js');
    return forget(this.#inside, subject, options);
  }

  /** What is left of erased events, where none of `events` stands in their place. */
  async #erased(events: readonly ConsentEvent[]): Promise<readonly ErasedEvent[]> {
    const found = await this.#inside.parts.storage.read().catch(() => undefined);
    const records = own(found, 'erased');
    const places = new Set(events.map(placeOf));
    if (!Array.isArray(records)) return [];
    return records.filter(isErasedEvent).filter((record) => !places.has(placeOf(record)));
  }
}
