import { expect, test } from '../support/watched-test.mjs';

const address = (server, extra = '') => `${server.origin}/page.html?policy=/policies/traps.json${extra}`;

/** The accessible name of what has focus, through shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() || active?.getAttribute('aria-label') || active?.tagName;
  });

async function tabTo(page, name) {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached by Tab`);
}

test('a person with a keyboard alone refuses, comes back by the entry, agrees and withdraws', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(address(server, '&with=centre'));
  await gate.expectAsking();
  await tabTo(page, '不同意');
  await page.keyboard.press('Enter');
  await expect(gate.dialog).toBeHidden();

  await tabTo(page, '查看并同意');
  await page.keyboard.press('Enter');
  await gate.expectAsking();
  await expect(gate.agree).not.toHaveAttribute('aria-disabled', 'true');
  await tabTo(page, '同意');
  await page.waitForTimeout(600);
  await page.keyboard.press('Space');
  await expect(gate.dialog).toBeHidden();
  const [refusal, grant] = await gate.history();
  expect([refusal.decision, refusal.act]).toEqual(['denied', 'keyboard']);
  expect([grant.decision, grant.act]).toEqual(['granted', 'keyboard']);

  await tabTo(page, '撤回同意');
  await page.keyboard.press('Enter');
  await expect(gate.entry).toBeVisible();
  await gate.expectStatus({ decision: 'withdrawn' });
});

test('Escape is a dismissal: no grant, no refusal, and focus is back where it was', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(address(server));
  await gate.expectAsking();
  await page.keyboard.press('Escape');
  await expect(gate.dialog).toBeHidden();
  expect((await gate.history()).map((event) => event.decision)).toEqual(['dismissed']);
  await gate.entry.focus();
  await page.keyboard.press('Enter');
  await gate.expectAsking();
  await page.keyboard.press('Escape');
  await expect(gate.dialog).toBeHidden();
  expect(await focused(page)).toBe('查看并同意');
  await page.reload();
  await gate.expectAsking();
});

test('a line of the summary opens its clause in the reader, and back returns to that line', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(address(server));
  await gate.expectAsking();
  const line = gate.gate.locator('ming-policy-summary').getByRole('button').nth(1);
  const name = (await line.textContent()).trim();
  await line.focus();
  await page.keyboard.press('Enter');
  const reader = gate.gate.locator('ming-policy-reader');
  await expect(reader).toBeVisible();
  await expect(gate.agree).toBeVisible();
  await gate.dialog.getByRole('button', { name: /^(返回|Back)/ }).press('Enter');
  await expect(reader).toBeHidden();
  expect(await focused(page)).toBe(name);
});
