// Exports to published shapes, held against JSON Schemas written from those shapes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { exportLedger, NOT_STATED, toIso27560, toKantara } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleEvent } from '../../support/sample-events.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schemaOf = (name) => JSON.parse(read(`../../fixtures/ledger/${name}.schema.json`));
const iso = new Ajv({ allErrors: true, strictTypes: false }).compile(schemaOf('iso-27560'));
const kantara = new AjvDraft04({ allErrors: true, strictTypes: false, strictRequired: false }).compile(
  schemaOf('kantara-1.1'),
);
const SEEDS = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : [];

const valid = (check, records) => {
  for (const record of JSON.parse(JSON.stringify(records)))
    assert.ok(check(record), JSON.stringify(check.errors, null, 1));
};

/** What no text states, and the shapes require. */
const options = {
  jurisdiction: 'CN',
  policyUrl: 'https://bank.example/privacy',
  controller: {
    name: '示例银行',
    contact: '个人信息保护负责人',
    address: '示例市示例路1号',
    email: 'privacy@bank.example',
    phone: '95500',
  },
  storageLocation: 'CN',
  retention: 'P5Y',
  withdrawal: '我的-设置-撤回同意',
};

const about = (policy, changes = {}) =>
  sampleEvent({
    policyHash: policy.hash,
    policy: { id: policy.id, version: policy.version ?? 'unversioned', language: policy.language },
    request: { id: policy.id, kind: 'general' },
    ...changes,
  });

const face = {
  id: 'face',
  kind: 'separate',
  basis: 'sensitive',
  purpose: '核实您是本人',
  data: '人脸信息',
  refusal: '改用柜面核实',
};

const given = { decision: 'granted' };

