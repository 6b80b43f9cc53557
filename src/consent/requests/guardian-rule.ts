import type { Subject } from '../model.js';
import type { Profile } from '../profile.js';

/** The youngest a person of each band can be, in years. */
const youngest = { 'under-14': 0, '14-17': 14, adult: 18 } as const;

/**
 * Whether a guardian must consent for this subject (PIPL 31; GDPR 8): where somebody of the band may be below the profile's
 * age, and for a child somebody acts for. An unknown age is treated as a child's by an app that serves children, which is one
 * that declares a guardian's request; others say by their declarations that they do not.
 */
export const needsGuardian = (subject: Subject, profile: Profile, servesChildren: boolean): boolean => {
  if (subject.actsFor?.kind === 'child') return true;
  const band = subject.ageBand ?? 'unknown';
  if (band === 'unknown') return servesChildren && profile.guardian.belowAge > 0;
  return youngest[band] < profile.guardian.belowAge;
};

/** True for a subject known to be under 18. */
export const isMinor = ({ ageBand, actsFor }: Subject): boolean =>
  ageBand === 'under-14' || ageBand === '14-17' || actsFor?.kind === 'child';
