import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/watched-test.mjs';

const demo = (name) => fileURLToPath(new URL(`../../demo/policies/${name}`, import.meta.url));

/** Words the page shows, through shadow roots. */
const shownText = (page) =>
  page.evaluate(() => {
    const walk = (node) =>
      node.nodeType === Node.TEXT_NODE
        ? node.data
        : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]
            .filter((child) => !/^(STYLE|SCRIPT|TEMPLATE)$/.test(child.nodeName))
            .map(walk)
            .join(' ');
    return walk(document.body);
  });

test('with another policy every word about the handler, the data and the clauses is another', async ({
  page,
  gate,
  server,
  policies,
}) => {
  const read = (name) => JSON.parse(readFileSync(join(policies.folder, name), 'utf8'));
  const bank = read(policies.compile(demo('sample-bank.zh-Hans.md'), 'bank.json'));
  const clinic = read(policies.compile(demo('sample-clinic.zh-Hans.md'), 'clinic.json'));

  await gate.open(`${server.origin}/page.html?policy=/policies/bank.json`);
  await gate.expectAsking();
  const first = await shownText(page);
  await gate.open(`${server.origin}/page.html?policy=/policies/clinic.json`);
  await gate.expectAsking();
  const second = await shownText(page);

  expect(first).toContain(bank.publisher.name.text);
  expect(second).toContain(clinic.publisher.name.text);
  for (const word of [bank.publisher.name, bank.title, ...bank.thirdParties.map((party) => party.name)]) {
    if (!clinic.text.includes(word.text)) expect(second).not.toContain(word.text);
  }
  for (const permission of clinic.permissions) expect(second).toContain(permission.name.text);
});
