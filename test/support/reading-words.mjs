// A reading written in plain words (documents of our own) in the form of a reading by offsets.
import { createHash } from 'node:crypto';
import { contactForm, hashWords, withoutSpace } from './seed-reading.mjs';

const words = (text) => (text === null ? null : { text, sha256: hashWords(text) });
const list = (texts = []) => texts.map(words);

function fields(fact) {
  const entries = Object.entries(fact).map(([key, value]) => [
    key,
    key === 'kind' || Array.isArray(value) ? value : words(value),
  ]);
  return Object.fromEntries(entries);
}

const contact = ({ kind, value }) => ({
  kind,
  text: value,
  sha256: hashWords(value),
  valueSha256: createHash('sha256').update(contactForm(kind, value), 'utf8').digest('hex'),
});

const iso = (date) => (date === null ? null : { iso: date });

/** What the scorers read, from a fixture in words. An empty `app` list says the document names none. */
export function readingInWords(fixture) {
  const [app, ...others] = fixture.app ?? [];
  return {
    ...fixture,
    ...('title' in fixture ? { title: words(fixture.title) } : {}),
    ...('publisher' in fixture ? { publisher: words(fixture.publisher) } : {}),
    ...('app' in fixture
      ? { app: app === undefined ? null : { ...words(app), also: others.map(hashWords) } }
      : {}),
    dates: Object.fromEntries(Object.entries(fixture.dates).map(([field, date]) => [field, iso(date)])),
    permissions: fixture.permissions.map(fields),
    thirdParties: fixture.thirdParties.map(fields),
    contacts: fixture.contacts.map(contact),
    withdrawals: [
      ...fixture.withdrawals.map(({ contains, path }) => ({ ...words(contains), path: words(path) })),
      ...list(fixture.optionalWithdrawals).map((one) => ({ ...one, optional: true })),
    ],
    ...('rights' in fixture ? { rights: fixture.rights.map((kind) => ({ kind })) } : {}),
    ...('minors' in fixture ? { minors: fixture.minors.length ? [{ ages: list(fixture.minors) }] : [] } : {}),
    ...('retention' in fixture ? { retention: list(fixture.retention) } : {}),
    ...('crossBorder' in fixture ? { crossBorder: list(fixture.crossBorder) } : {}),
    optionalRetention: list(fixture.optionalRetention),
    optionalCrossBorder: list(fixture.optionalCrossBorder),
  };
}

/** A heading as one string without white space: number and title. */
export const headingLine = ({ number, title }) => withoutSpace(`${number ?? ''}${title}`);
