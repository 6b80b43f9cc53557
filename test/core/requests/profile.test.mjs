import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gdpr, pipl } from '../../../build/src/consent/profile.js';
import { profileOf } from '../../../build/src/consent/profile-of.js';
import { readProfile } from '../../../build/src/consent/read-profile.js';
import { needsGuardian } from '../../../build/src/consent/requests/guardian-rule.js';

const plain = (value) => JSON.parse(JSON.stringify(value));

describe('a profile', () => {
  it('is pipl by default, and known by its name', async () => {
    assert.equal(await profileOf(undefined), pipl);
    assert.equal(await profileOf('pipl'), pipl);
    assert.equal(await profileOf('gdpr'), gdpr);
    assert.equal((await profileOf({ ...gdpr, name: 'own' })).name, 'own');
    for (const name of ['ccpa', '', 'toString']) {
      await assert.rejects(profileOf(name), { code: 'profile/unknown' });
    }
  });

  it('of ours passes the check of a team’s own', () => {
    for (const profile of [pipl, gdpr]) assert.deepEqual(plain(readProfile({ ...profile })), plain(profile));
  });

  it('of a team’s own is copied and frozen', () => {
    const given = plain({ ...gdpr, name: 'austria', guardian: { belowAge: 14, article: 'DSG 4(4)' } });
    const profile = readProfile(given);
    given.guardian.belowAge = 0;
    assert.equal(profile.guardian.belowAge, 14);
    assert.ok(Object.isFrozen(profile) && Object.isFrozen(profile.rights.access.within));
  });

  const broken = {
    'profile.name': { ...pipl, name: '' },
    'profile should be an object': 7,
    'profile should be': [],
    'profile.guardian should be': { ...pipl, guardian: undefined },
    'profile.guardian.belowAge': { ...pipl, guardian: { belowAge: '14', article: 'x' } },
    'profile.separate.export.needs': { ...pipl, separate: { export: { article: 'x', needs: ['blessing'] } } },
    'made of provide': { ...pipl, separate: { bundle: { article: 'x', needs: [] } } },
    'profile.switches.initial': { ...pipl, switches: { ...pipl.switches, initial: 'on' } },
    'profile.asking.refusalMonths': { ...pipl, asking: { permissionQuietHours: 48, refusalMonths: 0.5 } },
    'profile.rights.access.within': { ...pipl, rights: { access: { within: { years: 1 }, source: 'x' } } },
    'made of name, notice': { ...pipl, askTwice: true },
  };
  for (const [words, given] of Object.entries(broken)) {
    it(`that is broken says where: ${words}`, () => {
      assert.throws(
        () => readProfile(given),
        (error) => error.code === 'profile/invalid' && error.message.includes(words),
      );
    });
  }

  it('takes no rule from a polluted prototype', () => {
    Object.prototype.publish = { article: 'x', needs: [] };
    try {
      assert.equal(Object.keys(readProfile({ ...gdpr }).separate).includes('publish'), false);
    } finally {
      delete Object.prototype.publish;
    }
  });
});

describe('who needs a guardian', () => {
  const band = (ageBand) => ({ id: 'x', ...(ageBand && { ageBand }) });
  const table = [
    // band, serves children, pipl, gdpr
    ['under-14', false, true, true],
    ['14-17', false, false, true],
    ['adult', true, false, false],
    ['unknown', true, true, true],
    ['unknown', false, false, false],
    [undefined, true, true, true],
    [undefined, false, false, false],
  ];
  for (const [ageBand, serves, china, europe] of table) {
    it(`${ageBand ?? 'no band'}, ${serves ? 'an app for children' : 'another app'}: pipl ${china}, gdpr ${europe}`, () => {
      assert.equal(needsGuardian(band(ageBand), pipl, serves), china);
      assert.equal(needsGuardian(band(ageBand), gdpr, serves), europe);
    });
  }

  it('a child somebody acts for', () => {
    const parent = { id: 'p', ageBand: 'adult', actsFor: { kind: 'child', reference: 'c' } };
    assert.equal(needsGuardian(parent, pipl, false), true);
  });

  it('14 to 17 where the member state says 14', () => {
    const austria = { ...gdpr, guardian: { ...gdpr.guardian, belowAge: 14 } };
    assert.equal(needsGuardian(band('14-17'), austria, true), false);
  });
});
