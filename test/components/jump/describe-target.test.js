import { expect } from '@open-wc/testing';
import { describeTarget } from '../../../dist/src/jump/index.js';
import { SAFE, UNSAFE } from '../../core/jump/idn-cases.mjs';

// Engines bring parsers and tables of letters of their own: what must hold of every one of them.
const leads = (url) => describeTarget(url, { base: 'https://app.example/a' });
const shown = (host) => leads(`https://${host}/`).display.unicode;
const hostOf = (url) => {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
};

describe('where an address leads, in this engine', () => {
  it('shows no unsafe host in its own script', () => {
    expect(UNSAFE.filter(([host]) => shown(host) !== undefined)).to.deep.equal([]);
  });

  it('shows at least 95 of 100 safe hosts in their own script, letter for letter', () => {
    const hidden = SAFE.filter(([host]) => shown(host) !== host.normalize('NFC'));
    expect(hidden.length, JSON.stringify(hidden)).to.be.at.most(SAFE.length * 0.05);
  });

  it('shows the host its own parser reads, and never who stands before an @', () => {
    for (const url of [
      'https://u5er:pa55@evil.example:8443/',
      'https://good.example\\@evil.example',
      'https:///evil.example',
      'https://0x7f.1/',
      'https://[::ffff:10.0.0.1]/',
      'https://exa%6Dple.com',
      'weixin://dl/business/?t=1',
      'weixin://u5er:pa55@dl/business',
      'javascript://u5er:pa55@evil.example/%0aalert(1)',
      'intent://u5er@evil.example/#Intent;scheme=https;end',
      'tel://10086',
    ]) {
      const target = leads(url);
      expect(target.host, url).to.equal(hostOf(url));
      expect(JSON.stringify(target), url).not.to.match(/u5er|pa55/);
      expect(target.allowed && url.includes('u5er'), url).to.equal(false);
      expect(target.href, url).to.equal(target.allowed ? new URL(url).href : '');
    }
  });

  it('refuses scripts, files and content however they are written', () => {
    for (const url of [
      '\tjavascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'blob:https://good.example/1',
      'filesystem:https://good.example/temporary/x',
      'view-source:https://good.example/',
      'file:///etc/passwd',
      'about:blank',
      'ws://good.example/',
      'intent:#Intent;S.browser_fallback_url=javascript%3Aalert(1);end',
      'tel:*%2306%23',
    ]) {
      expect(leads(url).allowed, url).to.equal(false);
    }
  });

  it('writes what hides or turns as its escape', () => {
    const { display, warnings } = leads('https://good.example/\u202Efdp?\u200b=%F0%9F%94%92#\u2028');
    expect(display.address).to.equal('https://good.example/%E2%80%AEfdp?%E2%80%8B=%F0%9F%94%92#%E2%80%A8');
    expect(warnings).to.deep.equal(['hidden-characters']);
  });
});
