import { embeddedHosts } from './embedded-hosts.js';
import { appOf } from './schemes.js';
import type { TargetFinding } from './target-finding.js';

/** A target of an app: any scheme that is not forbidden. Which app answers to a scheme cannot be verified. */
export const appFinding = ({ href, host, protocol }: URL): TargetFinding => {
  const scheme = protocol.slice(0, -1);
  const leadsTo = embeddedHosts(href.slice(protocol.length), host);
  return {
    kind: 'app',
    name: scheme,
    app: appOf(scheme),
    leadsTo,
    warnings: ['unverified-app', ...(leadsTo.length > 0 ? (['open-redirect'] as const) : [])],
  };
};
