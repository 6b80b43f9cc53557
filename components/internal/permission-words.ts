import type { PermissionKind } from '../../src/policy/model.js';
import { msg } from './localize.js';

/** The name of a permission, as people know it. A kind without one is its own name. */
export function permissionWords(kind: PermissionKind): string {
  const words: Readonly<Record<PermissionKind, string>> = {
    camera: msg('Camera', { id: 'permission-kind.camera' }),
    album: msg('Photos', { id: 'permission-kind.album' }),
    storage: msg('Files', { id: 'permission-kind.storage' }),
    microphone: msg('Microphone', { id: 'permission-kind.microphone' }),
    location: msg('Location', { id: 'permission-kind.location' }),
    contacts: msg('Contacts', { id: 'permission-kind.contacts' }),
    phone: msg('Phone', { id: 'permission-kind.phone' }),
    sms: msg('Text messages', { id: 'permission-kind.sms' }),
    clipboard: msg('Clipboard', { id: 'permission-kind.clipboard' }),
    bluetooth: msg('Bluetooth', { id: 'permission-kind.bluetooth' }),
    calendar: msg('Calendar', { id: 'permission-kind.calendar' }),
    biometrics: msg('Fingerprint or face', { id: 'permission-kind.biometrics' }),
    network: msg('Network', { id: 'permission-kind.network' }),
    'device-info': msg('Device information', { id: 'permission-kind.device-info' }),
    notifications: msg('Notifications', { id: 'permission-kind.notifications' }),
    'install-packages': msg('Installing apps', { id: 'permission-kind.install-packages' }),
    motion: msg('Motion sensors', { id: 'permission-kind.motion' }),
    background: msg('Running in the background', { id: 'permission-kind.background' }),
    'app-list': msg('List of apps', { id: 'permission-kind.app-list' }),
    screen: msg('Screen', { id: 'permission-kind.screen' }),
    nfc: msg('NFC', { id: 'permission-kind.nfc' }),
    'persistent-storage': msg('Lasting storage', { id: 'permission-kind.persistent-storage' }),
  };
  return words[kind] ?? kind;
}
