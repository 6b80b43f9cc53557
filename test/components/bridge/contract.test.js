import { bridge } from '../../support/bridge-dist.js';
import { hostContract } from '../../support/host-contract.js';
import { alipayEnd, deferredEnd, uniAppEnd, wechatEnd } from '../../support/mini-program-ends.js';
import { addressOf, closeWebViews, openWebView } from '../../support/web-view-page.js';

const weixin = addressOf('node_modules/weixin-js-sdk/index.js');
const dcloud = addressOf('node_modules/@dcloudio/uni-webview-js/index.js');
const plainBrowser = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
const inside = (mark) => `${plainBrowser} ${mark}`;

const wechatClient = (page) => ({ client: page.exported.miniProgram });

/** Each host: what makes it, the user agent, its native side, and the published client under it (none: a stand-in). */
const hosts = [
  {
    module: 'wechat',
    make: 'wechatHost',
    userAgent: inside('MicroMessenger/8.0.49 NetType/WIFI miniProgram/wx0123'),
    end: wechatEnd,
    script: weixin,
    options: wechatClient,
  },
  {
    module: 'work-wechat',
    make: 'workWechatHost',
    userAgent: inside('wxwork/4.1.20 MicroMessenger/7.0.1 miniProgram'),
    end: wechatEnd,
    script: weixin,
    options: wechatClient,
  },
  {
    module: 'uni-app',
    make: 'uniAppHost',
    userAgent: inside('uni-app Html5Plus/1.0'),
    end: uniAppEnd,
    script: dcloud,
  },
  {
    module: 'alipay',
    make: 'alipayHost',
    userAgent: inside('AliApp(AP/10.5) AlipayClient/10.5 MiniProgram'),
    end: alipayEnd,
  },
  {
    module: 'qq',
    make: 'qqHost',
    userAgent: inside('QQ/8.9.80 miniProgram'),
    end: () => deferredEnd(['qq', 'miniProgram']),
  },
  {
    module: 'douyin',
    make: 'douyinHost',
    userAgent: inside('aweme ToutiaoMicroApp/3.0'),
    end: () => deferredEnd(['tt', 'miniProgram']),
  },
  {
    module: 'baidu',
    make: 'baiduHost',
    userAgent: inside('swan/2.8.0 swan-baiduboxapp/11.11'),
    end: () => deferredEnd(['swan', 'webView'], { smartprogram: true }),
  },
  {
    module: 'kuaishou',
    make: 'kuaishouHost',
    userAgent: inside('Kwai/11.5 AllowKsCallApp'),
    end: () => deferredEnd(['ks', 'miniProgram']),
  },
];

const at = (name) => addressOf(`dist/src/bridge/hosts/${name}.js`);

const open = async ({ module, make, userAgent, script, options }, inject) => {
  const page = await openWebView({
    userAgent,
    inject,
    scripts: script ? [script] : [],
    modules: { host: at(module), first: at('first'), qq: at('qq') },
  });
  return { page, host: page.modules.host[make](inject ? options?.(page) : {}) };
};

const kitOf = (entry) => {
  const kit = {
    create: async () => {
      const native = entry.end();
      const { page, host } = await open(entry, native.inject);
      kit.window = page;
      return { host, native };
    },
    again: async ({ native }) => (await open(entry, native.inject)).host,
    absent: async () => {
      const { page, host } = await open({ ...entry, userAgent: plainBrowser, script: undefined });
      kit.window = page;
      return host;
    },
  };
  return kit;
};

/** The same host as the second of several. */
const asFirstOf = (kit) => {
  const first = (host) => {
    const modules = kit.window.modules;
    return modules.first.firstHost([modules.qq.qqHost(), host, modules.qq.qqHost()]);
  };
  return Object.defineProperty(
    {
      create: async () => {
        const { host, native } = await kit.create();
        return { host: first(host), native };
      },
      again: async (pair) => first(await kit.again(pair)),
      absent: async () => first(await kit.absent()),
    },
    'window',
    { get: () => kit.window },
  );
};

for (const entry of hosts.filter(({ module }) => ['wechat', 'alipay'].includes(module))) {
  describe(`the first of several hosts, where it is ${entry.module}`, () => {
    afterEach(closeWebViews);

    for (const { name, run } of hostContract(asFirstOf(kitOf(entry)), bridge)) it(name, run);
  });
}

for (const entry of hosts) {
  const over = entry.script ? 'its published client' : 'a stand-in for its client';
  describe(`the host ${entry.module}, over ${over}`, () => {
    afterEach(closeWebViews);

    for (const { name, run } of hostContract(kitOf(entry), bridge)) it(name, run);
  });
}
