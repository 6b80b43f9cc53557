import { own } from '../../own.js';
import type { PermissionKind } from '../../policy/model.js';
import type { PermissionRequester } from '../port.js';

const requesters: Readonly<Partial<Record<PermissionKind, () => Promise<PermissionRequester>>>> = {
  camera: async () => (await import('./camera.js')).cameraRequester(),
  microphone: async () => (await import('./microphone.js')).microphoneRequester(),
  location: async () => (await import('./location.js')).locationRequester(),
  notifications: async () => (await import('./notifications.js')).notificationsRequester(),
  clipboard: async () => (await import('./clipboard.js')).clipboardRequester(),
  bluetooth: async () => (await import('./bluetooth.js')).bluetoothRequester(),
  contacts: async () => (await import('./contacts.js')).contactsRequester(),
  album: async () => (await import('./album.js')).albumRequester(),
  storage: async () => (await import('./storage.js')).storageRequester(),
  biometrics: async () => (await import('./biometrics.js')).biometricsRequester(),
  motion: async () => (await import('./motion.js')).motionRequester(),
  'persistent-storage': async () => (await import('./persistent-storage.js')).persistentStorageRequester(),
  screen: async () => (await import('./screen.js')).screenRequester(),
  nfc: async () => (await import('./nfc.js')).nfcRequester(),
};

/**
 * The browser's requester of a kind, with default options: only that kind's file is loaded. Undefined for kinds the web has no
 * call for. Rejects where the file cannot be loaded.
 */
export const requesterOf = (kind: PermissionKind): Promise<PermissionRequester | undefined> => {
  const load = own(requesters, kind) as (typeof requesters)[PermissionKind];
  return load ? load() : Promise.resolve(undefined);
};
