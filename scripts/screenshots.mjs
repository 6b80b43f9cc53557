// npm run screenshots: every screen and state of the demo, at both widths, light and dark, in both languages, into
// screenshots/. With --readme also docs/screenshot.png. With --only WORD just the states whose name has that word.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowsers } from '../test/support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../test/support/browsers/chromium-arguments.mjs';
import { DemoPage } from '../test/support/demo-page.mjs';
import { GatePage } from '../test/support/gate-page.mjs';
import { removeAuthenticators } from '../test/support/virtual-authenticator.mjs';
import { ROOT } from './run.mjs';
import { serve } from './serve.mjs';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const failWrites = () => {
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
};

const agreed = async (gate) => {
  await gate.pressAgree();
  await gate.dialog.waitFor({ state: 'hidden' });
};

const toCentre = async (gate) => {
  await gate.page.evaluate(() => (location.hash = 'privacy'));
  await gate.centre.waitFor();
};

/** The sample bank at a view, once agreed to. */
const bankAt = async (gate, view) => {
  await agreed(gate);
  await gate.page.evaluate((name) => (location.hash = name), view);
  return new DemoPage(gate.page);
};

const askForCamera = async (gate) => {
  const bank = await bankAt(gate, 'scan');
  await bank.view.getByRole('button', { name: /^(打开相机|Turn on the camera)$/ }).click();
  await bank.permission.agree.waitFor();
  return bank;
};

/** Presses a link of the view and shows the question about it. */
const askAbout = async (gate, view, link) => {
  const bank = await bankAt(gate, view);
  await link(bank.view).click();
  await bank.jump.dialog.waitFor();
};

const openReader = async (gate) => {
  await gate.expectAsking();
  await gate.gate.locator('ming-policy-summary').getByRole('button').nth(2).click();
  await gate.gate.locator('ming-policy-reader').waitFor();
};

/** How a person comes to each screen; `query` is added to the address, `before` runs before the page's scripts. */
const STATES = {
  'gate-question': { reach: (gate) => gate.expectAsking() },
  'gate-scrolled': {
    async reach(gate) {
      await gate.expectAsking();
      const { width, height } = gate.page.viewportSize();
      await gate.page.mouse.move(width / 2, height / 2);
      await gate.page.mouse.wheel(0, 900);
    },
  },
  'gate-marked-clauses': {
    async reach(gate) {
      await gate.expectAsking();
      await gate.dialog.getByRole('button', { name: /^(重点条款|Marked clauses)/ }).click();
    },
  },
  'gate-reader': { reach: openReader },
  'gate-refused': { reach: (gate) => gate.pressRefuse() },
  'gate-early-press': {
    async reach(gate) {
      await gate.agree.waitFor();
      await gate.agree.click({ force: true, delay: 0 });
    },
  },
  'basic-functions': {
    async reach(gate) {
      await gate.pressRefuse();
      await gate.page.reload();
      await gate.entry.waitFor();
    },
  },
  'agreed-home': { reach: agreed },
  'agreed-not-kept': { reach: (gate) => gate.pressAgree(), before: failWrites },
  'centre-unanswered': {
    async reach(gate) {
      await gate.expectAsking();
      await gate.page.keyboard.press('Escape');
      await toCentre(gate);
    },
  },
  'centre-agreed': {
    async reach(gate) {
      await agreed(gate);
      await toCentre(gate);
    },
  },
  'centre-withdrawn': {
    async reach(gate) {
      await agreed(gate);
      await toCentre(gate);
      await gate.centre.getByRole('button', { name: /^(撤回同意|Withdraw consent)$/ }).click();
      await gate.centre.getByRole('button', { name: /^(查看并同意|Read and agree)$/ }).waitFor();
    },
  },
  'centre-text': {
    async reach(gate) {
      await agreed(gate);
      await toCentre(gate);
      await gate.centre
        .getByRole('button', { name: /原文|exact text/i })
        .first()
        .click();
      await gate.page.locator('ming-policy-reader').first().waitFor();
    },
  },
  ledger: {
    async reach(gate) {
      await agreed(gate);
      await gate.page.evaluate(() => (location.hash = 'ledger'));
    },
  },
  'policy-not-loaded': {
    reach: (gate) => gate.page.getByRole('alert').first().waitFor(),
    query: { policy: 'absent' },
  },
  'permission-asking': { reach: askForCamera },
  'permission-banner': {
    async reach(gate) {
      // With nothing to verify a person by, the system's own question stays open.
      await removeAuthenticators(gate.page);
      const bank = await bankAt(gate, 'security');
      await bank.view.getByRole('button', { name: /^(开启指纹登录|Turn on fingerprint)/ }).click();
      await bank.permission.pressAgree();
      await bank.permission.element.locator('.banner').waitFor();
    },
  },
  'permission-result': {
    async reach(gate) {
      const bank = await askForCamera(gate);
      await bank.permission.pressAgree();
      await bank.permission.close.waitFor();
    },
  },
  'permission-granted': {
    async reach(gate) {
      await gate.page.context().grantPermissions(['camera']);
      const bank = await askForCamera(gate);
      await bank.permission.pressAgree();
      await bank.view.locator('video').waitFor();
    },
  },
  'jump-asking': {
    reach: (gate) =>
      askAbout(gate, 'partners', (view) => view.getByRole('link', { name: /^(查看合作机构|See our)/ })),
  },
  'jump-download': {
    reach: (gate) => askAbout(gate, 'partners', (view) => view.locator('[download]')),
  },
  'jump-warned': {
    reach: (gate) => askAbout(gate, 'risky', (view) => view.locator('[href^="intent:"]')),
  },
  'jump-refused': {
    reach: (gate) => askAbout(gate, 'risky', (view) => view.locator('[href*="@"]')),
  },
  'partner-service': {
    async reach(gate) {
      const bank = await bankAt(gate, 'insurance');
      await bank.view.getByRole('button').click();
      await bank.jump.pressAgree();
      await bank.view.locator('form').waitFor();
    },
  },
  ...Object.fromEntries(
    ['transfer', 'branches', 'security', 'alerts', 'receipt', 'service', 'partners', 'risky', 'me'].map(
      (view) => [`view-${view}`, { reach: (gate) => bankAt(gate, view) }],
    ),
  ),
  'elder-view': { reach: (gate) => gate.expectAsking(), query: { text: 'large' } },
};

