import type { HostClaim } from '../bridge/port.js';
import type { ConsentEvent } from './model.js';
import { versionOf } from './status.js';

/** What is known here of the request a claim is about. */
export interface ClaimGround {
  /** The version that is asked about now. */
  readonly version: string;
  /** The person's own events about the request. */
  readonly events: readonly ConsentEvent[];
  /** The answer that stands. */
  readonly answer: ConsentEvent | undefined;
  /** The hash of the claim's canonical bytes. */
  readonly claimHash: string;
}

/**
 * What becomes of a claim: `take` it, it is `known` already, or why it is not taken. A grant counts only for the version in
 * force, where no answer to that version is here and none is newer; a refusal or a withdrawal too where it ends the very grant
 * that stands. Times are claims: a wrong one can keep a grant out, and bring none in.
 */
export const judgeClaim = (claim: HostClaim, ground: ClaimGround): string => {
  const { version, events, answer, claimHash } = ground;
  if (events.some((event) => event.act === 'host' && event.noticeHash === claimHash)) return 'known';
  const answers = events.filter(({ decision }) => decision !== 'dismissed' && decision !== 'requested');
  const isNewer = (event: ConsentEvent): boolean => !(Date.parse(event.time) < Date.parse(claim.time));
  const isOpen = claim.version === version && !answers.some((event) => versionOf(event) === version);
  if (claim.decision === 'granted') {
    if (!isOpen) return 'It is about another version, or this one is answered here.';
    return answers.some(isNewer) ? 'There is a newer answer here.' : 'take';
  }
  if (answer?.decision === 'granted' && versionOf(answer) === claim.version) {
    return isNewer(answer) ? 'There is a newer answer here.' : 'take';
  }
  return claim.decision === 'denied' && isOpen ? 'take' : 'There is nothing here that it ends.';
};
