import type { Contact } from '../../src/policy/model.js';
import { msg } from '../internal/localize.js';

/** What a contact is, in the reader's language. */
export function contactWords(kind: Contact['kind']): string {
  const words = {
    phone: msg('Phone', { id: 'contact.phone' }),
    email: msg('E-mail', { id: 'contact.email' }),
    address: msg('Address', { id: 'contact.address' }),
    url: msg('Website', { id: 'contact.url' }),
    person: msg('Person in charge', { id: 'contact.person' }),
    other: msg('Other', { id: 'contact.other' }),
  };
  return words[kind];
}
