/**
 * The native ends of mini-programs, under the clients their vendors publish. Messages wait until the page is left, as
 * WeChat's documentation says, and arrive together; `calls` are the other calls, in order.
 */
const end = () => {
  const waiting = [];
  const arrived = [];
  return {
    mode: 'keeps',
    calls: [],
    /** The person goes back: what waits is delivered. */
    leave: () => void arrived.push(...waiting.splice(0)),
    taken() {
      this.leave();
      return [...arrived];
    },
    waiting,
    post: (data) => void waiting.push(plain(data)),
  };
};

/** What crosses into the app is JSON. */
const plain = (value) => JSON.parse(JSON.stringify(value));

/** What `weixin-js-sdk` adds to each call. */
const added = [
  'appId',
  'verifyAppId',
  'verifySignType',
  'verifyTimestamp',
  'verifyNonceStr',
  'verifySignature',
];

const strip = (given) => Object.fromEntries(Object.entries(given).filter(([name]) => !added.includes(name)));

/**
 * WeChat's container: `WeixinJSBridge.invoke(name, arguments, callback)`, as `weixin-js-sdk` calls it. `ready: false` leaves
 * the bridge out until `native.arrive()`.
 */
export const wechatEnd = () => {
  const native = end();
  native.refuses = new Set();
  const invoke = (name, given, callback) => {
    if (native.mode === 'throws') throw new Error('the bridge threw');
    if (name !== 'invokeMiniProgramAPI') return callback({ err_msg: `${name}:fail` });
    const refused = native.refuses.has(given.name);
    if (!refused && given.name === 'postMessage') native.post(strip(given.arg));
    else if (!refused) native.calls.push([given.name, plain(given.arg)]);
    if (native.mode !== 'silent')
      setTimeout(callback, 1, { err_msg: `invokeMiniProgramAPI:${refused ? 'fail' : 'ok'}` });
  };
  const make = (page) => {
    page.WeixinJSBridge = {
      invoke: (...call) => (native.mode === 'gone' ? undefined : invoke(...call)),
      on: () => undefined,
    };
  };
  native.inject = (page) => {
    page.__wxjs_environment = 'miniprogram';
    make(page);
  };
  /** WeChat is late: the mark and the bridge come after the page's own scripts. */
  native.arrive = (page) => {
    native.inject(page);
    page.document.dispatchEvent(new page.Event('WeixinJSBridgeReady'));
  };
  /** WeChat's own browser, no mini-program. */
  native.browser = make;
  return native;
};

/**
 * A stand-in for a client that is on no registry (`qq.miniProgram`, `tt.miniProgram`, `swan.webView`, `ks.miniProgram`): the
 * methods its documentation names, over a container that keeps messages until the page is left.
 */
export const deferredEnd = (path, environment = { miniprogram: true }) => {
  const native = end();
  const call = (name, given) => {
    if (native.mode === 'throws') throw new Error('the client threw');
    if (name === 'postMessage') native.post(given.data);
    else native.calls.push([name, plain(given)]);
    setTimeout(() => given.success?.(), 1);
  };
  const [owner, field] = path;
  native.inject = (page) => {
    const client = { getEnv: (callback) => setTimeout(callback, 1, environment) };
    for (const name of ['postMessage', 'navigateTo', 'navigateBack', 'redirectTo'])
      client[name] = (given = {}) => call(name, given);
    page[owner] = { [field]: client };
    native.remove = () => delete page[owner];
  };
  return new Proxy(native, {
    set: (target, key, value) => {
      if (key === 'mode' && value === 'gone') target.remove();
      return Reflect.set(target, key, value);
    },
  });
};

const schema = 'mingshi.host/1';

/** A native side that answers: what the snippets of docs/hosts.md do. `deliver(reply)` is how it speaks to the page. */
export const answeringEnd = () => {
  const messages = [];
  let nonce;
  const native = {
    mode: 'keeps',
    claims: [],
    taken: () => messages.map(({ nonce: _, ...message }) => message),
    answer: (id) => native.deliver({ schema, nonce, acked: id }),
    tell: (claims) => native.deliver({ schema, nonce, claims }),
    spoof: (claims) => {
      native.deliver({ schema, claims });
      native.deliver({ schema, nonce: '0'.repeat(32), claims });
    },
    hear: (given) => {
      const wire = plain(given);
      nonce = wire.nonce;
      if (wire.load) return native.tell(native.claims);
      messages.push(wire);
      if (native.mode === 'keeps' || native.mode === 'twice') native.answer(wire.id);
      if (native.mode === 'twice') native.answer(wire.id);
      if (native.mode === 'other') native.answer('f'.repeat(32));
    },
  };
  return native;
};

/** A stand-in for Alipay's client, which exists in Alipay only: `my.postMessage`, `my.onMessage`, `my.getEnv`. */
export const alipayEnd = ({ environment = { miniprogram: true } } = {}) => {
  const native = answeringEnd();
  native.calls = [];
  native.inject = (page) => {
    const my = {
      postMessage: (given) => {
        if (native.mode === 'throws') throw new Error('the client threw');
        setTimeout(() => native.hear(given), 1);
      },
      getEnv: (callback) => environment && setTimeout(callback, 1, environment),
      navigateTo: (given) => {
        native.calls.push(['navigateTo', plain(given)]);
        setTimeout(() => given.success?.(), 1);
      },
      navigateBack: (given) => void native.calls.push(['navigateBack', plain(given)]),
    };
    page.my = my;
    native.page = page;
    native.deliver = (reply) => {
      try {
        page.my?.onMessage?.(plain(reply));
      } catch (error) {
        native.threw = error;
      }
    };
  };
  return goneBy(native, () => delete native.page.my);
};

/**
 * An app made with uni-app, as DCloud's client finds it: `plus.webview`, into which it evaluates a call of the app's bridge.
 * The app answers with an event in the page, as `evalJS` makes it.
 */
export const uniAppEnd = () => {
  const native = answeringEnd();
  const hearCode = (code) => {
    const UniPlusBridge = {
      subscribeHandler: (name, { name: call, arg }) => {
        if (name !== 'WEB_INVOKE_APPSERVICE') return;
        if (call === 'postMessage') native.hear(arg);
      },
    };
    new Function('UniPlusBridge', code)(UniPlusBridge);
  };
  native.inject = (page) => {
    native.page = page;
    page.plus = {
      webview: {
        currentWebview: () => ({ id: 'page', parent: () => ({ id: 'app' }) }),
        getWebviewById: () => undefined,
        getLaunchWebview: () => ({
          evalJS: (code) => {
            if (native.mode === 'throws') throw new Error('the app threw');
            setTimeout(hearCode, 1, code);
          },
        }),
      },
    };
    const evalJS = (code) => new page.Function(code)();
    native.deliver = (reply) =>
      evalJS(`dispatchEvent(new CustomEvent('mingshi-host', { detail: ${JSON.stringify(reply)} }))`);
  };
  return goneBy(native, () => delete native.page.plus);
};

const goneBy = (native, remove) => {
  let mode = native.mode;
  return Object.defineProperty(native, 'mode', {
    get: () => mode,
    set: (value) => {
      mode = value;
      if (value === 'gone') remove();
    },
  });
};
