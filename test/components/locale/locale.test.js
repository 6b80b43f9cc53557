import { expect } from '@open-wc/testing';
import { getLocale, setLocale } from '../../../dist/components/locale.js';
import { catalogueVersion, formatDate } from '../../../dist/components/internal/localize.js';

describe('the language', () => {
  afterEach(() => setLocale('en'));

  for (const simplified of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-CN', 'zh_CN', 'ZH-cn', 'zh-SG']) {
    it(`of ${simplified} is simplified Chinese`, async () => {
      await setLocale(simplified);
      expect(getLocale()).to.equal('zh-Hans');
    });
  }

  for (const other of ['en', 'en-GB', 'fr', 'zh-TW', 'zh-Hant', 'zhx', '']) {
    it(`of ${other || 'nothing'} is English for now`, async () => {
      await setLocale(other);
      expect(getLocale()).to.equal('en');
    });
  }

  it('has a catalogue as old as the package: notices name it', async () => {
    const manifest = await (await fetch(new URL('../../../package.json', import.meta.url))).json();
    expect(catalogueVersion).to.equal(manifest.version);
  });

  it('writes dates as its readers do, and a day as the same day everywhere', async () => {
    await setLocale('zh');
    expect(formatDate('2026-03-15')).to.equal('2026年3月15日');
    await setLocale('en');
    expect(formatDate('2026-03-15')).to.equal('March 15, 2026');
    expect(formatDate('soon')).to.equal('soon');
  });

  it('of a page that uses @lit/localize too is not ours: it hears nothing of us', async () => {
    const heard = [];
    const listen = (event) => heard.push(event.type);
    window.addEventListener('lit-localize-status', listen);
    await setLocale('zh');
    await setLocale('en');
    window.removeEventListener('lit-localize-status', listen);
    expect(heard).to.deep.equal([]);
  });
});

describe('the Chinese words', () => {
  let units;

  before(async () => {
    const text = await (await fetch('/locales/zh-Hans.xlf')).text();
    units = [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('trans-unit')];
  });

  it('are there for every message', () => {
    const missing = units.filter((unit) => !unit.querySelector('target')?.textContent.trim());
    expect(missing.map(({ id }) => id)).to.deep.equal([]);
    expect(units.length).to.be.above(30);
  });

  it('are those the elements are compiled with', async () => {
    const source = await (await fetch('/components/internal/locales/zh-Hans.ts')).text();
    const ids = [...source.matchAll(/^\s*['`]([\w.-]+)['`]: /gm)].map(([, id]) => id);
    expect(ids.sort()).to.deep.equal(units.map(({ id }) => id).sort());
  });

  it('keep every gap of the English ones', () => {
    const gaps = (element) =>
      [...element.querySelectorAll('x')].map((gap) => gap.getAttribute('equiv-text')).sort();
    for (const unit of units) {
      expect(gaps(unit.querySelector('target')), unit.id).to.deep.equal(gaps(unit.querySelector('source')));
    }
  });

  it('say agree and refuse as the law does, and never 好的 or 我知道了', () => {
    const words = new Map(units.map((unit) => [unit.id, unit.querySelector('target').textContent]));
    expect([words.get('answers.agree'), words.get('answers.refuse')]).to.deep.equal(['同意', '不同意']);
    expect([...words.values()].filter((text) => /好的|知道了/.test(text))).to.deep.equal([]);
  });
});
