import type { ConsentRequest, SystemAnswer } from '../../src/consent/model.js';
import type { TargetKind } from '../../src/jump/model.js';
import { own } from '../../src/own.js';
import type { PermissionKind } from '../../src/policy/model.js';
import { msg } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import { verdictWords } from '../permission-prompt/verdict-words.js';

/** The kind that the id of a permission's request names; one nobody knows is its own name. */
export const kindOf = (id: string): PermissionKind => id.split(':')[1] as PermissionKind;

/** What a permission is, and where the app said it needs it: `Camera · Pay by code`. */
export function permissionTitle({ id, scene }: ConsentRequest): string {
  return [permissionWords(kindOf(id)), scene ?? id.split(':')[2]].filter(Boolean).join(' · ');
}

/** The kind of a destination, in words, and its host or name, as the id of the request has them. */
export function destinationOf({ id }: ConsentRequest): { readonly kind: string; readonly name: string } {
  const [, kind = '', ...name] = id.split(':');
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
  return { kind: (own(words, kind) as string | undefined) ?? kind, name: name.join(':') };
}

/** What the system answered, in a sentence. */
export function systemWords({ verdict, certain }: SystemAnswer): string {
  if (verdict === 'granted')
    return msg('The browser or the system allowed it.', { id: 'privacy-center.system-granted' });
  return verdictWords(verdict, certain);
}
