/** The languages the command line speaks to people about a policy. */
export type Tongue = 'zh' | 'en';

/** Chinese for a Chinese policy, English for any other. `language` is a BCP 47 tag. */
export const tongueOf = (language: string): Tongue => (/^zh\b/i.test(language) ? 'zh' : 'en');
