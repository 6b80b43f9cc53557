import type { Verdict } from '../../src/consent/model.js';
import { msg, str } from '../internal/localize.js';
import type { Browser } from './detect-browser.js';

/** What happened; where that is not sure, as what it may have been. */
export function verdictWords(verdict: Verdict, certain: boolean): string {
  const words = happened(verdict);
  return certain
    ? words
    : msg(str`This browser does not say why. It may be this: ${words}`, { id: 'permission-prompt.perhaps' });
}

function happened(verdict: Verdict): string {
  const words: Readonly<Partial<Record<Verdict, string>>> = {
    denied: msg('You did not allow it when the browser or the system asked.', { id: 'verdict.denied' }),
    dismissed: msg('The prompt of the browser or the system was closed without an answer.', {
      id: 'verdict.dismissed',
    }),
    blocked: msg('The settings of the browser or the device do not allow it, so you were not asked.', {
      id: 'verdict.blocked',
    }),
    unsupported: msg('This browser or app does not offer it.', { id: 'verdict.unsupported' }),
    insecure: msg('This page was not opened over a secure connection.', { id: 'verdict.insecure' }),
    'policy-blocked': msg('This page stands inside another page, which does not allow it.', {
      id: 'verdict.policy-blocked',
    }),
    'no-device': msg('None was found on this device, or it is switched off.', { id: 'verdict.no-device' }),
    busy: msg('It could not be started; another app or page may be using it.', { id: 'verdict.busy' }),
    constraints: msg('What this device has does not meet what this function needs.', {
      id: 'verdict.constraints',
    }),
    aborted: msg('Waiting for the browser or the system was stopped.', { id: 'verdict.aborted' }),
  };
  return words[verdict] ?? msg('The browser or the system met an error.', { id: 'verdict.failed' });
}

/** What a person can do about it, in a sentence. */
export function wayOutWords(verdict: Verdict, browser: Browser): string {
  const another = msg('Another browser or device may do.', { id: 'permission-prompt.way-another' });
  const words: Readonly<Partial<Record<Verdict, string>>> = {
    unsupported: browser === 'wechat' || browser === 'app' ? browserWords() : another,
    insecure: msg('Open this page by its address that begins with https://.', {
      id: 'permission-prompt.way-insecure',
    }),
    'policy-blocked': msg('Open this page in a window of its own.', {
      id: 'permission-prompt.way-policy-blocked',
    }),
    'no-device': msg('Connect it or switch it on, then start the function again.', {
      id: 'permission-prompt.way-no-device',
    }),
    busy: msg('Close what else may be using it, then start the function again.', {
      id: 'permission-prompt.way-busy',
    }),
    constraints: another,
  };
  return (
    words[verdict] ??
    msg('To be asked once more, start the function again.', { id: 'permission-prompt.way-again' })
  );
}

/** From inside an app to a browser of its own. */
export const browserWords = (): string =>
  msg('You can also open this page in a browser of the phone: look under ⋯ at the top right.', {
    id: 'permission-prompt.way-browser',
  });
