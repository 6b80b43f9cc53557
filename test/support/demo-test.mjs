import { serve } from '../../scripts/serve.mjs';
import { DemoPage } from './demo-page.mjs';
import { expect, test as base } from './watched-test.mjs';

/** The watched test with `bank`, the sample bank in a phone, with a camera and a Bluetooth that are not real. */
export const test = base.extend({
  viewport: { width: 390, height: 844 },

  launchOptions: [
    async ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        args: [...launchOptions.args, '--use-fake-device-for-media-stream', '--enable-features=WebBluetooth'],
      }),
    { scope: 'worker' },
  ],

  demo: [
    async ({}, use) => {
      const served = await serve({ port: 8181 });
      await use(served);
      served.close();
    },
    { scope: 'worker' },
  ],

  bank: async ({ page, demo }, use) => use(new DemoPage(page, demo.address)),
});

export { expect };
