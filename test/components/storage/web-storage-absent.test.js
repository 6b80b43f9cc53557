import { expect } from '@open-wc/testing';
import { webStorage } from '../../../dist/src/storage/web-storage.js';
import { core } from '../../support/core-dist.js';
import { createApp, press } from '../../support/start-engine.js';

// On a page of its own: WebKit goes on giving the real localStorage to code that already looked it up.
describe('localStorage', () => {
  for (const [what, area] of Object.entries({
    'null, as in a WebView without DOM storage': () => null,
    'forbidden: the look-up itself throws': () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  })) {
    it(`that is ${what}: the person is asked and answered from memory`, async () => {
      const found = Object.getOwnPropertyDescriptor(window, 'localStorage');
      Object.defineProperty(window, 'localStorage', { configurable: true, get: area });
      try {
        const app = createApp(core, { storage: webStorage({ namespace: 'blocked' }) });
        const engine = await app.open();
        await press(engine, 'granted');
        expect(engine.status('sample').durability).to.equal('memory');
        expect(engine.errors[0].code).to.equal('storage/unavailable');
      } finally {
        Object.defineProperty(window, 'localStorage', found);
      }
    });
  }
});
