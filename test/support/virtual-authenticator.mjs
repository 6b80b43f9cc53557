import { generateKeyPairSync } from 'node:crypto';

/** A passkey for `rpId`, as CDP's virtual authenticator takes it. */
function passkey(rpId) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    credentialId: Buffer.from('mingshi').toString('base64'),
    isResidentCredential: true,
    rpId,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    userHandle: Buffer.from('person').toString('base64'),
    signCount: 1,
  };
}

/**
 * A fingerprint reader of the device, with a passkey for `rpId`. `verified` is whether it knows the finger. Resolves with what
 * changes that.
 */
export async function addFingerprintReader(page, { rpId, verified }) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  await session.send('WebAuthn.addCredential', { authenticatorId, credential: passkey(rpId) });
  return (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
}

/** A device with nothing to verify a person by. */
export async function removeAuthenticators(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
}
