import { replace } from './replaced.js';

/** Where a browser keeps the call of each kind: the object and the method, looked up as a page does. */
const places = {
  camera: () => [navigator.mediaDevices, 'getUserMedia'],
  microphone: () => [navigator.mediaDevices, 'getUserMedia'],
  screen: () => [navigator.mediaDevices, 'getDisplayMedia'],
  location: () => [navigator.geolocation, 'getCurrentPosition'],
  notifications: () => [window.Notification, 'requestPermission'],
  clipboard: () => [navigator.clipboard, 'readText'],
  bluetooth: () => [navigator.bluetooth, 'requestDevice'],
  contacts: () => [navigator.contacts, 'select'],
  biometrics: () => [window.PublicKeyCredential && navigator.credentials, 'get'],
  motion: () => [window.DeviceMotionEvent, 'prototype'],
  'persistent-storage': () => [navigator.storage, 'persist'],
  nfc: () => [window.NDEFReader?.prototype, 'scan'],
  album: () => [HTMLInputElement.prototype, 'click'],
  storage: () => [HTMLInputElement.prototype, 'click'],
};

/** True where this browser has the call of a kind, seen without the code that is tested. */
export const hasCall = (kind) => {
  const [owner, method] = places[kind]();
  return owner?.[method] !== undefined;
};

/** The names of objects that hold a call, and are missing in some engines. */
const holders = {
  camera: [() => navigator, 'mediaDevices'],
  microphone: [() => navigator, 'mediaDevices'],
  screen: [() => navigator, 'mediaDevices'],
  location: [() => navigator, 'geolocation'],
  notifications: [() => window, 'Notification'],
  clipboard: [() => navigator, 'clipboard'],
  bluetooth: [() => navigator, 'bluetooth'],
  contacts: [() => navigator, 'contacts'],
  biometrics: [() => navigator, 'credentials'],
  motion: [() => window, 'DeviceMotionEvent'],
  'persistent-storage': [() => navigator, 'storage'],
  nfc: [() => window, 'NDEFReader'],
  album: [() => window, 'HTMLInputElement'],
  storage: [() => window, 'HTMLInputElement'],
};

/** Makes looking for the call of a kind throw. */
export const breakLookUp = (kind) => {
  const [owner, name] = holders[kind];
  const get = () => {
    throw new Error('put in the way by the page');
  };
  replace(owner(), name, { get });
};

/** Takes the call of a kind away. */
export const removeCall = (kind) => {
  const [owner, name] = holders[kind];
  replace(owner(), name, { value: undefined });
};

/** Puts `call` in the place of a kind's own: in the browser's object, or in one made up where it has none. */
export const putCall = (kind, call) => {
  const [owner, name] = holders[kind];
  if (kind === 'nfc') {
    class NDEFReader extends EventTarget {}
    NDEFReader.prototype.scan = call;
    return replace(owner(), name, { value: NDEFReader });
  }
  if (kind === 'motion') {
    return replace(owner(), name, { value: Object.assign(() => undefined, { requestPermission: call }) });
  }
  if (kind === 'album' || kind === 'storage') {
    replace(navigator, 'userActivation', { value: { isActive: true } });
    return replace(HTMLInputElement.prototype, 'click', { value: call });
  }
  if (kind === 'biometrics' && !window.PublicKeyCredential) {
    replace(window, 'PublicKeyCredential', { value: class {} });
  }
  const method = places[kind]()[1];
  if (hasCall(kind)) replace(owner()[name], method, { value: call });
  else replace(owner(), name, { value: { [method]: call } });
};

/** Makes every look at a permission's state give `state`. */
export const putState = (state) =>
  replace(navigator, 'permissions', { value: { query: () => Promise.resolve({ state }) } });
