import { biometricsRequester } from '/dist/mingshi.js';
import { language } from './language.js';

/**
 * A requester of the page's own: it makes a passkey, where the library's checks one. `lack` and `state` are the library's. A
 * bank takes challenge and user from its server; here they are random, and nothing leaves the device.
 */
export function passkeyRequester() {
  const { lack, state } = biometricsRequester();
  return {
    kind: 'biometrics',
    lack,
    state,
    request: (signal) => make(signal).then(granted, ended),
  };
}

const random = (length) => crypto.getRandomValues(new Uint8Array(length));

const make = (signal) =>
  navigator.credentials.create({
    signal,
    publicKey: {
      challenge: random(32),
      rp: { name: language === 'en' ? 'Sample Bank' : '示例银行' },
      user: { id: random(16), name: '**** 2046', displayName: language === 'en' ? 'L***' : '李**' },
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
      timeout: 60_000,
    },
  });

const granted = (value) => ({ end: 'granted', value });

/** By design, cancelling, a timeout and a device that cannot verify anybody look alike. */
const ended = ({ name, message }) => {
  if (name === 'NotAllowedError') return { end: 'refused', message };
  if (name === 'AbortError') return { end: 'aborted' };
  return name === 'NotSupportedError' ? { end: 'no-device' } : { end: 'failed', message };
};
