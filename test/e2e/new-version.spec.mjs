import { trapDocument } from '../support/compiled-policies.mjs';
import { expect, test } from '../support/watched-test.mjs';

test('a new version asks again and says what was answered; refusing it leaves the earlier agreement as it stood', async ({
  page,
  gate,
  server,
  policies,
}) => {
  policies.compile(trapDocument, 'second.json', '--policy-version', '2');
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();

  const second = `${server.origin}/page.html?with=centre&policy=/policies/second.json`;
  await gate.open(second);
  await gate.expectAsking();
  await expect(gate.dialog).toContainText('1');
  await gate.expectStatus({
    decision: 'granted',
    reason: 'new-version',
    answeredVersion: '1',
  });
  await gate.pressRefuse();
  await gate.expectStatus({
    decision: 'granted',
    reason: 'version-refused',
    answeredVersion: '1',
  });

  await page.reload();
  await gate.expectNotAsking();
  await expect(gate.entry).toBeVisible();
  expect((await gate.history()).map(({ decision, policy }) => [decision, policy.version])).toEqual([
    ['granted', '1'],
    ['denied', '2'],
  ]);
});

test('the same version with another text is reported and asks nobody again', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();

  await page.route(
    ({ pathname }) => pathname === '/policies/traps.json',
    async (route) => {
      const response = await route.fetch();
      const policy = await response.json();
      const text = `${policy.text} `;
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const hash = `sha256:${Buffer.from(digest).toString('hex')}`;
      await route.fulfill({ response, json: { ...policy, text, hash } });
    },
  );
  await page.reload();
  await gate.expectNotAsking();
  const codes = await page.evaluate(() =>
    document.querySelector('ming-provider').engine.errors.map(({ code }) => code),
  );
  expect(codes).toEqual(['policy/changed-without-version']);
});
