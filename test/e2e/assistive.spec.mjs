import { expect, test } from 'playwright/test';
import { findBrowsers } from '../support/browsers.mjs';
import { openAssistiveSession } from '../support/at-spi/assistive-session.mjs';
import { compiledPolicies, trapDocument } from '../support/compiled-policies.mjs';
import { startServer } from '../support/e2e-server.mjs';

/** What a screen reader's press looks like from the page, by engine (measured). */
const ACTS = { chromium: 'pointer', firefox: 'assistive', webkit: 'assistive' };

let policies;
let server;

test.beforeAll(async () => {
  policies = compiledPolicies();
  policies.compile(trapDocument, 'traps.json');
  server = await startServer({ '/policies/': policies.folder });
});

test.afterAll(async () => {
  await server.close();
  policies.remove();
});

async function press(engine, name) {
  const browsers = await findBrowsers([engine], { headed: true });
  const first = server.reports.length + 1;
  const session = openAssistiveSession({
    engine,
    binary: browsers[engine],
    url: `${server.origin}/assistive.html?policy=/policies/traps.json`,
  });
  try {
    await session.press(name);
    return await server.nextReport(first);
  } finally {
    await session.close();
  }
}

for (const engine of ['chromium', 'firefox', 'webkit']) {
  test(`a screen reader's press on 同意 is a grant in ${engine}`, async () => {
    expect(await press(engine, '同意')).toMatchObject({
      type: 'answered',
      decision: 'granted',
      act: ACTS[engine],
    });
  });

  test(`a screen reader's press on 不同意 is a refusal in ${engine}`, async () => {
    expect(await press(engine, '不同意')).toMatchObject({
      type: 'answered',
      decision: 'denied',
      act: ACTS[engine],
    });
  });
}