describe('a consent record after ISO/IEC TS 27560', () => {
  it('holds every mandatory field, from the event, the text and the options', async () => {
    const policy = await smallPolicy();
    const [record] = toIso27560([about(policy)], [policy], options);
    valid(iso, [record]);
    assert.equal(record['dpv:hasDataController']['dpv:hasName'], '示例银行');
    assert.deepEqual(record['dpv:hasJurisdiction'], ['loc:CN']);
    assert.equal(record['dct:language'], 'zh-Hans');
    const [text, screen] = record['dpv:hasNotice'];
    assert.equal(text['dct:identifier'], policy.hash);
    assert.equal(text['dct:title'], policy.title.text);
    assert.equal(screen['dct:identifier'], about(policy).noticeHash);
    const [process] = record['dpv:hasProcess'];
    const purposes = process['dpv:hasProcess'].map((use) => use['dpv:hasPurpose'][0]['skos:prefLabel']);
    assert.deepEqual(
      purposes,
      policy.dataUses.map((use) => (use.purpose ?? use.function).text),
    );
    assert.deepEqual(
      process['dpv:hasRecipient'].map((one) => one['dpv:hasName']),
      policy.thirdParties.map(({ name }) => name.text),
    );
    const sensitive = process['dpv:hasProcess'].filter(
      (use) => use['dpv:hasPersonalData'][0]['@type'] === 'dpv:SensitivePersonalData',
    );
    assert.ok(sensitive.length > 0 && sensitive.length < purposes.length);
  });

  it('needs nothing from the options that the text states itself', async () => {
    const policy = await smallPolicy();
    const [record] = toIso27560([about(policy)], [policy], { jurisdiction: 'CN', storageLocation: 'CN' });
    valid(iso, [record]);
    const controller = record['dpv:hasDataController'];
    assert.equal(controller['dpv:hasName'], policy.publisher.name.text);
    assert.ok(
      controller['dpv:hasContact'].every((value) => policy.contacts.some((one) => one.value === value)),
    );
    const [withdrawal] = policy.withdrawals;
    assert.equal(
      record['dpv:hasConsentControl'][0]['dpv:isExercisedAt'],
      (withdrawal.path ?? withdrawal).text,
    );
    assert.deepEqual(
      record['dpv:hasRight'].map((right) => right['skos:prefLabel']),
      policy.rights.map(({ kind }) => kind),
    );
  });

  it('tells everything that happened to one request, in order, the last in force', async () => {
    const policy = await smallPolicy();
    const next = await smallPolicy({ version: '2.0' });
    const granted = about(policy, { time: '2026-11-01T00:00:00.000Z' });
    const refused = about(next, { decision: 'denied', supersedes: [granted.id] });
    const closed = about(next, { decision: 'dismissed', supersedes: [refused.id] });
    const withdrawn = about(next, { decision: 'withdrawn', supersedes: [closed.id] });
    const records = toIso27560([granted, refused, closed, withdrawn], [policy, next], options);
    valid(iso, records);
    assert.equal(records.length, 1);
    const [record] = records;
    assert.deepEqual(
      record['dpv:hasConsentStatus'].map((status) => status['@type']),
      [
        ['dpv:ConsentGiven', 'dpv:ExpressedConsent'],
        ['dpv:ConsentRefused'],
        ['dpv:ConsentRequestDeferred'],
        ['dpv:ConsentWithdrawn'],
      ],
    );
    assert.equal(record['dct:created'], granted.time);
    assert.equal(record['dct:modified'], withdrawn.time);
    assert.equal(record['dct:identifier'], granted.id);
    assert.deepEqual(
      record['dpv:hasProcess'].map((process) => process['dct:source']['@id']),
      [policy.hash, next.hash].map((hash) => `urn:mingshi:text:${hash}`),
    );
    const [first, second] = record['dpv:hasConsentStatus'];
    assert.equal(first['dct:source']['@id'], `urn:mingshi:text:${policy.hash}`);
    assert.deepEqual(second['mingshi:supersedes'], [{ '@id': first['@id'] }]);
    assert.equal(first['mingshi:writer'], granted.writer);
  });

  it('is one for each person and each request; the use of a right, and a jump that takes nothing along, have none', async () => {
    const policy = await smallPolicy();
    const events = [
      about(policy),
      about(policy, { subject: { id: 'another' } }),
      about(policy, { subject: { id: 'another', actsFor: { kind: 'child', reference: 'kid' } } }),
      about(policy, { request: face }),
      about(policy, { request: { id: 'right:delete', kind: 'right' }, decision: 'requested', erases: [] }),
      about(policy, { request: { id: 'jump:website:a.example', kind: 'jump', purpose: '查看' } }),
      about(policy, {
        request: { id: 'jump:app:b', kind: 'jump', purpose: '付款', data: '订单号', recipient: '示例支付' },
      }),
    ];
    const records = toIso27560(events, [policy], options);
    valid(iso, records);
    assert.deepEqual(
      records.map((record) => record['dct:identifier']),
      [0, 1, 2, 3, 6].map((index) => events[index].id),
    );
    assert.deepEqual(records[2]['dpv:hasDataSubject'], { '@type': 'dpv:Child', 'dct:identifier': 'kid' });
    assert.equal(records[4]['dpv:hasProcess'][0]['dpv:hasRecipient'][0]['dpv:hasName'], '示例支付');
  });

  it('says how long a grant holds, who gave it, how, and what the system answered', async () => {
    const policy = await smallPolicy();
    const until = '2027-01-01T00:00:00.000Z';
    const guardian = { reference: 'parent-1', relation: 'mother', verification: 'identity card' };
    const events = [
      about(policy, { request: { ...face, id: 'a' }, validity: 'once' }),
      about(policy, { request: { ...face, id: 'b' }, validity: 'until', until }),
      about(policy, { request: { ...face, id: 'c', kind: 'guardian' }, guardian, channel: 'mini-program' }),
      about(policy, { request: { ...face, id: 'd' }, act: 'host' }),
      about(policy, {
        request: { id: 'permission:camera', kind: 'permission', purpose: '扫码' },
        platform: { verdict: 'denied', certain: true },
      }),
    ];
    const records = toIso27560(events, [policy], options);
    valid(iso, records);
    const status = records.map((record) => record['dpv:hasConsentStatus'][0]);
    assert.deepEqual(status[0]['dpv:hasDuration'], {
      '@type': 'dpv:FixedOccurrencesDuration',
      'rdf:value': '1',
    });
    assert.deepEqual(status[1]['dpv:hasDuration'], { '@type': 'dpv:UntilTimeDuration', 'rdf:value': until });
    assert.deepEqual(status[2]['dpv:isIndicatedBy'], {
      '@type': 'dpv:GuardianOfDataSubject',
      'dct:identifier': 'parent-1',
      'mingshi:relation': 'mother',
      'mingshi:verification': 'identity card',
    });
    assert.match(
      status[2]['dpv:hasIndicationMethod'],
      /act=pointer; channel=mini-program; visibility=unverified/,
    );
    assert.deepEqual(
      status[3]['@type'],
      ['dpv:ConsentGiven'],
      'how an act elsewhere was expressed is not known',
    );
    assert.deepEqual(status[0]['@type'], ['dpv:ConsentGiven', 'dpv:ExplicitlyExpressedConsent']);
    assert.equal(status[4]['mingshi:systemAnswer'], 'denied');
  });

  it('can name the person otherwise than the ledger does, everywhere', async () => {
    const policy = await smallPolicy();
    const event = about(policy, { subject: { id: '13800000000' } });
    const text = exportLedger('iso-27560', {
      events: [event],
      policies: [policy],
      options: { ...options, subject: ({ id }) => `person-${id.length}` },
    });
    assert.ok(!text.includes('13800000000'));
    assert.ok(text.includes('person-11'));
  });
});

