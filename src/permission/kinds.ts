import type { PermissionKind } from '../policy/model.js';

/** What is known of one kind of permission, wherever it is asked for. */
export interface PermissionKindEntry {
  readonly kind: PermissionKind;
  /** Its name for `navigator.permissions.query`; absent where no specification gives it one. */
  readonly w3c?: string;
  readonly zh: string;
  readonly en: string;
  /** True where what it opens is sensitive by its nature; see `permissionKinds`. */
  readonly sensitive: boolean;
  /** Who has a call for it: `web` the browser, `host` only an app or a mini-program around the page. */
  readonly asked: 'web' | 'host';
  /** True where the web's call is a picker: the page gets what the person picks and nothing else (R-P7). */
  readonly picker: boolean;
}

/** What most kinds have; a row names what it has otherwise. */
const row = (
  kind: PermissionKind,
  zh: string,
  en: string,
  more: Partial<PermissionKindEntry> = {},
): PermissionKindEntry => ({ kind, zh, en, sensitive: false, asked: 'host', picker: false, ...more });

const rows: Readonly<Record<PermissionKind, PermissionKindEntry>> = {
  camera: row('camera', '相机', 'Camera', { asked: 'web', w3c: 'camera' }),
  album: row('album', '相册', 'Photos and videos', { asked: 'web', picker: true }),
  storage: row('storage', '存储', 'Files', { asked: 'web', picker: true }),
  microphone: row('microphone', '麦克风', 'Microphone', { asked: 'web', w3c: 'microphone' }),
  location: row('location', '位置', 'Location', { asked: 'web', w3c: 'geolocation', sensitive: true }),
  contacts: row('contacts', '通讯录', 'Contacts', { asked: 'web', picker: true }),
  phone: row('phone', '电话', 'Phone'),
  sms: row('sms', '短信', 'Text messages', { sensitive: true }),
  clipboard: row('clipboard', '剪贴板', 'Clipboard', { asked: 'web', w3c: 'clipboard-read' }),
  bluetooth: row('bluetooth', '蓝牙', 'Bluetooth', { asked: 'web', w3c: 'bluetooth', picker: true }),
  calendar: row('calendar', '日历', 'Calendar'),
  biometrics: row('biometrics', '指纹或面容', 'Fingerprint or face', { asked: 'web', sensitive: true }),
  network: row('network', '网络', 'Network'),
  'device-info': row('device-info', '设备信息', 'Device information'),
  notifications: row('notifications', '通知', 'Notifications', { asked: 'web', w3c: 'notifications' }),
  'install-packages': row('install-packages', '安装应用', 'Installing apps'),
  motion: row('motion', '运动传感器', 'Motion sensors', { asked: 'web', w3c: 'accelerometer' }),
  background: row('background', '后台运行', 'Running in the background'),
  'app-list': row('app-list', '应用列表', 'List of installed apps'),
  screen: row('screen', '屏幕录制', 'Screen recording', {
    asked: 'web',
    w3c: 'display-capture',
    picker: true,
  }),
  nfc: row('nfc', 'NFC（近场通信）', 'NFC', { asked: 'web', w3c: 'nfc' }),
  'persistent-storage': row('persistent-storage', '持久存储', 'Keeping data on this device', {
    asked: 'web',
    w3c: 'persistent-storage',
  }),
};

/**
 * Every kind of permission there is, by its name. Frozen, plain, JSON-safe.
 *
 * `sensitive` is about what the permission opens by its nature, whatever the app does with it: precise location and biometric
 * identification (PIPL 28; GB/T 45574-2025 lists both), and text messages, since they carry the one-time codes that guard an
 * account (PIPL 28: information whose misuse easily endangers property). A camera, an album, a microphone or contacts are
 * sensitive by use alone (a face, a picture of an ID card): there the app says so in `data` and asks separately (PIPL 29).
 * Fingerprints and faces checked by the device itself never reach the page; the kind is marked nonetheless, since a host's
 * requester may read them.
 */
export const permissionKinds: Readonly<Record<PermissionKind, PermissionKindEntry>> =
  /* @__PURE__ */ freeze();

function freeze(): typeof rows {
  for (const entry of Object.values(rows)) Object.freeze(entry);
  return Object.freeze(rows);
}
