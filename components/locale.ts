import * as page from './internal/localize.js';

/** The languages there are words for. */
export type Locale = 'en' | 'zh-Hans';

/** The language in use, `en` until one was decided. */
export const getLocale = (): Locale => page.getLocale();

/**
 * Changes the language of every element on the page. `locale` is BCP 47: simplified Chinese (`zh`, `zh-CN`, `zh-Hans` …)
 * gives `zh-Hans`, every other `en`. Resolves when the elements were told.
 */
export const setLocale = (locale: string): Promise<void> => page.setLocale(locale);
