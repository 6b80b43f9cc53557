import type { PermissionRequester } from '../port.js';
import { webRequester } from './web-requester.js';

/** What may be shared of a contact. */
export type ContactProperty = 'name' | 'tel' | 'email' | 'address' | 'icon';

export interface ContactsOptions {
  /** What is asked for of each contact. Default `['name', 'tel']`. */
  readonly properties?: readonly ContactProperty[];
  /** Whether several may be picked. Default false. */
  readonly multiple?: boolean;
}

/** One contact as the person shared it; what they held back is absent or empty. */
export type PickedContact = Readonly<Partial<Record<ContactProperty, readonly unknown[]>>>;

interface ContactsManager {
  select(
    properties: readonly ContactProperty[],
    options: { readonly multiple: boolean },
  ): Promise<readonly PickedContact[]>;
}

const contacts = (): ContactsManager =>
  (navigator as Navigator & { readonly contacts: ContactsManager }).contacts;

/** Lets the person pick contacts (Chrome on Android). Picking none is `dismissed`. */
export const contactsRequester = ({
  properties = ['name', 'tel'],
  multiple = false,
}: ContactsOptions = {}): PermissionRequester<readonly PickedContact[]> =>
  webRequester({
    kind: 'contacts',
    api: () => contacts(),
    method: 'select',
    outermost: true,
    ends: { AbortError: 'dismissed' },
    ask: async () => {
      const picked = await contacts().select(properties, { multiple });
      return picked.length > 0 ? { end: 'granted', value: picked } : { end: 'dismissed' };
    },
  });
