import { ConsentError } from '../errors.js';
import { placeOf } from '../place.js';
import type { Declared } from './declared.js';
import { fold, type Folded } from './fold.js';
import type { ConsentEvent, Durability, Status, Subject } from './model.js';
import { causalOrder } from './order.js';
import { computeStatus } from './status.js';
import { identify, type Identity } from './subject.js';

const rising: readonly unknown[] = ['memory', 'browser', 'disk', 'server'];

/** True where `kept` is as safe as `wanted`, or safer. What is wanted by an unknown name, only a server gives. */
export const isAsDurable = (kept: Durability, wanted: Durability): boolean =>
  rising.slice(rising.indexOf(wanted)).includes(kept);

export interface BookParts {
  /** The subject the app names, if it does. */
  readonly subject: Subject | undefined;
  /** The local id to use where neither the app nor the ledger names one. */
  readonly drawn: string;
  readonly now: () => number;
}

/** The events known to one engine, each once, and what they come to. Nothing is ever taken out. */
export class Book {
  readonly #parts: BookParts;
  readonly #events = new Map<string, ConsentEvent>();
  readonly #durabilities = new Map<string, Durability>();
  readonly #folded = new Map<string, Folded>();
  readonly #dismissed = new Set<string>();
  readonly #reported = new Set<string>();
  #identity: Identity;

  constructor(parts: BookParts) {
    this.#parts = parts;
    this.#identity = identify(parts.subject, [], parts.drawn);
  }

  get subject(): Subject {
    return this.#identity.subject;
  }

  /** Adds events, or raises how safely known ones are kept. */
  add(events: readonly ConsentEvent[], durability: Durability): void {
    for (const event of events) {
      const place = placeOf(event);
      if (!this.#events.has(place)) this.#events.set(place, event);
      if (isAsDurable(durability, this.#durabilities.get(place) ?? 'memory')) {
        this.#durabilities.set(place, durability);
      }
    }
    this.#identity = identify(this.#parts.subject, this.#all(), this.#parts.drawn);
    this.#folded.clear();
  }

  /** The person closed the question: it does not open by itself again in this session. */
  dismiss(request: string): void {
    this.#dismissed.add(request);
  }

  /** Where a request stands for this engine's subject. */
  standing(request: string): Folded {
    const folded =
      this.#folded.get(request) ?? fold(this.#own().filter((event) => event.request.id === request));
    this.#folded.set(request, folded);
    return folded;
  }

  /** Where `request` stands, asked under a declared policy. */
  status(request: string, declared: Declared): Status {
    const standing = this.standing(request);
    const place = standing.answer && placeOf(standing.answer);
    return computeStatus({
      declared,
      standing,
      durability: this.#durabilities.get(place ?? '') ?? 'memory',
      dismissed: this.#dismissed.has(request),
      now: this.#parts.now(),
    });
  }

  /** Every event, each after those it knew of. */
  all(): readonly ConsentEvent[] {
    return causalOrder(this.#all());
  }

  /** The events of this engine's subject, each after those it knew of. */
  history(): readonly ConsentEvent[] {
    return causalOrder(this.#own());
  }

  /** What to report, once, where a policy's text changed under an answer while its version stayed. */
  findChangedText({ id, version, hash, language }: Declared): ConsentError | undefined {
    const { answer } = this.standing(id);
    if (this.#reported.has(id) || answer?.policy.version !== version || answer.policyHash === hash)
      return undefined;
    // A translation has the same version and other words.
    if (answer.policy.language !== language) return undefined;
    this.#reported.add(id);
    const sentence = `The text of ${id} changed, its version ${version} did not.`;
    return new ConsentError('policy/changed-without-version', sentence, hash);
  }

  #all(): readonly ConsentEvent[] {
    return [...this.#events.values()];
  }

  #own(): readonly ConsentEvent[] {
    return this.#all().filter((event) => this.#identity.ids.has(event.subject.id));
  }
}
