import { lettersOf } from './letters-of.js';
import { SCRIPTS } from './letter-scripts.js';

/** Letters and digits of other scripts that pass for Latin ones: of Chrome's seventeen scripts, and of Arabic and Lao. */
const PASSING = lettersOf(
  [
    '3:b1b7b9babdbfc1c4c5c9 4:3033353e-4143454a-4c4e5556586175bbbdcf 5:010d171b1d59616366676c7075787d818285d3d5d7d9dfe1f0f2f3',
    '6:2747bec1d56061656768f0f1f5f7f8 9:3d6671e6ed a:66679fa1e6e7 b:20666e9faae6 c:6667bde6e7 d:1f2027283166',
    'e:141719-1b1e1f2123252b404150949799-9b9e9fa1a3a5abc0c1d0 10:01020411151d4042545c909195-97d8dde7ebeefdff',
    '12:00203035607090a8d0d5d8 13:2050 ab:05',
  ].join(' '),
);

/**
 * True where every letter a label has of one script passes for Latin (аррӏе), and the host does not end in that script or in a
 * domain at home in it. `topLevel` is the last label, decoded and as it stands in the host.
 */
export const passesForLatin = (label: string, topLevel: readonly string[]): boolean =>
  SCRIPTS.some(([script, ...homes]) => {
    const ofScript = `\\p{sc=${script}}`;
    const inScript = new RegExp(ofScript, 'u');
    return (
      inScript.test(label) &&
      !new RegExp(`(?![${PASSING}])${ofScript}`, 'u').test(label) &&
      !topLevel.some((name) => inScript.test(name) || homes.includes(name))
    );
  });
