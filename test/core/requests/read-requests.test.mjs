import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gdpr, pipl } from '../../../build/src/consent/profile.js';
import { readRequests } from '../../../build/src/consent/requests/read-requests.js';
import {
  exportAbroad,
  face,
  guardianOf,
  onBehalf,
  provide,
  publish,
  push,
  sensitive,
} from '../../support/sample-requests.js';

const policies = new Map([
  ['sample', { id: 'sample', version: '3', material: false, effective: '2030-01-01' }],
  ['children', { id: 'children', version: '1', material: true, effective: undefined }],
]);
const read = (requests, profile = pipl) => readRequests(requests, { policies, profile });
const readOne = (request, profile) => [...read([request], profile).values()][0];
const every = { sensitive, face, provide, exportAbroad, publish, guardianOf, onBehalf, push };

/** The error of a declaration: its code, and what the sentence must name. */
const refused = (request, code, words = [], profile = pipl) => {
  assert.throws(
    () => readOne(request, profile),
    (error) => {
      assert.equal(error.code, `request/${code}`);
      assert.equal(error.name, 'ConsentError');
      for (const word of [request?.id ?? '', ...words]) {
        assert.ok(error.message.includes(word), `${error.message} names ${word}`);
      }
      return true;
    },
  );
};

describe('a declared request', () => {
  for (const [what, make] of Object.entries(every)) {
    it(`that is complete is read, frozen, and keeps its words: ${what}`, () => {
      const given = make();
      const { asked } = readOne(given);
      for (const [key, value] of Object.entries(given))
        assert.deepEqual({ ...new Object(asked[key]) }, { ...new Object(value) });
      assert.ok(Object.isFrozen(asked));
      assert.equal(asked.policy, 'sample');
      assert.equal(asked.version, '3');
    });
  }

  it('is a copy: what the app changes later is without effect', () => {
    const given = provide();
    const { asked } = readOne(given);
    given.recipient.name = '别的公司';
    given.purpose = '别的目的';
    assert.equal(asked.recipient.name, '示例征信有限公司');
    assert.equal(asked.purpose, '核验您的身份');
  });

  it('takes version, materiality and day from its policy, unless it has a version of its own', () => {
    const { rule } = readOne(sensitive());
    assert.deepEqual([rule.version, rule.material, rule.effective], ['3', false, '2030-01-01']);
    const own = readOne(sensitive({ version: '7', policy: 'children' }));
    assert.deepEqual([own.rule.version, own.rule.material, own.rule.effective], ['7', true, undefined]);
    assert.equal(own.asked.policy, 'children');
    assert.equal(readOne(sensitive({ material: true })).rule.material, true);
  });

  it('stands by default, of a face for one act (R-C9), unless it says otherwise', () => {
    assert.equal(readOne(sensitive()).validity, 'standing');
    assert.equal(readOne(face()).validity, 'once');
    assert.equal(readOne(face({ validity: 'standing' })).validity, 'standing');
    assert.deepEqual(readOne(face({ validity: { days: 30 } })).validity, { days: 30 });
    assert.equal(readOne(face(), gdpr).validity, 'standing');
    assert.equal('validity' in readOne(push()).asked, false);
  });
});

describe('what the law forbids cannot be declared', () => {
  it('several bases, each with its article', () => {
    refused(sensitive({ basis: ['sensitive', 'export'] }), 'several-bases', [
      'PIPL 23',
      'PIPL 29',
      'PIPL 39',
    ]);
  });

  it('several purposes', () => {
    refused(sensitive({ purpose: ['登录', '营销'] }), 'several-purposes', ['PIPL 17']);
  });

  for (const key of ['bundledWith', 'bases', 'purposes', 'preticked', 'default', 'countdown', 'agreeLabel']) {
    it(`a field ${key}`, () => refused(sensitive({ [key]: true }), 'unknown-field', [key]));
  }

  it('a switch that is on where nobody turned it on, under the GDPR', () => {
    refused(push(), 'switched-on', ['GDPR 4(11)'], gdpr);
    assert.equal(readOne(push({ initial: 'off' }), gdpr).asked.initial, 'off');
  });

  it("a guardian's consent for one act", () => {
    refused(guardianOf({ validity: 'once' }), 'guardian-once', ['PIPL 31']);
  });
});

