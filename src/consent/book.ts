import { isAsDurable } from '../durability.js';
import { isoTime } from '../iso-time.js';
import { placeOf } from '../place.js';
import type { Declared } from './declared.js';
import { fold, type Folded } from './fold.js';
import type { ConsentEvent, Durability, Status, Subject } from './model.js';
import { computeStatus, day } from './status.js';
import { identify, type Identity } from './subject.js';

export interface BookParts {
  /** The subject the app names, if it does. */
  readonly subject: Subject | undefined;
  /** The local id to use where neither the app nor the ledger names one. */
  readonly drawn: string;
  readonly now: () => number;
}

/** An event, and how safely it is kept. */
export interface Known {
  readonly event: ConsentEvent;
  readonly durability: Durability;
}

/** The events known to one engine, each once, and what they come to. Nothing is taken out but what was erased. */
export class Book {
  readonly #parts: BookParts;
  readonly #known = new Map<string, Known>();
  readonly #folded = new Map<string, Folded>();
  readonly #dismissed = new Set<string>();
  /** Places of events that count no more, since their person was forgotten. */
  readonly #forgotten = new Set<string>();
  #given: Subject | undefined;
  #identity: Identity | undefined;

  constructor(parts: BookParts) {
    this.#parts = parts;
    this.#given = parts.subject;
  }

  get subject(): Subject {
    return this.#own.subject;
  }

  /** From now on the answers of somebody else count, and theirs alone. */
  set subject(subject: Subject) {
    this.#given = subject;
    this.#dismissed.clear();
    this.#changed();
  }

  /** Adds events, or raises how safely known ones are kept. */
  add(events: readonly ConsentEvent[], durability: Durability): void {
    for (const event of events) {
      const place = placeOf(event);
      const known = this.#known.get(place) ?? { event, durability: 'memory' };
      const { kind } = event.request;
      if (kind === 'right') event.erases?.forEach((one) => this.#forgotten.add(one));
      this.#known.set(place, isAsDurable(durability, known.durability) ? { ...known, durability } : known);
    }
    this.#changed();
  }

  /** Takes out what was erased where it was kept. */
  drop(places: readonly string[]): void {
    for (const place of places) this.#known.delete(place);
    this.#changed();
  }

  /** The person closed the question: it does not open by itself again in this session. */
  dismiss(request: string): void {
    this.#dismissed.add(request);
  }

  /** Where a request stands for this engine's subject. */
  standing(request: string): Folded {
    const folded =
      this.#folded.get(request) ?? fold(this.own.filter((event) => event.request.id === request));
    this.#folded.set(request, folded);
    return folded;
  }

  /** Where `request` stands, asked under a declared policy. */
  status(request: string, declared: Declared): Status {
    const standing = this.standing(request);
    return computeStatus({
      declared,
      standing,
      durability: (standing.answer && this.#known.get(placeOf(standing.answer))?.durability) ?? 'memory',
      dismissed: this.#dismissed.has(request),
      now: this.#parts.now(),
    });
  }

  /** Every event known. */
  get events(): readonly ConsentEvent[] {
    return Array.from(this.#known.values(), ({ event }) => event);
  }

  /** The event at a place (`writer/sequence`). */
  known(place: string): Known | undefined {
    return this.#known.get(place);
  }

  /** Every event that counts, of whomever. */
  get counting(): readonly ConsentEvent[] {
    const all = this.events;
    return this.#forgotten.size > 0 ? all.filter((event) => !this.#forgotten.has(placeOf(event))) : all;
  }

  /** The events of this engine's subject. */
  get own(): readonly ConsentEvent[] {
    return this.counting.filter((event) => this.ids.has(event.subject.id));
  }

  /** The ids under which an event counts as this engine's subject's. */
  get ids(): ReadonlySet<string> {
    return this.#own.ids;
  }

  /**
   * True where something should be said of the ledger, or done: a policy's text changed under an answer while its version
   * stayed, an event claims a time more than a day from now, or somebody was forgotten.
   */
  isOdd(policies: readonly Declared[]): boolean {
    const limit = isoTime(this.#parts.now() + day);
    return (
      policies.some(({ id, version, hash }) => {
        const { answer } = this.standing(id);
        return answer?.policy.version === version && answer.policyHash !== hash;
      }) ||
      this.events.some(({ time }) => time > limit) ||
      this.#forgotten.size > 0
    );
  }

  get #own(): Identity {
    return (this.#identity ??= identify(this.#given, this.counting, this.#parts.drawn));
  }

  #changed(): void {
    this.#identity = undefined;
    this.#folded.clear();
  }
}
