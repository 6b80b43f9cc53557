import type { Answer } from '../../engine-contract.js';
import { ConsentError } from '../../errors.js';
import type { Desk } from '../desk.js';
import type { PreparedAct } from '../prepare-act.js';
import { recordedRequest } from './declared-ask.js';
import type { Found, Requests } from './requests.js';

/**
 * Turns a switch. Off is always possible, at once and without a question (PIPL 24; R-C12). On is a grant like any other.
 * Throws `request/not-a-switch`, and where it would be turned on before the policy, or a child's guardian, was agreed to,
 * `request/no-consent`.
 */
export const setSwitch = (
  { desk, requests }: { readonly desk: Desk; readonly requests: Requests },
  found: Found,
  on: boolean,
  act: PreparedAct,
): Answer => {
  const { ask, id } = found;
  if (ask.asked.kind !== 'switch') {
    throw new ConsentError('request/not-a-switch', 'Only a switch is turned on and off.', id);
  }
  // Whatever else is given turns it off: nothing but `true` is a wish to have it on.
  const isOn = (on as unknown) === true;
  if (isOn && !requests.isGrounded(found)) {
    throw new ConsentError('request/no-consent', 'The policy, or a guardian, must be agreed to first.', id);
  }
  const wasGranted = requests.answered(found).decision === 'granted';
  const decision = isOn ? 'granted' : wasGranted ? 'withdrawn' : 'denied';
  return desk.record(ask.policy, {
    ...act,
    request: recordedRequest(ask, id),
    decision,
    validity: 'standing',
  });
};
