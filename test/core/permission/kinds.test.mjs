import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  permissionKindOf,
  permissionKinds,
  permissionRequestId,
} from '../../../build/src/permission/index.js';

const schema = JSON.parse(readFileSync(new URL('../../../src/policy/schema.json', import.meta.url), 'utf8'));

/** Every list of kinds that the schema of a policy holds. */
const kindsIn = (value) => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value.enum) && value.enum.includes('microphone')) return [value.enum];
  return Object.values(value).flatMap(kindsIn);
};

const entries = Object.entries(permissionKinds);

describe('the table of permission kinds', () => {
  it('has every kind a policy may state, and no other', () => {
    const [stated, ...more] = kindsIn(schema);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(permissionKinds).sort(), [...stated].sort());
  });

  it('has every entry of every kind, each of its type', () => {
    for (const [kind, { w3c, ...entry }] of entries) {
      assert.deepEqual(Object.keys(entry).sort(), ['asked', 'en', 'kind', 'picker', 'sensitive', 'zh']);
      assert.equal(entry.kind, kind);
      assert.match(entry.zh, /\p{Script=Han}/u);
      assert.match(entry.en, /^[A-Z][A-Za-z -]+$/);
      assert.match(entry.asked, /^(?:web|host)$/);
      assert.equal(typeof entry.sensitive, 'boolean');
      assert.equal(typeof entry.picker, 'boolean');
      if (w3c !== undefined) assert.match(w3c, /^[a-z]+(?:-[a-z]+)*$/);
    }
  });

  it('calls no two kinds alike, in Chinese, in English or to the browser', () => {
    for (const key of ['zh', 'en', 'w3c']) {
      const names = entries.map(([, entry]) => entry[key]).filter((name) => name !== undefined);
      assert.deepEqual(names, [...new Set(names)]);
    }
  });

  it('names for the browser, and counts as pickers, only kinds that the web has a call for', () => {
    for (const [kind, { w3c, asked, picker }] of entries) {
      if (asked === 'host') assert.deepEqual([kind, w3c, picker], [kind, undefined, false]);
    }
  });

  it('marks what is sensitive by its nature: where somebody is, their body, the codes in their messages', () => {
    const sensitive = entries.filter(([, entry]) => entry.sensitive).map(([kind]) => kind);
    assert.deepEqual(sensitive.sort(), ['biometrics', 'location', 'sms']);
  });

  it('cannot be changed, and is plain data', () => {
    assert.throws(() => (permissionKinds.camera.zh = '别的'), TypeError);
    assert.throws(() => (permissionKinds.sms = permissionKinds.camera), TypeError);
    assert.throws(() => delete permissionKinds.sms, TypeError);
    assert.deepEqual(JSON.parse(JSON.stringify(permissionKinds)), permissionKinds);
  });
});

describe('the id of a request for a permission', () => {
  it('says the kind, and the function where one is named', () => {
    assert.equal(permissionRequestId('camera'), 'permission:camera');
    assert.equal(
      permissionRequestId('persistent-storage', 'scan-code'),
      'permission:persistent-storage:scan-code',
    );
  });

  it('is read back for every kind', () => {
    for (const [kind] of entries) {
      assert.equal(permissionKindOf(permissionRequestId(kind)), kind);
      assert.equal(permissionKindOf(permissionRequestId(kind, 'pay-2')), kind);
    }
  });

  it('refuses a function whose name would be no part of an id', () => {
    for (const name of ['', 'a b', 'a:b', '扫一扫', '../x']) {
      assert.throws(() => permissionRequestId('camera', name), {
        code: 'permission/invalid-request',
        value: name,
      });
    }
  });

  it('names no kind where it is no permission, or of no known kind', () => {
    const strangers = [
      'camera',
      'permission:',
      'permission:camera:',
      'permission:camera:a:b',
      'permission:teleport',
      'permission:constructor',
      'permission:__proto__',
      'jump:website:example.com',
      'permission:camera\n',
    ];
    for (const id of strangers) assert.equal(permissionKindOf(id), undefined, id);
  });
});
