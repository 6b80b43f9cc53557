import { androidInterfaceHost } from '/dist/src/bridge/hosts/android-interface.js';
import { capacitorHost } from '/dist/src/bridge/hosts/capacitor.js';
import { dsBridgeHost } from '/dist/src/bridge/hosts/dsbridge.js';
import { reactNativeHost } from '/dist/src/bridge/hosts/react-native.js';
import { wkWebViewHost } from '/dist/src/bridge/hosts/wkwebview.js';

/** For the test to call. A send that is not answered is `nothing` after a while. */
window.hosts = {
  wkwebview: () => wkWebViewHost(),
  'without reply': () => wkWebViewHost({ handler: 'plain' }),
  absent: () => wkWebViewHost({ handler: 'nobody' }),
  'android-interface': () => androidInterfaceHost(),
  'react-native': () => reactNativeHost(),
  dsbridge: () => dsBridgeHost(),
  capacitor: () => capacitorHost({ plugin: window.Capacitor.registerPlugin('Mingshi') }),
};

const orNothing = (promise) =>
  Promise.race([
    promise.catch((error) => `rejected: ${error.message}`),
    new Promise((resolve) => setTimeout(resolve, 1500, 'nothing')),
  ]);

window.use = (name) => {
  window.host = window.hosts[name]();
  window.claims = [];
  window.host.watch((claims) =>
    window.claims.push(Array.isArray(claims) ? claims : `refused: ${claims.code}`),
  );
};
window.isPresent = () => window.host.isPresent();
window.send = (message) => orNothing(window.host.send(message));
window.load = () => orNothing(window.host.load('default'));
window.ready = true;
if (parent !== window) {
  window.use('wkwebview');
  const bridge = typeof window.webkit?.messageHandlers?.mingshi?.postMessage === 'function';
  parent.postMessage({ bridge, present: await window.isPresent() }, '*');
}
