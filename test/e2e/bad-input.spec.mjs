import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/watched-test.mjs';

const page404 = [/404/];

/** No grant may come from bad input: the ledger is empty and nothing is granted. */
async function expectNoGrant(page) {
  const grants = await page.evaluate(async () => {
    const { engine } = document.querySelector('ming-provider');
    if (!engine) return 0;
    const events = await engine.history();
    return events.filter((event) => event.decision === 'granted').length;
  });
  expect(grants).toBe(0);
}

const BAD_POLICIES = {
  'not JSON': ['<!doctype html>', 'provider/not-json'],
  'an empty file': ['', 'provider/not-json'],
  'the wrong shape': ['{"schema":"mingshi.policy/1","id":7}', 'policy/invalid'],
  'an unknown schema': ['{"schema":"mingshi.policy/99"}', 'policy/unknown-schema'],
  'a bare list': ['[]', 'policy/invalid'],
  null: ['null', 'policy/invalid'],
};

for (const [what, [content, code]] of Object.entries(BAD_POLICIES)) {
  test(`a policy file that is ${what} is said with ${code}, and no grant is recorded`, async ({
    page,
    gate,
    server,
    policies,
  }) => {
    writeFileSync(join(policies.folder, 'bad.json'), content);
    await gate.open(`${server.origin}/page.html?policy=/policies/bad.json`);
    await expect(page.locator('ming-provider').getByRole('alert')).toContainText(code);
    await expectNoGrant(page);
  });
}

test.describe('a policy file that is not there', () => {
  test.use({ expectedConsole: page404 });
  test('is said with provider/fetch-failed', async ({ page, gate, server }) => {
    await gate.open(`${server.origin}/page.html?policy=/policies/absent.json`);
    await expect(page.locator('ming-provider').getByRole('alert')).toContainText('provider/fetch-failed');
    await expectNoGrant(page);
  });
});

test('a policy whose text was changed after compiling is refused with policy/hash-mismatch', async ({
  page,
  gate,
  server,
  policies,
}) => {
  const policy = JSON.parse(readFileSync(join(policies.folder, 'traps.json'), 'utf8'));
  policy.hash = `sha256:${'0'.repeat(64)}`;
  writeFileSync(join(policies.folder, 'changed.json'), JSON.stringify(policy));
  await gate.open(`${server.origin}/page.html?policy=/policies/changed.json`);
  await expect(page.getByRole('alert').first()).toContainText('policy/hash-mismatch');
  await expect(gate.agree).toBeHidden();
});

test('a policy of 5 MB is shown and can be answered', async ({ gate, server, policies }) => {
  const paragraph = '本段说明我们如何收集您的手机号码，用于登录。'.repeat(20);
  const lines = ['# 隐私政策', '', '生效日期：2026年1月1日', ''];
  for (let part = 1; lines.length * paragraph.length * 3 < 5_000_000 * 2; part += 1)
    lines.push(`## ${part}. 说明`, '', paragraph, '');
  const source = join(policies.folder, 'large.md');
  writeFileSync(source, lines.join('\n'));
  policies.compile(source, 'large.json', '--policy-version', '1');
  await gate.open(`${server.origin}/page.html?policy=/policies/large.json`);
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await gate.expectStatus({ decision: 'granted' });
});

const BAD_STORAGES = {
  'indexedDB is null': () => Object.defineProperty(window, 'indexedDB', { value: null }),
  'indexedDB throws when touched': () =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'opening is rejected': () => {
    IDBFactory.prototype.open = function open() {
      const request = new EventTarget();
      setTimeout(() => {
        request.error = new DOMException('no', 'UnknownError');
        request.dispatchEvent(new Event('error'));
        request.onerror?.(new Event('error'));
      });
      return request;
    };
  },
  'opening never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget();
  },
  'every write fails': () => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

for (const [what, breakIt] of Object.entries(BAD_STORAGES)) {
  test(`where ${what}, the person is asked, told that the choice cannot be kept, and asked again next time`, async ({
    page,
    gate,
    server,
  }) => {
    await page.addInitScript(breakIt);
    await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
    await gate.expectAsking();
    await expectNoGrant(page);
    await gate.pressAgree();
    await expect(gate.gate.getByRole('status').filter({ hasText: /下次/ })).toBeVisible();
    await gate.expectStatus({ decision: 'granted', durability: 'memory' });
    await page.reload();
    await gate.expectAsking();
  });
}

test('where the quota is full, the choice is kept in memory and the person is told', async ({
  page,
  gate,
  server,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 });
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.pressAgree();
  await expect(gate.gate.getByRole('status').filter({ hasText: /下次/ })).toBeVisible();
  await gate.expectStatus({ decision: 'granted', durability: 'memory' });
  const codes = await page.evaluate(() =>
    document.querySelector('ming-provider').engine.errors.map(({ code }) => code),
  );
  expect(codes).toContain('storage/full');
});

test('two gates on one page ask once, and one answer closes both', async ({ page, gate, server }) => {
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json&with=two-gates`);
  await gate.expectAsking();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await gate.pressAgree();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await gate.history()).map((event) => event.decision)).toEqual(['granted']);
});

test('a gate removed while it is open records nothing, and the page can be used', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.expectAsking();
  await page.evaluate(() => document.querySelector('ming-consent-gate').remove());
  await page.locator('#before').click();
  expect(await gate.history()).toEqual([]);
  await page.evaluate(() =>
    document.querySelector('ming-provider').append(document.createElement('ming-consent-gate')),
  );
  await gate.expectAsking();
  await gate.pressAgree();
  expect((await gate.history()).map((event) => event.decision)).toEqual(['granted']);
});

test('on a page with a polluted Object.prototype nothing is granted by itself and every flow works', async ({
  page,
  gate,
  server,
}) => {
  await page.addInitScript(() => {
    const planted = {
      granted: true,
      decision: 'granted',
      material: false,
      asks: false,
      storage: 'memory',
      version: '9',
      isTrusted: true,
      act: 'pointer',
      text: 'x',
      span: {},
      get: undefined,
    };
    for (const [key, value] of Object.entries(planted)) {
      if (value !== undefined)
        Object.defineProperty(Object.prototype, key, {
          value,
          configurable: true,
          writable: true,
          enumerable: true,
        });
    }
  });
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.expectAsking();
  await expectNoGrant(page);
  await gate.pressRefuse();
  await gate.entry.click();
  await gate.pressAgree();
  await gate.expectStatus({ decision: 'granted', durability: 'disk' });
});
