import { embeddedHosts } from './embedded-hosts.js';
import { hostFacts } from './host-facts.js';
import type { TargetContext, TargetFinding } from './target-finding.js';

/** A target of the web: http or https. */
export const webFinding = (url: URL, { registrableDomain, known }: TargetContext): TargetFinding => {
  const { href, host, hostname, port, protocol } = url;
  const { unicode, warnings } = hostFacts(hostname, port, known);
  const leadsTo = embeddedHosts(href.slice(protocol.length).replace(/^\/\/[^/?#]*/, ''), host);
  return {
    kind: 'website',
    name: ownedName(hostname, registrableDomain) ?? host,
    unicode: unicode && `${unicode}${host.slice(hostname.length)}`,
    leadsTo,
    warnings: [
      ...(protocol === 'http:' ? (['insecure'] as const) : []),
      ...warnings,
      ...(leadsTo.length > 0 ? (['open-redirect'] as const) : []),
    ],
  };
};

/** The registrable domain, where the function gives one that the host really ends in. */
const ownedName = (
  hostname: string,
  registrableDomain: TargetContext['registrableDomain'],
): string | undefined => {
  const host = hostname.replace(/\.$/, '');
  try {
    const domain = registrableDomain(host);
    return domain && `.${host}`.endsWith(`.${domain}`) ? domain : undefined;
  } catch {
    return undefined;
  }
};
