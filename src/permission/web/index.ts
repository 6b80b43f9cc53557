export { albumRequester } from './album.js';
export { biometricsRequester } from './biometrics.js';
export { bluetoothRequester, type BluetoothOptions, type PickedBluetoothDevice } from './bluetooth.js';
export { cameraRequester, type CameraOptions } from './camera.js';
export { clipboardRequester } from './clipboard.js';
export {
  contactsRequester,
  type ContactProperty,
  type ContactsOptions,
  type PickedContact,
} from './contacts.js';
export type { FileOptions } from './file-requester.js';
export { locationRequester } from './location.js';
export { microphoneRequester, type MicrophoneOptions } from './microphone.js';
export { motionRequester } from './motion.js';
export { nfcRequester, type NfcScan } from './nfc.js';
export { notificationsRequester } from './notifications.js';
export { persistentStorageRequester } from './persistent-storage.js';
export { requesterOf } from './requester-of.js';
export { screenRequester } from './screen.js';
export { storageRequester } from './storage.js';
export type { PermissionRequester, PermissionState, RequestEnd, Lack } from '../port.js';
