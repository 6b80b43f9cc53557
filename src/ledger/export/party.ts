import type { Contact, Policy } from '../../policy/model.js';
import type { ExportOptions } from './export-options.js';

/** Who decides, as far as it is stated. */
export interface Party {
  readonly name: string | undefined;
  readonly contact: string | undefined;
  readonly address: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly url: string | undefined;
}

/** The handler a text names, with the contacts it gives; the options go before it. */
export const partyOf = (policy: Policy | undefined, { controller = {} }: ExportOptions): Party => {
  const stated = (kind: Contact['kind']): string | undefined =>
    policy?.contacts.find((contact) => contact.kind === kind)?.value;
  return {
    name: controller.name ?? policy?.publisher?.name.text,
    contact: controller.contact ?? stated('person') ?? stated('other'),
    address: controller.address ?? stated('address'),
    email: controller.email ?? stated('email'),
    phone: controller.phone ?? stated('phone'),
    url: controller.url ?? stated('url'),
  };
};

/** How a text says consent is withdrawn. */
export const withdrawalsOf = (
  policy: Policy | undefined,
  { withdrawal }: ExportOptions,
): readonly string[] => {
  if (withdrawal !== undefined) return [withdrawal];
  const stated = policy?.withdrawals.map(({ path, text }) => path?.text ?? text) ?? [];
  const rights = policy?.rights.filter(({ kind }) => kind === 'withdraw').map(({ way }) => way.text) ?? [];
  return [...new Set(stated.length > 0 ? stated : rights)];
};
