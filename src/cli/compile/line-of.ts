import type { Diagnostic, SourcePosition } from '../../policy/model.js';
import { tellPosition } from '../../policy/source-position.js';

/** `file:line:column`, or `file:page 3, line 12`. */
export const placeInFile = (file: string, position: SourcePosition): string =>
  `${file}:${tellPosition(position)}`;

/** One diagnostic as `file:line:column: severity code sentence`, its place as `placeInFile` tells it. */
export const lineOf = (file: string, { source, severity, code, sentence }: Diagnostic): string =>
  `${placeInFile(file, source)}: ${severity} ${code} ${sentence}\n`;
