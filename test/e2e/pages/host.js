import { androidInterfaceHost } from '/dist/src/bridge/hosts/android-interface.js';
import { androidListenerHost } from '/dist/src/bridge/hosts/android-listener.js';
import { wkWebViewHost } from '/dist/src/bridge/hosts/wkwebview.js';

const makers = {
  wkwebview: wkWebViewHost,
  'android-interface': androidInterfaceHost,
  'android-listener': androidListenerHost,
};
const asked = new URLSearchParams(location.search);
const bridge = makers[asked.get('host') ?? 'wkwebview']();
const provider = document.querySelector('ming-provider');
const gate = document.querySelector('ming-consent-gate');

/** What became of each message, as the engine is told. */
window.deliveries = [];
const send = async (message, options) => {
  const delivery = await bridge.send(message, options);
  deliveries.push({ id: message.id, delivery });
  return delivery;
};

/** Whether a question was ever on screen, looked at in every frame that is painted. */
window.asked = false;
const look = () => {
  window.asked ||= gate.shadowRoot?.querySelector('dialog')?.open === true;
  requestAnimationFrame(look);
};
look();

window.standing = async () => {
  while (!provider.engine) await new Promise((resolve) => setTimeout(resolve, 20));
  const { engine } = provider;
  await engine.ready;
  const { decision, durability } = engine.status(engine.policies[0].id);
  const events = await engine.history();
  return {
    decision,
    durability,
    acts: events.map(({ act }) => act),
    errors: engine.errors.map(({ code }) => code),
  };
};

provider.options = { host: { bridge: { ...bridge, send } } };
provider.setAttribute('policy', asked.get('policy'));
await import('/dist/mingshi.js');
