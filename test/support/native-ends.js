import { androidInterfaceHost } from '../../dist/src/bridge/hosts/android-interface.js';
import { androidListenerHost } from '../../dist/src/bridge/hosts/android-listener.js';
import { arkWebHost } from '../../dist/src/bridge/hosts/arkweb.js';
import { capacitorHost } from '../../dist/src/bridge/hosts/capacitor.js';
import { dsBridgeHost } from '../../dist/src/bridge/hosts/dsbridge.js';
import { flutterHost } from '../../dist/src/bridge/hosts/flutter.js';
import { reactNativeHost } from '../../dist/src/bridge/hosts/react-native.js';
import { wkWebViewHost } from '../../dist/src/bridge/hosts/wkwebview.js';

/**
 * Native ends of bridges, as far as a page can see of them, and the clients that speak to them: dsbridge and Capacitor have
 * real ones. `take(wire)` is the native side: it hears of each message as an object, and gives its answer as an object, a
 * promise of one, or undefined for silence; what it throws, the bridge says in its own way, if it has one.
 *
 * `open(take)` puts the end into the page and resolves with `{say, close}`; `say(answer)` is how this bridge's answers come
 * where none was asked for. `make()` makes the host. `lacks()`: this browser does not let a page have such an end.
 */
export const nativeEnds = {
  wkwebview: {
    lacks: () => Object.getOwnPropertyDescriptor(window, 'webkit')?.configurable === false,
    make: () => wkWebViewHost(),
    open: (take) =>
      put({ webkit: { messageHandlers: { mingshi: { postMessage: async (wire) => take(copy(wire)) } } } }),
  },
  'android-interface': {
    synchronous: true,
    make: () => androidInterfaceHost(),
    open: (take) => put({ mingshi: { postMessage: (text) => toText(take(JSON.parse(text))) } }),
  },
  'android-listener': {
    make: () => androidListenerHost(),
    open: (take) => {
      const listeners = new Set();
      const say = (answer) => {
        const event = new MessageEvent('message', { data: toText(answer) });
        for (const listener of listeners) listener(event);
      };
      const mingshi = {
        postMessage: (text) => answered(take, JSON.parse(text), say),
        addEventListener: (type, listener) => type === 'message' && listeners.add(listener),
        removeEventListener: (type, listener) => type === 'message' && listeners.delete(listener),
      };
      return put({ mingshi }, say);
    },
  },
  arkweb: {
    make: () => arkWebHost(),
    open: (take) => put({ mingshi: { postMessage: async (text) => toText(await take(JSON.parse(text))) } }),
  },
  'react-native': {
    make: () => reactNativeHost(),
    open: (take) =>
      put({ ReactNativeWebView: { postMessage: (text) => answered(take, JSON.parse(text), inject) } }),
  },
  flutter: {
    make: () => flutterHost(),
    open: (take) => {
      const callHandler = async (name, wire) => (name === 'mingshi' ? take(copy(wire)) : null);
      return put({ flutter_inappwebview: { _platformReady: true, callHandler } });
    },
  },
  dsbridge: {
    make: () => dsBridgeHost(),
    open: async (take) => {
      // JSON in, JSON out at once; the answer comes by calling the function the client put on the window.
      const call = (method, text) => {
        const { data, _dscbstub: callback } = JSON.parse(text);
        if (method === '_dsb.hasNativeMethod')
          return JSON.stringify({ data: data.name === 'mingshi.postMessage' });
        if (method === 'mingshi.postMessage') answered(take, data, (answer) => window[callback](answer));
        return '{}';
      };
      const end = put({ _dsbridge: { call } });
      await loadScript('/node_modules/dsbridge/dist/dsbridge.js');
      return end;
    },
  },
  capacitor: {
    make: () => capacitorHost({ plugin: window.Capacitor?.registerPlugin('Mingshi') }),
    open: async (take) => {
      const androidBridge = { postMessage: (text) => answerCapacitor(take, JSON.parse(text)) };
      const methods = [{ name: 'postMessage', rtype: 'promise' }];
      const end = put({ androidBridge, Capacitor: { PluginHeaders: [{ name: 'Mingshi', methods }] } });
      await loadScript('/node_modules/@capacitor/ios/Capacitor/Capacitor/assets/native-bridge.js');
      await loadScript('/node_modules/@capacitor/core/dist/capacitor.js');
      return end;
    },
  },
};

/** Says what an app says by running a line of script in the page. */
export const inject = (answer) =>
  void dispatchEvent(new CustomEvent('mingshi-host', { detail: copy(answer) }));

const put = (globals, say = inject) => {
  const before = new Set(Object.getOwnPropertyNames(window));
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(window, name, { value, configurable: true, writable: true, enumerable: true });
  }
  const close = () => {
    // What a classic script declares stays, and is declared again the next time.
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!before.has(name)) Reflect.deleteProperty(window, name);
    }
  };
  return { say, close };
};

/** As Capacitor's native end: the answer goes to the client's `fromNative`, an error too. */
const answerCapacitor = async (take, { callbackId, pluginId, methodName, options }) => {
  if (pluginId !== 'Mingshi') return;
  const reply = (details) => window.Capacitor.fromNative({ callbackId, pluginId, methodName, ...details });
  try {
    const data = await take(options);
    if (data !== undefined) reply({ success: true, data });
  } catch ({ message }) {
    reply({ success: false, error: { message } });
  }
};

/** Bridges that answer by a message of their own do not say that the app threw; the call itself does, if it throws at once. */
const answered = (take, wire, say) => {
  const answer = take(wire);
  Promise.resolve(answer).then(
    (settled) => settled !== undefined && say(settled),
    () => undefined,
  );
};

/** A classic script, run again each time. */
const loadScript = (path) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = () => resolve(script.remove());
    script.onerror = () => reject(new Error(`${path} did not load`));
    document.head.append(script);
  });

const toText = (answer) => (answer === undefined ? undefined : JSON.stringify(answer));

const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
