import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from './browsers.mjs';
import { CHROMIUM_ARGUMENTS } from './browsers/chromium-arguments.mjs';

/** Resolves with what `look` gives as soon as it gives something. */
export async function until(look, what, milliseconds = 15_000) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${milliseconds} ms`);
    await pause(50);
  }
}

const dialogOf = () => document.querySelector('ming-jump-confirm')?.shadowRoot?.querySelector('dialog[open]');

/** Starts a browser of one engine, the same way for both that can be driven so. */
export async function startBrowser(engine) {
  const { [engine]: executablePath } = await findBrowsers([engine]);
  return puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: engine === 'firefox' ? [] : CHROMIUM_ARGUMENTS,
  });
}

/** A profile of its own in a browser, with what a person sees and presses on the page whose exits are guarded. */
export async function openLeaving(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 900, height: 700 });

  const buttonOf = (name) =>
    page.evaluateHandle((words) => {
      const dialog = document.querySelector('ming-jump-confirm')?.shadowRoot?.querySelector('dialog[open]');
      const buttons = [...(dialog?.querySelectorAll('button') ?? [])];
      return buttons.find(
        (one) => words.includes(one.textContent.trim()) && one.getAttribute('aria-disabled') !== 'true',
      );
    }, name);

  return {
    page,
    /** Every window of this person's. */
    windows: () => context.pages(),
    async open(url) {
      await page.goto(url);
      await page.waitForFunction(() => window.guarded);
    },
    press: (id, options) => page.locator(`#${id}`).click(options),
    /** The words of the question, as soon as there is one. */
    question: () =>
      until(
        () => page.evaluate(`(${dialogOf})()?.querySelector('.view').innerText`).catch(() => undefined),
        'the question',
      ),
    isAsking: () => page.evaluate(`Boolean((${dialogOf})())`),
    async answer(...names) {
      const button = await until(
        async () => (await buttonOf(names)).asElement(),
        `a button ${names.join(' or ')}`,
      );
      await button.click();
    },
    focused: () => page.evaluate(() => document.activeElement.id),
    async history() {
      const events = await page.evaluate(() => document.querySelector('ming-provider').engine.history());
      return events.map(({ request, decision }) => [request.kind, decision]);
    },
    close: () => context.close(),
  };
}
