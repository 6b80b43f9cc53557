// Receipts a server signed: keys and signatures of node:crypto, and everything somebody could hand in instead.
import assert from 'node:assert/strict';
import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign, webcrypto } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifyJws, verifyLedger, verifyReceipt } from '../../../build/src/ledger/index.js';
import { readBase64url } from '../../../build/src/ledger/base64url.js';
import { parseStrictJson } from '../../../build/src/ledger/strict-json.js';
import { core } from '../../support/core-build.mjs';
import { sampleChain } from '../../support/sample-events.js';

const encode = (value) =>
  Buffer.from(typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value)).toString(
    'base64url',
  );

const makers = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

const pair = (alg, kid = `${alg}-1`) => {
  const { publicKey, privateKey } = makers[alg]();
  return { kid, alg, privateKey, key: { kid, alg, publicKeyJwk: publicKey.export({ format: 'jwk' }) } };
};

const signed = ({ alg, privateKey }, bytes) =>
  alg === 'ES256'
    ? sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    : sign(null, bytes, privateKey);

/** A compact JWS; `header` overwrites entries of the header, or is its whole text. */
const jws = (signer, payload, header = {}) => {
  const head = typeof header === 'string' ? header : { alg: signer.alg, kid: signer.kid, ...header };
  const text = `${encode(head)}.${encode(payload)}`;
  return `${text}.${encode(signed(signer, Buffer.from(text)))}`;
};

const es = pair('ES256');
const ed = pair('EdDSA');
const keys = [es.key, ed.key];
const code = (expected) => ({ name: 'ConsentError', code: expected });
const refused = (text, expected, options = { keys }) =>
  assert.rejects(verifyReceipt(text, options), code(expected));

const ledgerOf = async (count) => {
  const events = await sampleChain(core.hashRecord, count);
  const last = events[count - 1];
  const heads = { [last.writer]: { sequence: count, hash: await core.hashRecord(last) } };
  return { events, heads, payload: { schema: 'mingshi.receipt/1', heads, iat: 1790000000 } };
};

describe('a receipt that a server signed', () => {
  for (const signer of [es, ed]) {
    it(`with ${signer.alg} is accepted, and its heads make the ledger authentic`, async () => {
      const { events, payload } = await ledgerOf(3);
      const receipt = await verifyReceipt(jws(signer, payload), { keys });
      assert.equal(receipt.kid, signer.kid);
      assert.equal(receipt.payload.iat, 1790000000);
      assert.equal((await verifyLedger(events, { heads: receipt.heads })).result, 'authentic');
      assert.equal(
        (await verifyLedger(events.slice(0, 2), { heads: receipt.heads })).broken.code,
        'ledger/cut',
      );
    });
  }

  it('is checked with the Web Cryptography that is given', async () => {
    const { payload } = await ledgerOf(1);
    const calls = [];
    const subtle = {
      importKey: (...parts) => (calls.push('importKey'), webcrypto.subtle.importKey(...parts)),
      verify: (...parts) => (calls.push('verify'), webcrypto.subtle.verify(...parts)),
    };
    await verifyReceipt(jws(es, payload), { keys, subtle });
    assert.deepEqual(calls, ['importKey', 'verify']);
  });

  it('proves the event whose hash was signed; of an earlier one it says that the chain tells', async () => {
    const { events, payload } = await ledgerOf(2);
    const covers = async (event) => (await verifyReceipt(jws(ed, payload), { keys, event })).covers;
    assert.equal(await covers(events[1]), 'event');
    assert.equal(await covers(events[0]), 'chain');
    await refused(jws(ed, payload), 'receipt/another-event', { keys, event: { ...events[1], act: 'host' } });
    await refused(jws(ed, payload), 'receipt/not-covered', { keys, event: { ...events[1], sequence: 3 } });
    const [stranger] = await sampleChain(core.hashRecord, 1);
    await refused(jws(ed, payload), 'receipt/not-covered', { keys, event: stranger });
  });

  it('of another schema, or with heads that are none, is not taken for a receipt', async () => {
    const { heads } = await ledgerOf(1);
    for (const payload of [
      { schema: 'mingshi.receipt/2', heads },
      { heads },
      { schema: 'mingshi.receipt/1' },
      { schema: 'mingshi.receipt/1', heads: { w: { sequence: 0, hash: 'x' } } },
      { schema: 'mingshi.receipt/1', heads, iat: 'today' },
      [],
      'text',
      null,
    ])
      await refused(jws(es, JSON.stringify(payload)), 'receipt/not-a-receipt');
  });
});

