import { configureLocalization, LOCALE_STATUS_EVENT, msg, str } from '@lit/localize';
import type { ReactiveControllerHost } from 'lit';
import type { ConsentEngine } from '../../src/engine-contract.js';
import * as zhHans from './locales/zh-Hans.js';

export { msg, str };

/** Version of the message catalogue, part of every notice: the package's, since a published package never changes its words. */
export const catalogueVersion = '0.1.0';

/** The languages there are words for. */
export type Locale = 'en' | 'zh-Hans';

const page = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['zh-Hans'],
  loadLocale: () => Promise.resolve(zhHans),
});

/** The language in use, `en` until one was decided. */
export function getLocale(): Locale {
  return page.getLocale() as Locale;
}

let chosen = false;

/**
 * Changes the language of every element on the page. `locale` is BCP 47: simplified Chinese (`zh`, `zh-CN`, `zh-Hans` …)
 * gives `zh-Hans`, every other `en`. Resolves when the elements were told.
 */
export function setLocale(locale: string): Promise<void> {
  chosen = true;
  return page.setLocale(nearestLocale(locale));
}

function nearestLocale(locale: string): Locale {
  return /^zh($|[-_])/i.test(locale) && !/^zh[-_](hant|tw|hk|mo)/i.test(locale) ? 'zh-Hans' : 'en';
}

let settled = false;
let hinted = false;

/**
 * The page's language until an engine or `setLocale` decides it: what needs no engine, an error above all, speaks it too.
 * `preferred` stands before the nearest `lang` around `element`, for the whole page. Without either nothing changes.
 */
export function guessLocale(element: Element, preferred?: string): void {
  const found = preferred || (hinted ? null : nearestLang(element));
  if (settled || chosen || !found) return;
  hinted ||= !!preferred;
  void page.setLocale(nearestLocale(found));
}

const decided = new WeakMap<object, Promise<void>>();

/**
 * Decides the page's language, once per engine: `preferred`, else what `setLocale` chose, else the nearest `lang` around
 * `element`, else the language of the first policy, else English. Resolves when its words are there; nothing is shown before.
 */
export function decideLocale(engine: ConsentEngine, element: Element, preferred?: string): Promise<void> {
  let done = decided.get(engine);
  if (!done) {
    const found = preferred || (chosen ? getLocale() : nearestLang(element) || engine.policies[0]?.language);
    settled = true;
    done = page.setLocale(nearestLocale(found || 'en'));
    decided.set(engine, done);
  }
  return done;
}

function nearestLang(element: Element): string | null {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at instanceof Element && at.getAttribute('lang')) return at.getAttribute('lang');
  }
  return null;
}

/** Asks its host for an update when the language changes; guesses the language while there is no engine to decide it. */
export class LocaleController {
  constructor(host: ReactiveControllerHost & Element) {
    const update = (): void => host.requestUpdate();
    host.addController({
      hostConnected: () => {
        window.addEventListener(LOCALE_STATUS_EVENT, update);
        guessLocale(host);
      },
      hostDisconnected: () => window.removeEventListener(LOCALE_STATUS_EVENT, update),
    });
  }
}

/** A date in the language in use: `YYYY-MM-DD` as that day anywhere, an ISO time as day and time where the reader is. */
export function formatDate(iso: string): string {
  const dayOnly = iso.length === 10;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const style: Intl.DateTimeFormatOptions = dayOnly
    ? { dateStyle: 'long', timeZone: 'UTC' }
    : { dateStyle: 'long', timeStyle: 'short' };
  return new Intl.DateTimeFormat(getLocale(), style).format(date);
}
