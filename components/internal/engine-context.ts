import { ContextRoot, createContext } from '@lit/context';
import type { ConsentEngine } from '../../src/engine-contract.js';

/** The name of what elements and engines agree on; another number means another agreement. */
export const ENGINE_PROTOCOL = 'mingshi.engine.1';

/** Hands an engine down the tree. Two copies of this library on one page share the key, so they meet. */
export const engineContext = createContext<ConsentEngine | undefined, symbol>(Symbol.for(ENGINE_PROTOCOL));

let attached = false;

/** Keeps requests made before their provider was defined, for the whole page. Calling it again changes nothing. */
export function attachContextRoot(): void {
  if (attached) return;
  attached = true;
  new ContextRoot().attach(document.documentElement);
}
