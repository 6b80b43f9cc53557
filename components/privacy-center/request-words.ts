import type { ConsentRequest, SystemAnswer } from '../../src/consent/model.js';
import type { TargetKind } from '../../src/jump/model.js';
import { appOf } from '../../src/jump/schemes.js';
import { own } from '../../src/own.js';
import type { PermissionKind } from '../../src/policy/model.js';
import { msg } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import { plainWords } from '../internal/plain-words.js';
import { verdictWords } from '../permission-prompt/verdict-words.js';

/** The kind that the id of a permission's request names; one nobody knows is its own name. */
export const kindOf = (id: string): PermissionKind => id.split(':')[1] as PermissionKind;

/** Those of the words there are, a dot between them. */
export const joinWords = (...words: readonly (string | false | undefined)[]): string =>
  words.filter(Boolean).join(' · ');

/** What a permission is, and what the app said it is for: `Camera · To read the code`. Where it was asked for is soon past. */
export function permissionTitle({ id, purpose }: ConsentRequest): string {
  return joinWords(permissionWords(kindOf(id)), plainWords(purpose ?? id.split(':')[2]));
}

/**
 * The kind of a destination, in words, and its host or name, as the id of the request has them; before the scheme of a known
 * app, the app it is usually of.
 */
export function destinationOf({ id }: ConsentRequest): { readonly kind: string; readonly name: string } {
  const [, kind = '', ...rest] = id.split(':');
  const name = rest.join(':').replace(/^intent\//, '');
  const app = /app|mini/.test(kind) && appOf(name);
  const words: Readonly<Record<TargetKind, string>> = {
    website: msg('Website', { id: 'destination.website' }),
    app: msg('App', { id: 'destination.app' }),
    'mini-program': msg('Mini-program', { id: 'destination.mini-program' }),
    phone: msg('Phone call', { id: 'destination.phone' }),
    sms: msg('Text message', { id: 'destination.sms' }),
    email: msg('E-mail', { id: 'destination.email' }),
    download: msg('Download', { id: 'destination.download' }),
    service: msg('Service of another company', { id: 'destination.service' }),
  };
  return { kind: (own(words, kind) as string | undefined) ?? kind, name: joinWords(app, name) };
}

/** What the system answered, in a sentence. */
export function systemWords({ verdict, certain }: SystemAnswer): string {
  if (verdict === 'granted')
    return msg('The browser or the system allowed it.', { id: 'privacy-center.system-granted' });
  return verdictWords(verdict, certain);
}
