import { ConsentError } from '../errors.js';
import { gdpr, pipl, type Profile } from './profile.js';

/**
 * The profile an app names, or its own, read. Default `pipl`. Rejects `profile/unknown` for a name that is neither `pipl` nor
 * `gdpr`, and what `readProfile` throws.
 */
export const profileOf = async (value: unknown): Promise<Profile> => {
  if (value === undefined || value === 'pipl') return pipl;
  if (value === 'gdpr') return gdpr;
  if (typeof value === 'string') {
    throw new ConsentError(
      'profile/unknown',
      'The profile must be pipl, gdpr or an object of your own.',
      value,
    );
  }
  return (await import('./read-profile.js')).readProfile(value);
};
