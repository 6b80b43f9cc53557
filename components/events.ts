import type { ConsentEvent, Decision, Durability, Status } from '../src/consent/model.js';
import type { ConsentEngine } from '../src/engine-contract.js';
import type { ConsentError } from '../src/errors.js';
import type { Span } from '../src/policy/model.js';

const SEEN_OUTSIDE = { bubbles: true, composed: true };

/** A person answered: `granted` or `denied`. Dispatched in the very task of the press, before the answer is kept. */
export class AnsweredEvent extends Event {
  readonly decision: Extract<Decision, 'granted' | 'denied'>;
  readonly status: Status;
  readonly event: ConsentEvent;
  /** Resolves when the answer is kept, with how safely. Never rejects. */
  readonly saved: Promise<Durability>;

  constructor(
    decision: 'granted' | 'denied',
    status: Status,
    event: ConsentEvent,
    saved: Promise<Durability>,
  ) {
    super('ming-answered', SEEN_OUTSIDE);
    this.decision = decision;
    this.status = status;
    this.event = event;
    this.saved = saved;
  }
}

/** A person closed the question without an answer. That is never consent. */
export class DismissedEvent extends Event {
  readonly status: Status;
  readonly event: ConsentEvent;

  constructor(status: Status, event: ConsentEvent) {
    super('ming-dismissed', SEEN_OUTSIDE);
    this.status = status;
    this.event = event;
  }
}

/** A person withdrew a consent: the app must stop what it covered. */
export class WithdrawnEvent extends Event {
  readonly status: Status;
  readonly event: ConsentEvent;

  constructor(status: Status, event: ConsentEvent) {
    super('ming-withdrawn', SEEN_OUTSIDE);
    this.status = status;
    this.event = event;
  }
}

/** A person asks to read a clause. `preventDefault()` says that somebody else shows it. */
export class ClauseRequestEvent extends Event {
  readonly clause: string;
  readonly span: Span;

  constructor(clause: string, span: Span) {
    super('ming-clause-request', { ...SEEN_OUTSIDE, cancelable: true });
    this.clause = clause;
    this.span = span;
  }
}

/** A provider's engine has read its ledger: `engine.status(id)` tells from now on what was answered. */
export class ReadyEvent extends Event {
  readonly engine: ConsentEngine;

  constructor(engine: ConsentEngine) {
    super('ming-ready', SEEN_OUTSIDE);
    this.engine = engine;
  }
}

/** Something went wrong; `error.code` says what. Nothing was granted by it. */
export class ConsentErrorEvent extends Event {
  readonly error: ConsentError;

  constructor(error: ConsentError) {
    super('ming-error', SEEN_OUTSIDE);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ming-answered': AnsweredEvent;
    'ming-dismissed': DismissedEvent;
    'ming-withdrawn': WithdrawnEvent;
    'ming-clause-request': ClauseRequestEvent;
    'ming-ready': ReadyEvent;
    'ming-error': ConsentErrorEvent;
  }
}