describe('a receipt somebody made up', () => {
  const payload = { schema: 'mingshi.receipt/1', heads: {} };
  const sound = jws(es, payload);
  const [head, body, signature] = sound.split('.');

  it('with an edited payload, header or signature is refused', async () => {
    await verifyReceipt(sound, { keys });
    const other = encode({ ...payload, iat: 1 });
    await refused(`${head}.${other}.${signature}`, 'receipt/wrong-signature');
    const reordered = encode({ kid: es.kid, alg: 'ES256' });
    await refused(`${reordered}.${body}.${signature}`, 'receipt/wrong-signature');
    const flipped = Buffer.from(signature, 'base64url');
    flipped[7] ^= 1;
    await refused(`${head}.${body}.${encode(flipped)}`, 'receipt/wrong-signature');
    await refused(`${head}.${body}.${encode(Buffer.alloc(64))}`, 'receipt/wrong-signature');
  });

  it('with no algorithm, in any spelling, is refused', async () => {
    for (const alg of [
      'none',
      'None',
      'NONE',
      'nOnE',
      '',
      null,
      undefined,
      ['ES256'],
      'es256',
      'HS256',
      'RS256',
    ])
      await refused(jws(es, payload, { alg }), 'receipt/wrong-algorithm');
    await refused(`${encode({ alg: 'none', kid: es.kid })}.${body}.`, 'receipt/malformed');
    await refused(`${encode({ alg: 'none', kid: es.kid })}.${body}`, 'receipt/malformed');
  });

  it('signed with the public key as an HMAC secret is refused', async () => {
    const secrets = [
      JSON.stringify(es.key.publicKeyJwk),
      Buffer.from(es.key.publicKeyJwk.x, 'base64url'),
      makers.ES256().publicKey.export({ format: 'pem', type: 'spki' }),
    ];
    for (const secret of secrets)
      for (const alg of ['HS256', 'ES256']) {
        const text = `${encode({ alg, kid: es.kid })}.${body}`;
        const mac = createHmac('sha256', secret).update(text).digest();
        await refused(
          `${text}.${encode(mac)}`,
          alg === 'ES256' ? 'receipt/wrong-signature' : 'receipt/wrong-algorithm',
        );
      }
  });

  it('signed by another key, under the name of a key that is held, is refused', async () => {
    await refused(jws(pair('ES256', es.kid), payload), 'receipt/wrong-signature');
    await refused(jws(pair('EdDSA', ed.kid), payload), 'receipt/wrong-signature');
  });

  it('that names a key which is for another algorithm is refused before anything is checked', async () => {
    await refused(jws(ed, payload, { kid: es.kid }), 'receipt/wrong-algorithm');
    await refused(jws(es, payload, { kid: ed.kid }), 'receipt/wrong-algorithm');
    await refused(jws(ed, payload, { kid: es.kid, alg: 'ES256' }), 'receipt/wrong-signature');
  });

  it('that names no key, an unknown one, or one that two keys share, is refused', async () => {
    for (const kid of [undefined, null, 'another', ['ES256-1'], '__proto__', 'constructor'])
      await refused(jws(es, payload, { kid }), 'receipt/unknown-key');
    await refused(sound, 'receipt/unknown-key', { keys: [es.key, { ...ed.key, kid: es.kid }] });
    await refused(sound, 'receipt/unknown-key', { keys: [] });
    await refused(sound, 'receipt/unknown-key', {});
  });

  it('never brings its own key along', async () => {
    const thief = pair('ES256', 'thief');
    const jwk = thief.key.publicKeyJwk;
    await refused(jws(thief, payload, { jwk }), 'receipt/unknown-key');
    await refused(jws(thief, payload, { jwk, kid: es.kid }), 'receipt/wrong-signature');
    await refused(
      jws(thief, payload, { jku: 'https://thief.example/keys', kid: es.kid }),
      'receipt/wrong-signature',
    );
  });

  it('with a header that names a parameter twice, however it is written, is refused', async () => {
    for (const text of [
      `{"alg":"none","alg":"ES256","kid":"${es.kid}"}`,
      `{"alg":"ES256","alg":"ES256","kid":"${es.kid}"}`,
      `{"\\u0061lg":"none","alg":"ES256","kid":"${es.kid}"}`,
      `{"alg":"ES256","kid":"${es.kid}","x":{"a":1,"a":2}}`,
    ])
      await refused(jws(es, payload, text), 'receipt/malformed');
  });

  it('whose payload names an entry twice is refused, though the server signed it', async () => {
    await refused(jws(es, `{"schema":"mingshi.receipt/1","heads":{},"heads":{}}`), 'receipt/malformed');
  });

  it('with an extension that must be understood, or a payload that is not base64url, is refused', async () => {
    for (const crit of [['exp'], ['b64'], [], 'exp', null, ['http://example.com/unknown']])
      await refused(jws(es, payload, { crit }), 'receipt/malformed');
    await refused(jws(es, payload, { b64: false, crit: ['b64'] }), 'receipt/malformed');
    await refused(jws(es, payload, { b64: true }), 'receipt/malformed');
  });

  it('with anything around it, or another number of parts, is refused', async () => {
    for (const text of [
      `${sound}.`,
      `.${sound}`,
      `${sound}.${signature}`,
      ` ${sound}`,
      `${sound}\n`,
      `${sound}=`,
      `${sound}AA`,
      `${head}..${signature}`,
      `${head}.${body}.`,
      '',
      '..',
      'x',
      `${head}.${body}.${signature}`.replace('.', '。'),
      undefined,
      null,
      7,
      { toString: () => sound },
      [sound],
      'A'.repeat(1_000_001),
    ])
      await refused(text, text === `${sound}AA` ? 'receipt/wrong-signature' : 'receipt/malformed');
  });

  it('in base64url that is not the one way to write its bytes is refused', async () => {
    // 64 bytes are 86 letters: the last one has four bits that must be zero.
    const twin = String.fromCharCode(signature.charCodeAt(85) + 1);
    assert.deepEqual(
      Buffer.from(signature.slice(0, 85) + twin, 'base64url'),
      Buffer.from(signature, 'base64url'),
    );
    await refused(`${head}.${body}.${signature.slice(0, 85)}${twin}`, 'receipt/malformed');
    await refused(
      `${head}.${body}.${Buffer.from(signature, 'base64url').toString('base64')}`,
      'receipt/malformed',
    );
  });

  it('signed in ASN.1 instead of two numbers, or with too few bytes, is refused', async () => {
    const text = `${head}.${body}`;
    const der = sign('sha256', Buffer.from(text), es.privateKey);
    await refused(`${text}.${encode(der)}`, 'receipt/wrong-signature');
    await refused(
      `${text}.${encode(Buffer.from(signature, 'base64url').subarray(0, 63))}`,
      'receipt/wrong-signature',
    );
  });

  it('with a header that is no JSON object, or no UTF-8, is refused', async () => {
    for (const text of ['[]', '"x"', 'null', '7', '{', '{}{}', '\u{feff}{}', "{'alg':'ES256'}"])
      await refused(jws(es, payload, text), 'receipt/malformed');
    const text = `${encode(Buffer.from([0x7b, 0xff, 0x7d]))}.${body}`;
    await refused(`${text}.${encode(signed(es, Buffer.from(text)))}`, 'receipt/malformed');
  });
});

