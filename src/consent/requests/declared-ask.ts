import type { Declared } from '../declared.js';
import type { ConsentRequest } from '../model.js';
import type { AskedRequest, RequestValidity } from './model.js';

/** A declared request, read once. */
export interface DeclaredAsk {
  readonly id: string;
  readonly asked: AskedRequest;
  /** The policy it belongs to: what its events are about. */
  readonly policy: Declared;
  /** What its status follows from: the policy, with the request's own version and materiality. */
  readonly rule: Declared;
  readonly validity: RequestValidity;
}

/** What of a request stands in the record; `id` is its own, or with the reference of the one it is asked for. */
export const recordedRequest = ({ asked, rule, policy }: DeclaredAsk, id: string): ConsentRequest => ({
  id,
  kind: asked.kind,
  purpose: asked.purpose,
  data: asked.data,
  refusal: asked.refusal,
  ...(asked.scene !== undefined && { scene: asked.scene }),
  ...(asked.alternative !== undefined && { alternative: asked.alternative }),
  ...(asked.kind === 'separate' && { basis: asked.basis }),
  ...('recipient' in asked && { recipient: asked.recipient.name }),
  ...(rule.version !== policy.version && { version: rule.version }),
});
