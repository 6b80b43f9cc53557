/** The classes of every element and of their events, registering nothing: for subclasses, types and other registries. */
export * from './consent-gate/consent-gate.js';
export * from './events.js';
export * from './jump-confirm/jump-confirm.js';
export * from './permission-prompt/permission-prompt.js';
export * from './policy-reader/policy-reader.js';
export * from './policy-summary/policy-summary.js';
export * from './privacy-center/privacy-center.js';
export * from './provider/provider.js';