describe('a key', () => {
  const payload = { schema: 'mingshi.receipt/1', heads: {} };
  const with_ = (signer, changes, alg = signer.alg) => ({
    keys: [{ ...signer.key, alg, publicKeyJwk: { ...signer.key.publicKeyJwk, ...changes } }],
  });

  it('of another type or curve than its algorithm is refused', async () => {
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    const x25519 = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
    for (const publicKeyJwk of [
      p384,
      rsa,
      x25519,
      ed.key.publicKeyJwk,
      {},
      null,
      'key',
      { kty: 'oct', k: 'c2VjcmV0' },
    ])
      await refused(jws(es, payload), 'receipt/invalid-key', { keys: [{ ...es.key, publicKeyJwk }] });
    for (const alg of ['HS256', 'RS256', 'none', 'ES384', undefined, 'Ed25519'])
      await refused(jws(es, payload, { alg }), 'receipt/invalid-key', { keys: [{ ...es.key, alg }] });
  });

  it('that is a private one, or is for something else, is refused', async () => {
    const d = es.privateKey.export({ format: 'jwk' }).d;
    for (const changes of [{ d }, { use: 'enc' }, { key_ops: ['sign'] }, { key_ops: [] }, { alg: 'ES384' }])
      await refused(jws(es, payload), 'receipt/invalid-key', with_(es, changes));
    await verifyReceipt(
      jws(es, payload),
      with_(es, { use: 'sig', key_ops: ['verify'], alg: 'ES256', kid: 'x' }),
    );
  });

  it('with numbers that are not on the curve, or not 32 bytes, is refused', async () => {
    const { x, y } = es.key.publicKeyJwk;
    for (const changes of [
      { x: '' },
      { x: `${x}A` },
      { y: undefined },
      { y: y.slice(1) },
      { x: `${x}=` },
      { y: x },
    ])
      await refused(jws(es, payload), 'receipt/invalid-key', with_(es, changes));
  });
});

