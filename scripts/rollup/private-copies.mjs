// @ts-check
/** Packages that are inlined, so that our set-up of them and a host's never meet. */
export const PRIVATE_PACKAGES = /^(?:@lit\/localize|tslib)(?:\/|$)/;

/**
 * Renames what two copies of a package would share on one page. A name that is no longer found is an error: a silent
 * miss would let a host hear our events.
 * @param {{readonly [from: string]: {readonly to: string, readonly file: RegExp}}} names @returns {import('rollup').Plugin}
 */
export function renameShared(names) {
  const missing = new Set(Object.keys(names));
  return {
    name: 'rename-shared',
    transform(code, id) {
      let renamed = code;
      for (const [from, { to, file }] of Object.entries(names)) {
        if (!file.test(id) || !renamed.includes(from)) continue;
        missing.delete(from);
        renamed = renamed.replaceAll(from, to);
      }
      return renamed === code ? null : { code: renamed, map: null };
    },
    buildEnd(error) {
      if (error || missing.size === 0) return;
      this.error(`Nothing to rename was found for ${[...missing].join(', ')}.`);
    },
  };
}

/** The event by which copies of @lit/localize speak to each other on `window`. */
export const LOCALIZE_STATUS = {
  'lit-localize-status': {
    to: 'ming-localize-status',
    file: /@lit\/localize\/internal\/locale-status-event/,
  },
};

/** Every message has an id, which the build hands over as it is; nothing is left to be generated. */
export const MESSAGE_IDS = {
  'options?.id ?? generateId(template)': { to: 'options', file: /@lit\/localize\/internal\/runtime-msg/ },
};

/** Two copies of Lit that make a Trusted Types policy of one name throw under `trusted-types lit-html`. */
export const LIT_POLICY = {
  'createPolicy("lit-html"': { to: 'createPolicy("mingshi-lit"', file: /lit-html\/lit-html\.js$/ },
};
