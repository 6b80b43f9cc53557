import type { TargetWarning } from '../model.js';
import { decodePunycode } from './decode-punycode.js';
import { labelFault } from './label-fault.js';
import { looksLikeOneOf } from './looks-like.js';

/** A host as a person reads it. */
export interface HostReading {
  /** In its own script; only where every label is proven safe to show. */
  readonly unicode?: string;
  readonly warnings: readonly TargetWarning[];
}

/**
 * Reads a host name (`URL.hostname`, no address of numbers) and compares it with `known` ones that it could pass for. Its own
 * script is shown only where each label passes `labelFault`, the platform's parser leads from it back to the same host, and it
 * looks like none of `known`.
 */
export const readHost = (hostname: string, known: readonly string[]): HostReading => {
  const name = hostname.replace(/\.$/, '');
  const unicode = decodeHost(name);
  const warnings = new Set<TargetWarning>();
  if (looksLikeOneOf(unicode ?? name, known.flatMap(knownName))) warnings.add('looks-alike');
  if (unicode === undefined) warnings.add('broken-punycode');
  if (unicode === undefined || unicode === name) return { warnings: [...warnings] };
  for (const fault of faultsOf(unicode, name)) warnings.add(fault);
  const safe = warnings.size === 0;
  return { ...(safe && { unicode }), warnings: [...warnings.add('unicode-host')] };
};

/** The host with its `xn--` labels decoded; undefined where the parser does not lead back from them. */
const decodeHost = (name: string): string | undefined => {
  if (!/(?:^|\.)xn--/.test(name)) return name;
  const unicode = name
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? '') : label))
    .join('.');
  return hostOf(unicode) === name ? unicode : undefined;
};

const hostOf = (name: string): string | undefined => {
  try {
    return new URL(`https://${name}/`).hostname;
  } catch {
    return undefined;
  }
};

const knownName = (text: string): readonly string[] => {
  const host = hostOf(text)?.replace(/^(?:www|m)\.|\.$/g, '');
  return host ? [decodeHost(host) ?? host] : [];
};

const faultsOf = (unicode: string, name: string): readonly TargetWarning[] => {
  const last = (host: string): string => host.slice(host.lastIndexOf('.') + 1);
  return unicode
    .split('.')
    .filter((label) => /[^\0-\x7f]/.test(label))
    .flatMap((label) => labelFault(label, [last(unicode), last(name)]) ?? []);
};
