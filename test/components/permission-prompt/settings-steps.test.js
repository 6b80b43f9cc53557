import { expect } from '@open-wc/testing';
import { setLocale } from '../../../dist/components/locale.js';
import { detectBrowser } from '../../../dist/components/permission-prompt/detect-browser.js';
import { settingsSteps } from '../../../dist/components/permission-prompt/settings-steps.js';

const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

const AGENTS = {
  'Chrome on Windows': [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/130.0.0.0 Safari/537.36`,
    'chromium',
  ],
  'Edge on Windows': [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`,
    'chromium',
  ],
  'Chrome on a phone': [
    `Mozilla/5.0 (Linux; Android 10; K) ${KHTML} Chrome/130.0.0.0 Mobile Safari/537.36`,
    'chromium',
  ],
  'Firefox on a desktop': [
    'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0',
    'firefox',
  ],
  'Firefox on a phone': [
    'Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0',
    'firefox-android',
  ],
  'Safari on a Mac': [
    `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
    'safari',
  ],
  'Safari on an iPad that says it is a Mac': [
    `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
    'ios-safari',
    5,
  ],
  'Safari on an iPhone': [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 'ios-safari', 5],
  'Chrome on an iPhone': [`${IPHONE} CriOS/130.0.6723.37 Mobile/15E148 Safari/604.1`, 'app', 5],
  'an app on an iPhone': [`${IPHONE} Mobile/15E148`, 'app', 5],
  'WeChat on an iPhone': [
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI`,
    'wechat',
    5,
  ],
  'WeChat on Android': [
    `Mozilla/5.0 (Linux; Android 14; M; wv) ${KHTML} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`,
    'wechat',
  ],
  Alipay: [
    `Mozilla/5.0 (Linux; U; Android 14) ${KHTML} Version/4.0 Chrome/105.0.0.0 Mobile Safari/537.36 AlipayClient/10.6.0`,
    'app',
  ],
  'an app on Android': [
    `Mozilla/5.0 (Linux; Android 14; M; wv) ${KHTML} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'app',
  ],
  'a phone with HarmonyOS': [
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${KHTML} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile`,
    'harmony',
  ],
  'something else': ['curl/8.0', 'unknown'],
};

describe('the way to a refused permission', () => {
  before(() => setLocale('en'));

  for (const [name, [userAgent, browser, maxTouchPoints = 0]] of Object.entries(AGENTS)) {
    it(`is known in ${name}`, () => {
      expect(detectBrowser({ userAgent, maxTouchPoints })).to.equal(browser);
      const steps = settingsSteps('camera', browser);
      expect(steps.length).to.be.within(3, 4);
      expect(steps.join(' ')).to.contain('Camera');
      expect(
        steps.every((step) => step.length <= 90),
        'short',
      ).to.equal(true);
    });
  }

  it('is its own in each browser', () => {
    const browsers = [...new Set(Object.values(AGENTS).map(([, browser]) => browser))];
    const ways = new Set(browsers.map((browser) => settingsSteps('camera', browser).join(' ')));
    expect(ways.size, 'Firefox on Android and Chromium share theirs').to.equal(browsers.length - 1);
  });

  it('is plain text in every language, one step a sentence', async () => {
    await setLocale('zh-Hans');
    const browsers = [...new Set(Object.values(AGENTS).map(([, browser]) => browser))];
    for (const browser of browsers) {
      const steps = settingsSteps('camera', browser);
      expect(steps.join(' ')).to.contain('相机');
      expect(steps.filter((step) => !/^[^&<>]{4,45}。$/u.test(step))).to.deep.equal([]);
    }
    await setLocale('en');
  });

  it('is left out where the browser has no such setting', () => {
    expect(settingsSteps('contacts', 'chromium')).to.deep.equal([]);
    expect(settingsSteps('clipboard', 'firefox')).to.deep.equal([]);
    expect(settingsSteps('notifications', 'ios-safari')).to.deep.equal([]);
    expect(settingsSteps('clipboard', 'chromium')).to.not.deep.equal([]);
    expect(settingsSteps('contacts', 'app'), 'an app’s own').to.not.deep.equal([]);
  });
});
