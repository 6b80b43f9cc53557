import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '../support/watched-test.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const agreed = async (gate) => {
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
};

/** How a person comes to each state. */
const STATES = {
  'the question': (gate) => gate.expectAsking(),
  'a clause in the reader': async (gate) => {
    await gate.expectAsking();
    await gate.gate.locator('ming-policy-summary').getByRole('button').nth(1).click();
    await expect(gate.gate.locator('ming-policy-reader')).toBeVisible();
  },
  'the refusal explained': (gate) => gate.pressRefuse(),
  'basic functions with the entry': async (gate) => {
    await gate.pressRefuse();
    await gate.page.reload();
    await expect(gate.entry).toBeVisible();
  },
  'agreed, with the privacy centre': agreed,
  'withdrawn, with the privacy centre': async (gate) => {
    await agreed(gate);
    await gate.centre.getByRole('button', { name: /^(撤回同意|Withdraw consent)$/ }).click();
    await expect(gate.entry).toBeVisible();
  },
};

const violations = (page) =>
  page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' >> ')).join(' | ')}`,
    );
  });

for (const colorScheme of ['light', 'dark']) {
  for (const locale of ['zh-Hans', 'en']) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, viewport: { width: 390, height: 844 } });
      for (const [state, reach] of Object.entries(STATES)) {
        test(`axe finds nothing on ${state}`, async ({ page, gate, server }) => {
          await gate.open(
            `${server.origin}/page.html?policy=/policies/traps.json&with=centre&locale=${locale}`,
          );
          await page.evaluate((lang) => (document.documentElement.lang = lang), locale);
          await reach(gate);
          await page.evaluate(axeSource);
          expect(await violations(page)).toEqual([]);
        });
      }
    });
  }
}

test('the check itself finds a button without a name', async ({ page, gate, server }) => {
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.pressRefuse();
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  await page.evaluate(axeSource);
  expect((await violations(page)).join()).toContain('button-name');
});
