import { unversioned } from '../../src/consent/declared.js';
import type { Status } from '../../src/consent/model.js';
import { formatDate, msg, str } from '../internal/localize.js';

/** What stands where the gate stands while the app runs without consent: a heading, and what it means. */
export function basicModeWords({
  decision,
  reason,
  version,
  answeredVersion,
}: Status): readonly [string, string] {
  if (decision === 'granted') {
    return [
      msg(str`You did not agree to version ${versionWords(version)}`, { id: 'consent-gate.version-refused' }),
      msg(str`Your agreement to version ${versionWords(answeredVersion ?? '')} stands as it was.`, {
        id: 'consent-gate.version-stands',
      }),
    ];
  }
  const mode = msg('Basic functions only', { id: 'consent-gate.basic' });
  if (decision === 'denied') return [mode, msg('You did not agree.', { id: 'consent-gate.denied' })];
  if (decision === 'withdrawn')
    return [mode, msg('You withdrew your agreement.', { id: 'consent-gate.withdrawn' })];
  if (reason === 'dismissed')
    return [mode, msg('You closed the question without an answer.', { id: 'consent-gate.dismissed' })];
  return [mode, msg('You have not agreed yet.', { id: 'consent-gate.unanswered' })];
}

/** Announces a version that is not in force yet. */
export function pendingWords({ pending }: Status): string | undefined {
  if (!pending) return undefined;
  const day = formatDate(pending.effective);
  return msg(
    str`Version ${versionWords(pending.version)} comes into force on ${day}. You will be asked then.`,
    {
      id: 'consent-gate.pending',
    },
  );
}

/** A version as declared; where a text states none, that is said. */
export function versionWords(version: string): string {
  return version === unversioned ? msg('(no number)', { id: 'consent-gate.unversioned' }) : version;
}
