import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreFacts, scoreHeadings, unsoundSpans } from '../../support/reading-score.mjs';
import { hashWords, readingOf } from '../../support/seed-reading.mjs';

const source = '一、权 限\n\n相机权限，用于\n扫码。客服：400-555-0100。\n';
const place = readingOf(source);
const reading = {
  completeTo: 1,
  headings: [{ ...place.find('一、权限'), level: 1 }],
  title: null,
  dates: {},
  permissions: [
    { kind: 'camera', name: place.find('相机权限'), purpose: place.find('用于扫码'), refusal: null },
  ],
  thirdParties: [],
  contacts: [{ kind: 'phone', valueSha256: hashWords('4005550100') }],
  withdrawals: [],
};

const words = ({ start, end }) => ({ text: source.slice(start, end), span: { start, end } });
const camera = {
  kind: 'camera',
  name: words(place.find('相机权限')),
  purpose: words(place.find('用于扫码')),
};
const policyWith = (changes) => ({
  text: source,
  source: { runs: [[0, 0, source.length]] },
  dates: {},
  sections: [{ level: 1, title: words(place.find('一、权限')), sections: [] }],
  permissions: [camera],
  thirdParties: [],
  contacts: [{ kind: 'phone', value: '400-555-0100', span: place.find('400-555-0100') }],
  withdrawals: [],
  ...changes,
});
const notesOf = (policy) => [...scoreFacts(policy, reading)].flatMap(([, score]) => score.notes);

test('a policy that says what the reading says has nothing missed and nothing wrong', () => {
  assert.deepEqual(notesOf(policyWith({})), []);
  assert.deepEqual(scoreHeadings(policyWith({}), reading).top.notes, []);
  assert.deepEqual(unsoundSpans(policyWith({})), []);
});

test('a missing fact is missed', () => {
  assert.deepEqual(notesOf(policyWith({ permissions: [] })), ['missed camera']);
});

test('an invented refusal, permission, title, party or contact is wrong', () => {
  const wrong = (changes) => assert.match(notesOf(policyWith(changes)).join(), /^wrong /);
  wrong({ permissions: [{ ...camera, refusal: words({ start: 7, end: 11 }) }] });
  wrong({ permissions: [camera, { ...camera, kind: 'location' }] });
  wrong({ title: words({ start: 7, end: 11 }) });
  wrong({ thirdParties: [{ name: words({ start: 7, end: 11 }) }] });
  wrong({
    contacts: [...policyWith({}).contacts, { kind: 'phone', value: '12345', span: { start: 0, end: 1 } }],
  });
});

test('a heading that is not in the body is wrong, one at another level too', () => {
  const paragraph = { level: 1, title: words(place.find('相机权限')), sections: [] };
  const [section] = policyWith({}).sections;
  assert.equal(scoreHeadings(policyWith({ sections: [section, paragraph] }), reading).top.notes.length, 1);
  assert.notEqual(
    scoreHeadings(policyWith({ sections: [{ ...section, level: 2 }] }), reading).top.notes.length,
    0,
  );
});

test('words that are not at their span are found', () => {
  const moved = { ...camera, name: { text: '相机权限', span: { start: 0, end: 4 } } };
  assert.equal(unsoundSpans(policyWith({ permissions: [moved] })).length, 1);
});
