import { HostDesk } from './bridge/desk.js';
import type { HostClaim } from './bridge/port.js';
import type { Words } from './consent/desk.js';
import { judgeClaim } from './consent/judge-claim.js';
import type { ConsentEvent } from './consent/model.js';
import type { DeclaredAsk } from './consent/requests/declared-ask.js';
import { causalOrder } from './consent/order.js';
import { lasting } from './consent/requests/lasting.js';
import type { Inside } from './engine-inside.js';
import { ConsentError } from './errors.js';
import { hashRecord } from './hash.js';
import { own } from './own.js';

/** What stays between the person and this page. */
const untold: readonly unknown[] = ['permission', 'jump', 'right'];

/** The app around the page: told of choices, and asked what the person chose outside. */
export class Hosting {
  readonly #inside: Inside;
  readonly #desk: HostDesk;
  readonly #refusals: boolean;
  /** What came is taken in turn, once the ledger was read. */
  #taken: Promise<void> | undefined;
  #came: readonly HostClaim[] = [];

  constructor(inside: Inside) {
    const { parts, report, atEnd } = inside;
    const { namespace, platform, bridge, given } = parts;
    if (!bridge) throw new ConsentError('engine/invalid-host', 'There is no host.');
    this.#inside = inside;
    this.#refusals = own(own(given, 'host'), 'refusals') === true;
    const claims = (came: readonly HostClaim[]): void => this.#hear(came);
    this.#desk = new HostDesk({ host: bridge, namespace, timer: platform.timer, report, claims });
    atEnd(() => this.#desk.close());
  }

  /** Resolves when what the person chose outside is recorded here; `read` resolves when the ledger was. */
  async start(read: Promise<void>): Promise<void> {
    const { checkAlive, engine, listeners } = this.#inside;
    await Promise.all([this.#desk.start(), read]);
    checkAlive();
    listeners.add((change) => {
      if (change.type === 'ready') this.#deliverAll();
      if (change.type === 'status' && change.status.event) this.#deliver(change.status.event);
    });
    this.#taken = Promise.resolve();
    this.#hear([]);
    await this.#taken;
    engine.ready.then(
      () => this.#deliverAll(),
      () => undefined,
    );
  }

  /** The history again, in causal order: what is known there already is passed over. */
  #deliverAll(): void {
    causalOrder(this.#inside.book.own).forEach((event) => this.#deliver(event));
  }

  #deliver(event: ConsentEvent): void {
    if (!untold.includes(event.request.kind) && this.#mayLeave(event)) this.#desk.deliver(event);
  }

  /** Nothing leaves before the general policy is agreed to, but what ends a grant that did. */
  #mayLeave({ decision, supersedes }: ConsentEvent): boolean {
    const { book, engine, parts } = this.#inside;
    const agreed = parts.primary && engine.status(parts.primary.id).decision === 'granted';
    if (decision === 'granted') return agreed === true;
    const ended = (event: ConsentEvent): boolean =>
      event.decision === 'granted' && supersedes.includes(event.id);
    if (decision === 'withdrawn' || book.own.some(ended)) return decision !== 'dismissed';
    return decision === 'denied' && this.#refusals;
  }

  #hear(came: readonly HostClaim[]): void {
    this.#came = [...this.#came, ...came];
    this.#taken = this.#taken?.then(() => this.#takeAll());
  }

  async #takeAll(): Promise<void> {
    const claims = [...this.#came].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
    this.#came = [];
    for (const claim of claims) {
      await this.#take(claim).catch((error: unknown) => this.#inside.report(error as ConsentError));
    }
    this.#inside.held([], 'memory');
  }

  async #take(claim: HostClaim): Promise<void> {
    const { asking, book, checkAlive, parts, rules } = this.#inside;
    const found = rules()?.find(claim.request);
    const declared = found?.ask.policy ?? parts.declared.get(claim.request);
    if (!declared) throw notTaken('No declared policy or request has its id.', claim);
    const [claimHash, part] = await Promise.all([hashRecord(claim, parts.platform.sha256), asking()]);
    const { desk } = part;
    await desk.settled;
    checkAlive();
    const { answer } = book.standing(claim.request);
    const events = book.own.filter(({ request }) => request.id === claim.request);
    const { version } = found?.ask.rule ?? declared;
    const verdict = judgeClaim(claim, { version, events, answer, claimHash });
    if (verdict === 'known') return;
    if (verdict !== 'take') throw notTaken(verdict, claim);
    const granted = claim.decision === 'granted';
    if (granted && found && !isClaimable(found.ask)) {
      throw notTaken('It can only be agreed to in a question of its own.', claim);
    }
    const isOfAnswer = !granted && answer?.decision === 'granted';
    const about = isOfAnswer ? { ...answer.policy, hash: answer.policyHash } : declared;
    const request = isOfAnswer ? answer.request : { id: claim.request, kind: 'general' as const };
    const words: Words = {
      request,
      ...(found && rules()?.recorded(found, isOfAnswer ? answer : undefined)),
      decision: claim.decision,
      act: 'host',
      visibility: 'unverified',
      noticeHash: claimHash,
      ...(granted && found ? lasting(found.ask.validity, Date.parse(claim.time)) : { validity: 'standing' }),
    };
    desk.record(about, words);
    if (granted) part.archive(declared);
  }
}

/** What is for one act only is asked for in that act, and a guardian says who they are. */
const isClaimable = ({ asked, validity }: DeclaredAsk): boolean =>
  validity !== 'once' && asked.kind !== 'guardian';

const notTaken = (sentence: string, value: unknown): ConsentError =>
  new ConsentError(
    'host/claim-not-taken',
    `What the app around the page says was not taken over. ${sentence}`,
    value,
  );