async function photograph(browser, address, { state, size, colorScheme, lang, path }) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme,
    locale: lang === 'en' ? 'en-US' : 'zh-CN',
  });
  try {
    const page = await context.newPage();
    const { reach, before, query = {} } = STATES[state];
    if (before) await page.addInitScript(before);
    const gate = new GatePage(page);
    page.setDefaultTimeout(10_000);
    await gate.open(`${address}?${new URLSearchParams({ ...(lang === 'en' && { lang }), ...query })}`);
    await reach(gate);
    await page.waitForTimeout(400);
    await page.screenshot({ path });
  } finally {
    await context.close();
  }
}

function* shots(only) {
  for (const state of Object.keys(STATES).filter((name) => name.includes(only)))
    for (const size of Object.keys(SIZES))
      for (const colorScheme of ['light', 'dark'])
        for (const lang of ['zh', 'en']) yield { state, size, colorScheme, lang };
}

const { values } = parseArgs({
  options: { readme: { type: 'boolean' }, only: { type: 'string', default: '' } },
});
const found = await findBrowsers(['chromium']);
const browser = await chromium.launch({
  executablePath: found.chromium,
  args: [...CHROMIUM_ARGUMENTS, '--use-fake-device-for-media-stream'],
});
const { address, close } = await serve();
const failures = [];
mkdirSync(`${ROOT}screenshots`, { recursive: true });
for (const shot of shots(values.only)) {
  const { state, size, colorScheme, lang } = shot;
  const name = `${state}.${size}.${colorScheme}.${lang}.png`;
  await photograph(browser, address, { ...shot, path: `${ROOT}screenshots/${name}` }).catch((error) =>
    failures.push(`${name}: ${error.message.split('\n')[0]}`),
  );
}
if (values.readme) {
  mkdirSync(`${ROOT}docs`, { recursive: true });
  const shot = { state: 'gate-question', size: 'desktop', colorScheme: 'light', lang: 'zh' };
  await photograph(browser, address, { ...shot, path: `${ROOT}docs/screenshot.png` });
}
await browser.close();
close();
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
