import { serve } from '../../scripts/serve.mjs';
import { expect, test } from '../support/watched-test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

let demo;

test.beforeAll(async () => {
  demo = await serve({ port: 8180 });
});

test.afterAll(() => demo.close());

test('in the sample bank a person refuses, uses basic functions, agrees, sees what was agreed and withdraws', async ({
  page,
  gate,
}) => {
  await gate.open(demo.address);
  await gate.pressRefuse();
  await expect(page.locator('#basic')).toBeVisible();
  await page.getByRole('link', { name: /^网点/ }).first().click();
  await expect(page.getByRole('heading', { name: /网点/ }).first()).toBeVisible();

  await page.reload();
  await gate.expectNotAsking();
  await expect(page.locator('#basic')).toBeHidden();
  await gate.entry.click();
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await expect(gate.entry).toBeHidden();

  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('link', { name: /隐私与授权/ }).click();
  await expect(gate.centre).toContainText('您已同意');
  await expect(gate.centre).toContainText('V3.3');
  await gate.centre.getByRole('button', { name: '撤回同意', exact: true }).click();
  await expect(gate.centre.getByRole('button', { name: '查看并同意' })).toBeVisible();
  await page.reload();
  await gate.expectNotAsking();
  await gate.expectStatus({ decision: 'withdrawn' });
});

test('in the sample bank the text that was agreed to opens again, word for word', async ({ page, gate }) => {
  await gate.open(demo.address);
  await gate.pressAgree();
  await page.goto(`${demo.address}#privacy`);
  await gate.centre.getByRole('button', { name: '查看当时的原文', exact: true }).click();
  const reader = page.locator('ming-policy-reader');
  await expect(reader).toBeVisible();
  const [policy] = await page.evaluate(() => document.querySelector('ming-provider').engine.policies);
  const shown = await reader.evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ''));
  for (const { span } of policy.clauses.slice(0, 40)) {
    expect(shown).toContain(policy.text.slice(span.start, span.end).replace(/\s+/g, ''));
  }
});

test('in English, the question of the sample bank has no Chinese word', async ({ gate }) => {
  await gate.open(`${demo.address}?lang=en`);
  await expect(gate.dialog.getByRole('button', { name: 'Refuse', exact: true })).toBeVisible();
  expect(await gate.dialog.evaluate((dialog) => /[\u4e00-\u9fff]/.test(dialog.textContent))).toBe(false);
});
