import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../../support/browsers/chromium-arguments.mjs';

/** A driven browser: Chromium by CDP, a stock Firefox by WebDriver BiDi. */
export async function startDriven(engine, { args = [] } = {}) {
  const { [engine]: executablePath } = await findBrowsers([engine]);
  return puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    protocolTimeout: 60_000,
    args: engine === 'firefox' ? args : [...CHROMIUM_ARGUMENTS, ...args],
  });
}

/** A new page of a context. Firefox sometimes loses the one it is just making: then another is made. */
export async function openPage(context, tries = 4) {
  for (;;) {
    try {
      return await context.newPage();
    } catch (error) {
      tries -= 1;
      if (tries === 0) throw error;
    }
  }
}

const settled = (promise, milliseconds) =>
  Promise.race([
    promise.catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
  ]);

/** What may happen to a page, by name; each resolves when it happened, whatever the driver then says. */
export const ENDS = {
  crash: async (page) => {
    const session = await page.createCDPSession();
    await settled(session.send('Page.crash'), 1000);
    await settled(page.close(), 1000);
  },
  close: (page) => settled(page.close(), 5000),
  reload: (page) => settled(page.reload({ waitUntil: 'commit' }), 5000),
  navigate: (page, origin) => settled(page.goto(`${origin}/saves.html`), 5000),
};
