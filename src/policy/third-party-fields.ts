import type { ThirdParty } from './model.js';

/** What a policy may say of a recipient, in the order of 292号's and the market's lists. */
export const thirdPartyFields = [
  'name',
  'company',
  'purpose',
  'scene',
  'permissions',
  'data',
  'shared',
  'sharing',
  'contact',
  'site',
  'privacyUrl',
  'platforms',
  'background',
] as const satisfies readonly (keyof ThirdParty)[];