describe('a Kantara consent receipt', () => {
  it('is one for each consent given, and none for anything else', async () => {
    const policy = await smallPolicy();
    const granted = about(policy, { time: '2026-11-22T10:00:00.900Z' });
    const events = [
      granted,
      about(policy, { decision: 'denied' }),
      about(policy, { decision: 'dismissed' }),
      about(policy, { decision: 'withdrawn' }),
      about(policy, { request: face, ...given }),
      about(policy, { request: face, platform: { verdict: 'granted', certain: true } }),
      about(policy, { request: { id: 'right:copy', kind: 'right' }, decision: 'requested' }),
    ];
    const receipts = toKantara(events, [policy], options);
    valid(kantara, receipts);
    assert.deepEqual(
      receipts.map(({ consentReceiptID }) => consentReceiptID),
      [granted.id, events[4].id],
    );
    const [general, separate] = receipts;
    assert.equal(general.consentTimestamp, 1795341600);
    assert.equal(general.version, 'KI-CR-v1.1.0');
    assert.equal(general.sensitive, true);
    assert.equal(general.services[0].purposes.length, policy.dataUses.length);
    assert.deepEqual(separate.services[0].purposes, [
      {
        purpose: '核实您是本人',
        purposeCategory: ['separate: sensitive'],
        consentType: 'EXPLICIT',
        piiCategory: ['人脸信息'],
        termination: '我的-设置-撤回同意',
        thirdPartyDisclosure: false,
      },
    ]);
    assert.deepEqual(separate.spiCat, ['人脸信息']);
  });

  it('names the third party where one gets the information, and says when a consent with an end ends', async () => {
    const policy = await smallPolicy();
    const request = {
      id: 'share',
      kind: 'separate',
      basis: 'provide',
      purpose: '核保',
      data: '姓名',
      recipient: '示例保险',
    };
    const until = '2027-01-01T00:00:00.000Z';
    const [receipt, once] = toKantara(
      [about(policy, { request, validity: 'until', until }), about(policy, { request, validity: 'once' })],
      [policy],
      options,
    );
    valid(kantara, [receipt, once]);
    const [purpose] = receipt.services[0].purposes;
    assert.deepEqual(
      [purpose.thirdPartyDisclosure, purpose.thirdPartyName, purpose.termination],
      [true, '示例保险', `until ${until}; 我的-设置-撤回同意`],
    );
    assert.match(once.services[0].purposes[0].termination, /^once/);
    assert.deepEqual([receipt.sensitive, receipt.spiCat], [false, []]);
  });

  it('takes the address of each text from a function', async () => {
    const policy = await smallPolicy();
    const [{ policyUrl }] = toKantara([about(policy)], [policy], {
      ...options,
      policyUrl: ({ id, version }, hash) => `https://bank.example/${id}/${version}#${hash}`,
    });
    assert.equal(policyUrl, `https://bank.example/${policy.id}/1.0#${policy.hash}`);
  });
});