describe('what must be told, by its article', () => {
  const cases = [
    [sensitive, 'purpose', 'PIPL 17'],
    [sensitive, 'data', 'PIPL 17'],
    [sensitive, 'refusal', 'PIPL 17'],
    [sensitive, 'necessity', 'PIPL 29 and 30'],
    [sensitive, 'impact', 'PIPL 29 and 30'],
    [face, 'alternative', '人脸识别'],
    [face, 'impact', 'PIPL 29 and 30'],
    [provide, 'recipient', 'PIPL 23'],
    [exportAbroad, 'recipient', 'PIPL 39'],
    ...['method', 'scope', 'place', 'retention', 'afterExpiry', 'security', 'complaint', 'correction'].map(
      (key) => [guardianOf, key, 'PIPL 31'],
    ),
    [onBehalf, 'declaration', 'PIPL 17'],
    [onBehalf, 'actsFor', 'actsFor'],
    [push, 'initial', 'PIPL 24'],
  ];
  for (const [make, key, article] of cases) {
    for (const value of [undefined, '', ' ', 7]) {
      it(`${make.name}: ${key} ${JSON.stringify(value) ?? 'absent'}`, () => {
        refused(make({ [key]: value }), 'missing-field', [key, article]);
      });
    }
  }

  for (const key of ['name', 'contact', 'purpose', 'method', 'data', 'rights']) {
    it(`abroad: the recipient's ${key}`, () => {
      const { recipient } = exportAbroad();
      delete recipient[key];
      refused(exportAbroad({ recipient }), 'missing-field', [key, 'PIPL 39']);
    });
  }

  it('a recipient of another handler needs no way to use rights abroad, and has no other field', () => {
    const { recipient } = provide();
    refused(provide({ recipient: { ...recipient, more: 'x' } }), 'unknown-field', ['more']);
    refused(provide({ recipient: '某公司' }), 'missing-field', ['recipient']);
  });

  it('a face of another basis too needs its necessity, impact and another way', () => {
    const { necessity, impact, alternative } = face();
    readOne(provide({ dataKind: 'face', necessity, impact, alternative }));
    refused(provide({ dataKind: 'face', necessity, impact }), 'missing-field', ['alternative']);
    refused(provide({ dataKind: 'face', alternative, impact }), 'missing-field', ['necessity']);
    refused(provide({ dataKind: 'voice', alternative, impact, necessity }), 'invalid', ['dataKind']);
  });

  it('under the GDPR: how to withdraw (7(3)), the risks of an export (49(1)(a)), nothing of PIPL 30', () => {
    refused(sensitive({ withdrawal: undefined }), 'missing-field', ['withdrawal', 'GDPR 7(3)'], gdpr);
    refused(exportAbroad({ risks: undefined }), 'missing-field', ['risks', 'GDPR 49(1)(a)'], gdpr);
    readOne(sensitive({ necessity: undefined, impact: undefined }), gdpr);
    readOne(sensitive({ withdrawal: undefined }));
  });

  it('under the GDPR there are other bases', () => {
    refused(provide(), 'unknown-basis', ['sensitive', 'export'], gdpr);
    refused(publish({ withdrawal: 'x' }), 'unknown-basis', [], gdpr);
    refused(sensitive({ basis: 'legitimate-interest' }), 'unknown-basis', ['pipl']);
    refused(sensitive({ basis: undefined }), 'unknown-basis');
  });
});

describe('a declaration that cannot be used', () => {
  it('says what is wrong with it', () => {
    assert.throws(() => read({}), { code: 'request/invalid' });
    for (const entry of [null, undefined, 7, 'face'])
      assert.throws(() => read([entry]), { code: 'request/invalid' });
    for (const id of [undefined, '', 'a:b', 'permission:camera', 7, 'with space']) {
      assert.throws(() => read([sensitive({ id })]), { code: 'request/invalid' });
    }
    refused(sensitive({ kind: 'general' }), 'unknown-kind', ['separate', 'guardian', 'on-behalf', 'switch']);
    refused(sensitive({ policy: 'other' }), 'unknown-policy');
    refused(sensitive({ material: 'no' }), 'invalid', ['material']);
    refused(sensitive({ scene: 7 }), 'missing-field', ['scene']);
    refused(sensitive({ necessity: () => 'x' }), 'invalid', ['necessity']);
    assert.throws(() => read([sensitive(), face({ id: 'identity' })]), { code: 'request/duplicate-id' });
    assert.throws(() => read([sensitive({ id: 'sample' })]), { code: 'request/duplicate-id' });
  });

  for (const validity of [
    'forever',
    { days: 0 },
    { days: 1.5 },
    { days: '3' },
    { days: 9e9 },
    { days: 1, hours: 2 },
    [],
    3,
  ]) {
    it(`has a validity ${JSON.stringify(validity)}`, () => {
      assert.throws(() => read([sensitive({ validity })]), /request|identity/);
    });
  }

  it('never throws anything but a coded error, whatever is given', () => {
    const cyclic = sensitive();
    cyclic.recipient = cyclic;
    assert.throws(() => read([cyclic]), { name: 'ConsentError' });
    const loose = fc.record(
      Object.fromEntries(
        Object.keys({ ...face(), ...provide(), ...guardianOf() }).map((key) => [key, fc.anything()]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(loose, fc.anything())), (requests) => {
        try {
          read(requests);
        } catch (error) {
          assert.match(error.code, /^request\//);
        }
      }),
    );
  });

  it('takes nothing from a polluted prototype', () => {
    Object.prototype.basis = 'publish';
    Object.prototype.alternative = 'x';
    try {
      refused({ ...publish(), basis: undefined }, 'unknown-basis');
      assert.throws(() => readOne(face({ alternative: undefined })), { code: 'request/missing-field' });
      assert.equal(readOne(sensitive()).asked.alternative, undefined);
    } finally {
      delete Object.prototype.basis;
      delete Object.prototype.alternative;
    }
  });
});
