/** Opens pages of their own, each in a frame, as a web-view shows them: with its own user agent, globals and scripts. */
const opened = new Set();

/**
 * `inject(page)` puts in what the app around the page would, before any script runs; `scripts` are classic ones, run in order;
 * what a CommonJS one exports is `page.exported`. `modules`: addresses by name, imported in the page as `page.modules[name]`.
 * Resolves with the page's window.
 */
export const openWebView = async ({ userAgent, inject, scripts = [], modules = {} } = {}) => {
  const frame = document.createElement('iframe');
  frame.src = addressOf('test/components/bridge/page.html');
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  opened.add(frame);
  const page = frame.contentWindow;
  if (userAgent) Object.defineProperty(page.navigator, 'userAgent', { get: () => userAgent });
  inject?.(page);
  page.module = { exports: {} };
  for (const src of scripts) await runScript(page, src);
  page.exported = page.module.exports;
  delete page.module;
  const load = new page.Function('address', 'return import(address)');
  page.modules = {};
  for (const [name, address] of Object.entries(modules)) page.modules[name] = await load(address);
  return page;
};

/** Closes every page opened since. */
export const closeWebViews = () => {
  for (const frame of opened) frame.remove();
  opened.clear();
};

/** The address of a file of this project, as the test server has it. */
export const addressOf = (path) => new URL(`../../${path}`, import.meta.url).href;

const runScript = (page, src) =>
  new Promise((resolve, reject) => {
    const script = page.document.createElement('script');
    script.src = src;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`it did not run: ${src}`));
    page.document.head.append(script);
  });