describe('what nobody states', () => {
  it('is refused by name, with the option that says it', async () => {
    const policy = await smallPolicy({ facts: { contacts: [], withdrawals: [], retention: [], rights: [] } });
    const event = about(policy);
    const fields = (make) => {
      try {
        make();
      } catch (error) {
        assert.equal(error.code, 'export/missing-field');
        for (const { record, field, option } of error.value) {
          assert.equal(record, event.id);
          assert.ok(error.message.includes(`${field} (${option})`), error.message);
        }
        return error.value.map(({ field }) => field).sort();
      }
      return [];
    };
    assert.deepEqual(
      fields(() => toIso27560([event], [policy])),
      [
        'jurisdiction',
        'party address',
        'party contact',
        'retention period',
        'storage locations',
        'withdrawal method',
      ],
    );
    assert.deepEqual(
      fields(() => toKantara([event], [policy])).filter((field, index, all) => all.indexOf(field) === index),
      ['address', 'contact', 'email', 'jurisdiction', 'phone', 'policyUrl', 'termination'],
    );
  });

  it('is marked as such where that is wanted, and still has the shape', async () => {
    const event = about({ hash: `sha256:${'a'.repeat(64)}`, id: 'lost', version: '1', language: 'en' });
    const records = toIso27560([event], [], { unstated: 'mark' });
    const receipts = toKantara([event], [], { unstated: 'mark' });
    valid(iso, records);
    valid(kantara, receipts);
    assert.equal(records[0]['dpv:hasDataController']['dpv:hasName'], NOT_STATED);
    assert.equal(receipts[0].services[0].purposes[0].purpose, NOT_STATED);
    assert.equal(receipts[0].jurisdiction, NOT_STATED);
  });

  it('is absent where the shape does not ask for it: no word is invented', async () => {
    const policy = await smallPolicy({ facts: { rights: [], dates: {} } });
    const [record] = toIso27560([about(policy, { request: face })], [policy], options);
    assert.equal(record['dpv:hasRight'], undefined);
    assert.equal(record['dpv:hasNotice'][0]['dct:valid'], undefined);
    const words = new Set();
    JSON.stringify(record, (key, value) => (typeof value === 'string' && words.add(value), value));
    const said = JSON.stringify([face, options, policy.text, policy.contacts]);
    const own =
      /^(?:dpv|loc|urn|https|http|sha256|[0-9a-f]{32}$|local-|\d|answered a prompt)|^the consent is withdrawn$|^zh-Hans$/;
    for (const word of words) assert.ok(own.test(word) || said.includes(word), word);
  });

  it('of a request can be told in the options', async () => {
    const policy = await smallPolicy();
    const event = about(policy, { request: { id: 'push', kind: 'switch' } });
    assert.throws(() => toKantara([event], [policy], options), { code: 'export/missing-field' });
    const requests = { push: { purpose: '个性化推荐', data: '浏览记录' } };
    valid(kantara, toKantara([event], [policy], { ...options, requests }));
    valid(iso, toIso27560([event], [policy], { ...options, requests }));
  });
});

describe('the schemas', () => {
  it('refuse a record and a receipt that lack any one required field, or have one of another type', async () => {
    const policy = await smallPolicy();
    const [record] = toIso27560([about(policy)], [policy], options);
    const [receipt] = toKantara([about(policy)], [policy], options);
    for (const [check, whole, name] of [
      [iso, record, 'iso-27560'],
      [kantara, receipt, 'kantara-1.1'],
    ])
      for (const field of schemaOf(name).required) {
        const { [field]: gone, ...rest } = whole;
        assert.equal(check(rest), false, `${name} without ${field}`);
        assert.equal(check({ ...whole, [field]: 7.5 }), false, `${name} with another ${field}`);
        assert.ok(gone !== undefined);
      }
  });
});

describe('exportLedger', () => {
  it('writes what an engine recorded, as JSON text', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const engine = await app.open();
    await withdraw(engine);
    const events = await engine.history();
    const policies = await Promise.all(events.map((event) => engine.agreedPolicy(event)));
    const requests = { sample: { purpose: '登录', data: '手机号' } };
    const contents = { events, policies, options: { ...options, service: '示例银行', requests } };
    valid(iso, JSON.parse(exportLedger('iso-27560', contents)));
    valid(kantara, JSON.parse(exportLedger('kantara', contents)));
    assert.equal(JSON.parse(exportLedger('iso-27560', contents))[0]['dpv:hasConsentStatus'].length, 2);
    assert.throws(() => exportLedger('csv', contents), { code: 'export/unknown-format' });
  });

  it('has both shapes for what the sample policies and the real ones state', async (test) => {
    const samples = ['sample-bank.zh-Hans.md', 'sample-bank.en.md', 'sample-clinic.zh-Hans.md'].map(
      (name) => [name, read(`../../../demo/policies/${name}`)],
    );
    const real = seeds.map((name) => [name, readFileSync(`${SEEDS}${name}`, 'utf8')]);
    if (real.length === 0) test.diagnostic('the real policies (../shared/seeds) are absent: samples only');
    for (const [name, text] of [...samples, ...real]) {
      const policy = await compilePolicy({ name, mediaType: 'text/plain', text });
      const events = [about(policy), about(policy, { request: face })];
      const words = { [policy.id]: { purpose: 'x', data: 'y' } };
      const uses = policy.dataUses.length > 0 ? {} : { requests: words };
      valid(iso, toIso27560(events, [policy], { ...options, ...uses }));
      valid(kantara, toKantara(events, [policy], { ...options, service: 'app', unstated: 'mark' }));
    }
  });
});