describe('where the engine cannot check', () => {
  const payload = { schema: 'mingshi.receipt/1', heads: {} };

  it('Ed25519, that is said by a code, and never taken for a wrong signature', async () => {
    const old = {
      importKey: () => Promise.reject(new DOMException('Unrecognized algorithm name', 'NotSupportedError')),
      verify: () => Promise.resolve(true),
    };
    await refused(jws(ed, payload), 'receipt/unsupported', { keys, subtle: old });
  });

  it('anything, because the page has no Web Cryptography, that is said too', async () => {
    await refused(jws(ed, payload), 'receipt/unsupported', { keys, subtle: {} });
  });
});

describe('1,000 random changes of a signed receipt', () => {
  it('are all refused, and the sound one never is', async () => {
    const { payload } = await ledgerOf(2);
    const sound = jws(ed, payload);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~ ';
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.constantFrom(...alphabet),
        fc.constantFrom('replace', 'insert', 'drop'),
        async (at, letter, how) => {
          const text =
            sound.slice(0, at) + (how === 'drop' ? '' : letter) + sound.slice(how === 'insert' ? at : at + 1);
          if (text === sound) return;
          changed += 1;
          await assert.rejects(verifyReceipt(text, { keys }), { name: 'ConsentError' });
        },
      ),
      { numRuns: 1050 },
    );
    assert.ok(changed >= 1000, `${changed} only`);
    await verifyReceipt(sound, { keys });
  });
});

describe('what receipts are read with', () => {
  it('base64url is read as Node writes it, whatever the bytes, and in no other writing', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = randomBytes(length);
      const text = bytes.toString('base64url');
      assert.deepEqual(Buffer.from(readBase64url(text)), bytes);
      if (text.length % 4 !== 0) assert.equal(readBase64url(`${text}=`), undefined);
    }
    for (const text of ['A', 'AB', 'AAB', 'A+/A', 'AA A', '💾AAA', 'AAAAA'])
      assert.equal(readBase64url(text), undefined, text);
  });

  it('JSON is read as JSON.parse reads it, unless a key stands twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, spread) => {
        const text = JSON.stringify(value, null, spread ? 2 : 0);
        assert.deepEqual(parseStrictJson(text), JSON.parse(text));
      }),
    );
    for (const text of ['{"a":1,"a":1}', '[{"b":{"a":1, "a" :2}}]', '{"a":[{}],"\\u0061":0}', '{"":1,"":2}'])
      assert.throws(() => parseStrictJson(text), SyntaxError, text);
    for (const text of [
      '{"a":{"a":1},"b":{"a":1}}',
      '["a","a"]',
      '{"a":"a","b":",\\"a\\":"}',
      '{"x":["a",{"a":1},"a"]}',
    ])
      assert.deepEqual(parseStrictJson(text), JSON.parse(text));
  });

  it('the RFC 8037 example (appendix A.4 and A.5) is checked as published', async () => {
    const key = {
      kid: 'rfc8037',
      alg: 'EdDSA',
      publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    };
    const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
    const privateKey = createPrivateKey({ key: { ...key.publicKeyJwk, d }, format: 'jwk' });
    const text = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    const published =
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
    assert.equal(encode(sign(null, Buffer.from(text), privateKey)), published);
    // Its header names no key, and its payload is no JSON: the same signature scheme, under our rules.
    await assert.rejects(verifyJws(`${text}.${published}`, { keys: [key] }), code('receipt/unknown-key'));
    const { payload } = await verifyJws(jws({ kid: 'rfc8037', alg: 'EdDSA', privateKey }, { a: 1 }), {
      keys: [key],
    });
    assert.deepEqual(payload, { a: 1 });
  });
});
