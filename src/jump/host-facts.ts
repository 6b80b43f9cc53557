import { readHost, type HostReading } from './idn/read-host.js';
import type { TargetWarning } from './model.js';

/**
 * What is worth knowing of a host, and its own script where that is safe to show. `hostname` and `port` are those of the
 * platform's `URL`; `known` are hosts it could pass for.
 */
export const hostFacts = (hostname: string, port: string, known: readonly string[]): HostReading => {
  const warnings: TargetWarning[] = port === '' ? [] : ['unusual-port'];
  if (NUMBERS.test(hostname)) {
    if (PRIVATE_NUMBERS.test(asFourNumbers(hostname))) warnings.push('private-host');
    return { warnings: ['ip-address', ...warnings] };
  }
  if (!isName(hostname)) return { warnings: ['invalid-host', ...warnings] };
  if (PRIVATE_NAME.test(hostname)) warnings.push('private-host');
  if (hostname.endsWith('.')) warnings.push('trailing-dot');
  const reading = readHost(hostname, known);
  return { ...reading, warnings: [...reading.warnings, ...warnings] };
};

const NUMBERS = /^(?:\[.*\]|\d+(?:\.\d+){3}\.?)$/;

/**
 * What lies on this device, in its network, or leads to no single host: RFC 6890 and its registries, IPv6 in its shortest form as the
 * parser writes it.
 */
const PRIVATE_NUMBERS = new RegExp(
  [
    '^(?:0|10|127|169\\.254|192\\.168|192\\.0\\.[02]|198\\.1[89]|22[4-9]|2[3-5]\\d)\\.',
    '^172\\.(?:1[6-9]|2\\d|3[01])\\.|^100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.',
    '^\\[(?:::1?\\]|f[cd][\\da-f]{2}:|fe[89a-f][\\da-f]:|ff[\\da-f]{2}:)',
  ].join('|'),
);

/** IPv4 inside IPv6 (mapped, compatible, or through the well-known prefix of NAT64) in four numbers; others as they are. */
const asFourNumbers = (hostname: string): string => {
  const groups = /^\[(?:::|64:ff9b::)(?:ffff:)?([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(hostname)?.slice(1);
  if (!groups) return hostname;
  return groups
    .map((group) => parseInt(group, 16))
    .flatMap((both) => [both >> 8, both & 255])
    .join('.');
};

/** Names that stay inside a device or a network: one label, and those set apart for it (RFC 6761, 6762, 8375, 9476). */
const PRIVATE_NAME =
  /^[^.]+\.?$|\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|alt)\.?$/;

/** Letters, digits, hyphens and underscores, as names of hosts have: a comma or a bracket only serves to deceive. */
const isName = (hostname: string): boolean =>
  /^[\w-]{1,63}(?:\.[\w-]{1,63})*\.?$/.test(hostname) && hostname.length < 255;
