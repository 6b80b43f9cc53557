/** The name under which a provider hands out its engine. */
const ENGINE = Symbol.for('mingshi.engine.1');

/** Calls back with the engine of the provider around `node`, now and whenever there is another (the context protocol). */
export function followEngine(node, callback) {
  const request = new Event('context-request', { bubbles: true, composed: true });
  node.dispatchEvent(
    Object.assign(request, { context: ENGINE, contextTarget: node, callback, subscribe: true }),
  );
}

/** What the bank knows about consent. Telling, asking, recording and withdrawing are the elements' work. */
export class Consent {
  #engine;
  #stop;
  #onChange;
  #waiting = [];

  /** `onChange` is called when the answer may have changed. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** The engine in use; undefined until the policy was read. */
  get engine() {
    return this.#engine;
  }

  /** Uses another engine, or none. */
  use(engine) {
    if (engine === this.#engine) return;
    this.#stop?.();
    this.#engine = engine;
    this.#stop = engine?.subscribe(() => this.#onChange());
    this.#onChange();
    if (engine) for (const ask of this.#waiting.splice(0)) ask(engine);
  }

  /** Confirms a jump, as the engine does. Until there is an engine nothing opens: an exit without a question is none. */
  confirmJump(request) {
    if (this.#engine) return this.#engine.confirmJump(request);
    return new Promise((resolve) => {
      this.#waiting.push((engine) => resolve(engine.confirmJump(request)));
    });
  }

  /** Whether the general policy is agreed to. Unknown, loading, refused, closed and withdrawn are all no. */
  get granted() {
    const policy = this.#engine?.policies[0];
    return policy !== undefined && this.#engine.status(policy.id).decision === 'granted';
  }
}
