import { defaultPlatform } from '../../platform.js';
import type { PermissionRequester } from '../port.js';
import { granted } from './granted.js';
import { noDeviceIf } from './no-device-if.js';
import { webRequester } from './web-requester.js';

/**
 * Lets the person prove by fingerprint, face or screen lock that it is they (WebAuthn); what was measured stays on the device.
 * `options` as for `navigator.credentials.get({publicKey})`: a sign-in needs its `challenge` from the server, one drawn here
 * proves nothing to it. Verification is always required. Cancelling, a timeout and a missing passkey look alike, by design;
 * a device that can verify nobody is `no-device`.
 */
export const biometricsRequester = (
  options?: Partial<PublicKeyCredentialRequestOptions>,
): PermissionRequester<Credential | null> =>
  webRequester({
    kind: 'biometrics',
    api: () => PublicKeyCredential && navigator.credentials,
    method: 'get',
    feature: 'publickey-credentials-get',
    // An address the key does not belong to: the app's mistake.
    ends: { SecurityError: 'failed', InvalidStateError: 'failed' },
    ask: (signal) =>
      navigator.credentials
        .get({ publicKey: publicKeyOf(options), signal })
        .then(granted, noDeviceIf('NotAllowedError', canVerify)),
  });

const publicKeyOf = (
  options?: Partial<PublicKeyCredentialRequestOptions>,
): PublicKeyCredentialRequestOptions => ({
  challenge: defaultPlatform().random(new Uint8Array(32)) as Uint8Array<ArrayBuffer>,
  ...options,
  userVerification: 'required',
});

const canVerify = (): Promise<boolean> => PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
