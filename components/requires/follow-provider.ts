import type { ConsentEngine } from '../../src/engine-contract.js';
import { activateTemplates } from './activate-templates.js';
import type { Requesters } from './grants.js';

interface Provider extends HTMLElement {
  readonly engine: ConsentEngine | undefined;
  readonly options: { readonly requesters?: Requesters } | undefined;
}

interface Following {
  readonly engine: ConsentEngine;
  readonly stop: () => void;
}

const followed = new WeakMap<HTMLElement, Following>();

/** Shows the templates inside a provider by the engine it has now; none where it has none, or is not on the page. */
export function followProvider(provider: Provider): void {
  const before = followed.get(provider);
  const engine = provider.isConnected ? provider.engine : undefined;
  if (before?.engine === engine) return;
  before?.stop();
  if (!engine) return void followed.delete(provider);
  const { requesters = {} } = provider.options ?? {};
  followed.set(provider, { engine, stop: activateTemplates(provider, engine, { requesters }) });
}
