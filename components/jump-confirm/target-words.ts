import type { JumpTarget, TargetWarning } from '../../src/jump/model.js';
import { msg } from '../internal/localize.js';

/** What a person is about to do; the name of the destination follows. */
export function titleWords({ allowed, kind }: JumpTarget): string {
  if (!allowed) return msg('This address is not opened', { id: 'jump-confirm.refused' });
  if (kind === 'phone') return msg('You are about to call', { id: 'jump-confirm.to-phone' });
  if (kind === 'sms') return msg('You are about to send a message to', { id: 'jump-confirm.to-sms' });
  if (kind === 'email') return msg('You are about to write an e-mail to', { id: 'jump-confirm.to-email' });
  if (kind === 'download') return msg('You are about to download from', { id: 'jump-confirm.to-download' });
  if (kind === 'service')
    return msg('You are about to use a service of another company inside this app', {
      id: 'jump-confirm.to-service',
    });
  return msg('You are leaving for', { id: 'jump-confirm.title' });
}

/** What it is that a person leaves for, in a word; empty where the title said it. */
export function kindWords({ kind }: JumpTarget): string {
  if (kind === 'website') return msg('Website', { id: 'jump-confirm.website' });
  if (kind === 'app') return msg('Another app', { id: 'jump-confirm.app' });
  return kind === 'mini-program' ? msg('Mini-program', { id: 'jump-confirm.mini-program' }) : '';
}

/** What is wrong with a target, each in a sentence of its own; `open-redirect` and `web-fallback` go before hosts. */
export const warningWords: Readonly<Record<TargetWarning, () => string>> = {
  'not-an-address': () =>
    msg('This is not an address that can be opened.', { id: 'jump-confirm.not-an-address' }),
  'forbidden-scheme': () =>
    msg('This kind of address can run programs or show forged content.', {
      id: 'jump-confirm.forbidden-scheme',
    }),
  'unknown-scheme': () =>
    msg('This app does not open this kind of address.', { id: 'jump-confirm.unknown-scheme' }),
  'user-info': () =>
    msg('A user name or password hides the real destination: a common trick.', {
      id: 'jump-confirm.user-info',
    }),
  'invalid-host': () => msg('The name of the destination is not valid.', { id: 'jump-confirm.invalid-host' }),
  'hostile-fallback': () =>
    msg('Another address is hidden inside, which must not be opened.', {
      id: 'jump-confirm.hostile-fallback',
    }),
  insecure: () =>
    msg('The connection is not encrypted: others could read or change what you send.', {
      id: 'jump-confirm.insecure',
    }),
  'ip-address': () =>
    msg('The destination is a number, not a name: it does not show whose it is.', {
      id: 'jump-confirm.ip-address',
    }),
  'private-host': () =>
    msg('The destination is this device or a private network, not a public website.', {
      id: 'jump-confirm.private-host',
    }),
  'unicode-host': () =>
    msg('The name has letters other than English ones: check its English spelling too.', {
      id: 'jump-confirm.unicode-host',
    }),
  'mixed-scripts': () =>
    msg('The name mixes letters of several scripts that look the same.', {
      id: 'jump-confirm.mixed-scripts',
    }),
  'looks-alike': () =>
    msg('The name looks like another one, but is not the same: check every letter.', {
      id: 'jump-confirm.looks-alike',
    }),
  'broken-punycode': () =>
    msg('The name is written in a faulty code that cannot be read.', {
      id: 'jump-confirm.broken-punycode',
    }),
  'trailing-dot': () =>
    msg('The name ends with a dot, which is unusual.', { id: 'jump-confirm.trailing-dot' }),
  'unusual-port': () =>
    msg('The name is followed by an unusual number (a port).', { id: 'jump-confirm.unusual-port' }),
  'hidden-characters': () =>
    msg('The address has characters that cannot be seen; they are shown as codes.', {
      id: 'jump-confirm.hidden-characters',
    }),
  'open-redirect': () => msg('The address may lead on to:', { id: 'jump-confirm.open-redirect' }),
  'unverified-app': () =>
    msg('It cannot be verified which app opens: another app could pose as it.', {
      id: 'jump-confirm.unverified-app',
    }),
  'web-fallback': () =>
    msg('Without that app, this website may open instead:', {
      id: 'jump-confirm.web-fallback',
    }),
};
