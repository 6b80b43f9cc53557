import { setTimeout as pause } from 'node:timers/promises';
import { expect, test as base } from '../support/watched-test.mjs';
import { openLeaving, startBrowser, until } from '../support/leaving-page.mjs';
import { startPartner } from '../support/partner-server.mjs';
import { openWebKit } from '../support/webkit-page.mjs';

// The way out of a page and back, with the real engine and element, in real windows: nothing is asked of a recorder here.
const AGREE = ['同意', 'Agree'];
const REFUSE = ['不同意', 'Refuse'];

const test = base.extend({
  partner: async ({}, use) => {
    const partner = await startPartner();
    await use(partner);
    await partner.close();
  },
  start: [
    async ({}, use) => {
      const browsers = new Map();
      await use((engine) => {
        if (!browsers.has(engine)) browsers.set(engine, startBrowser(engine));
        return browsers.get(engine);
      });
      for (const browser of browsers.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],
  leave: async ({ server, partner, start }, use) => {
    const opened = [];
    await use(async (engine) => {
      const leaving = await openLeaving(await start(engine));
      opened.push(leaving);
      await leaving.open(`${server.origin}/leaving.html?partner=${partner.origin}`);
      return leaving;
    });
    for (const leaving of opened) await leaving.close();
  },
});

for (const engine of ['chromium', 'firefox']) {
  test.describe(engine, () => {
    test('a link: refused stays with the focus on it, agreed goes to the very address, and the answer is kept', async ({
      leave,
      partner,
    }) => {
      const leaving = await leave(engine);
      const before = leaving.page.url();
      await leaving.press('here');
      const words = await leaving.question();
      for (const shown of ['示例保险股份有限公司', '手机号', '127.0.0.1']) expect(words).toContain(shown);
      await leaving.answer(...REFUSE);
      await until(async () => !(await leaving.isAsking()), 'the end of the question');
      await until(async () => (await leaving.focused()) === 'here', 'the focus');
      expect([leaving.page.url(), partner.visits]).toEqual([before, []]);

      await leaving.press('here');
      await leaving.answer(...AGREE);
      await until(() => leaving.page.url() === `${partner.origin}/here?a=1#b`, 'the partner');
      expect(partner.visits.map(({ method, path }) => [method, path])).toEqual([['GET', '/here?a=1']]);

      await leaving.open(before);
      expect(await leaving.history()).toEqual([
        ['jump', 'denied'],
        ['jump', 'granted'],
      ]);
    });

    for (const [name, press] of Object.entries({
      'a link to a new window': (leaving) => leaving.press('new'),
      'a press with the middle button': (leaving) => leaving.press('here', { button: 'middle' }),
      'a press with Ctrl held': async (leaving) => {
        await leaving.page.keyboard.down('Control');
        await leaving.press('here');
        await leaving.page.keyboard.up('Control');
      },
      'window.open': (leaving) => leaving.press('popup'),
    })) {
      test(`${name} opens one on the first agreement, with neither opener nor referrer`, async ({
        leave,
        partner,
      }) => {
        const leaving = await leave(engine);
        await press(leaving);
        await leaving.question();
        expect((await leaving.windows()).filter((page) => page.url().startsWith(partner.origin))).toEqual([]);
        await leaving.answer(...AGREE);
        const [opened] = await until(async () => {
          const pages = await leaving.windows();
          const found = pages.filter((page) => page.url().startsWith(partner.origin));
          return found.length > 0 && found;
        }, 'the window');
        expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
        expect(partner.visits.length).toBe(1);
        expect(partner.visits[0].referer).toBe(undefined);
        expect(await leaving.page.evaluate(() => window.given ?? null)).toBe(null);
        expect(await leaving.isAsking()).toBe(false);
      });
    }

    test('a form sends nothing before the agreement, then what stands in it, once', async ({
      leave,
      partner,
    }) => {
      const leaving = await leave(engine);
      await leaving.press('send');
      await leaving.question();
      await pause(300);
      expect(partner.visits).toEqual([]);
      await leaving.answer(...AGREE);
      await until(() => leaving.page.url() === `${partner.origin}/form`, 'the partner');
      expect(partner.visits.map(({ method, path, body }) => [method, path, body])).toEqual([
        ['POST', '/form', 'phone=13800000000&by=button'],
      ]);
    });

    test('a script’s form.submit() is held back, then sends the same', async ({ leave, partner }) => {
      const leaving = await leave(engine);
      await leaving.press('submit');
      await leaving.question();
      await leaving.answer(...REFUSE);
      await until(async () => !(await leaving.isAsking()), 'the end of the question');
      expect(partner.visits).toEqual([]);
      await leaving.press('submit');
      await leaving.answer(...AGREE);
      await until(() => partner.visits.length > 0, 'the partner');
      expect(partner.visits.map(({ method, path, body }) => [method, path, body])).toEqual([
        ['POST', '/form', 'phone=13800000000'],
      ]);
    });

    test('an agreement is good for one navigation: the next is asked about, even to the same address', async ({
      leave,
      partner,
    }) => {
      const leaving = await leave(engine);
      const before = leaving.page.url();
      for (const count of [1, 2]) {
        await leaving.press('script');
        await leaving.answer(...AGREE);
        await until(() => partner.visits.length === count, `visit ${count}`);
        await until(async () => !(await leaving.isAsking()), 'the end of the question');
      }
      await leaving.press('script');
      await leaving.question();
      await pause(300);
      expect([partner.visits.length, leaving.page.url()]).toEqual([2, before]);
    });

    test('an agreement serves no other address', async ({ leave, partner }) => {
      const leaving = await leave(engine);
      await leaving.press('script');
      await leaving.question();
      await leaving.page.evaluate((other) => {
        navigation.addEventListener('navigate', () => setTimeout(() => (location.href = other)), {
          once: true,
        });
      }, `${partner.origin}/stay/other`);
      await leaving.answer(...AGREE);
      await until(() => partner.visits.length > 0, 'the partner');
      expect(await leaving.question()).toContain('127.0.0.1');
      await pause(300);
      expect(partner.visits.map(({ path }) => path)).toEqual(['/stay']);
    });

    test('a link whose target changes while it is asked about is asked about again', async ({
      leave,
      partner,
    }) => {
      const leaving = await leave(engine);
      await leaving.press('here');
      await leaving.question();
      await leaving.page.evaluate((href) => {
        document.getElementById('here').href = href;
      }, 'http://localhost:9/changed');
      await leaving.answer(...AGREE);
      await until(async () => (await leaving.question()).includes('localhost'), 'the second question');
      expect([partner.visits, leaving.page.url().startsWith(partner.origin)]).toEqual([[], false]);
    });
  });
}

/** Agrees in the page that Playwright drives; `before` is done in the question first. */
async function agree(page, before = () => undefined) {
  const dialog = page.locator('ming-jump-confirm').getByRole('dialog');
  const button = dialog.getByRole('button', { name: /^(同意|Agree)$/ });
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await before(dialog);
  await button.click();
  await expect(dialog).toHaveCount(0);
}

test('a destination that is remembered opens in its own window on the next press, and nobody is asked', async ({
  page,
  context,
  server,
}) => {
  const partner = 'https://partner.example';
  await context.route(`${partner}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: 'partner' }),
  );
  await page.goto(`${server.origin}/leaving.html?partner=${partner}`);
  await page.waitForFunction(() => window.guarded);
  const first = context.waitForEvent('page');
  await page.locator('#new').click();
  await agree(page, (dialog) => dialog.getByRole('checkbox').check());
  await (await first).close();

  const second = context.waitForEvent('page');
  await page.locator('#new').click();
  expect((await second).url()).toBe(`${partner}/new`);
  await expect(page.locator('ming-jump-confirm').getByRole('dialog')).toHaveCount(0);
});

test('a download keeps the name of its file, after the agreement', async ({ page, server, partner }) => {
  await page.goto(`${server.origin}/leaving.html?partner=${partner.origin}`);
  await page.waitForFunction(() => window.guarded);
  const downloads = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await page.locator('#file').click();
  expect(downloads).toEqual([]);
  await agree(page);
  await expect.poll(() => downloads).toEqual(['账单.txt']);
});

test.describe('webkit', () => {
  test('a window, a form and a link open on the first agreement, and not before', async ({
    server,
    partner,
  }) => {
    const webkit = await openWebKit();
    const askFor = async (id, path) => {
      const seen = partner.visits.length;
      await webkit.run(`document.getElementById('${id}').click()`);
      await pause(700);
      expect(partner.visits.length).toBe(seen);
      await webkit.press('ming-jump-confirm', '同意');
      await until(() => partner.visits.length > seen, path);
      return partner.visits[seen];
    };
    try {
      await webkit.open(`${server.origin}/leaving.html?partner=${partner.origin}`);
      await until(() => webkit.run('return window.guarded'), 'the guard');
      expect(await askFor('new', '/new')).toMatchObject({ path: '/new', referer: undefined });
      await webkit.run(`document.forms[0].action = '${partner.origin}/stay'`);
      expect(await askFor('send', '/stay')).toMatchObject({ body: 'phone=13800000000&by=button' });
      expect(await askFor('here', '/here')).toMatchObject({ method: 'GET', path: '/here?a=1' });
      await until(() => webkit.run('return location.pathname === "/here"'), 'the partner');
    } finally {
      await webkit.close();
    }
  });
});
