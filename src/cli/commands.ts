import { archiveCommand } from './archive/command.js';
import { auditCommand } from './audit/command.js';
import type { Command } from './command.js';
import { compileCommand } from './compile/command.js';
import { diffCommand } from './diff/command.js';
import { importCommand } from './import/command.js';
import { showCommand } from './show/command.js';
import { verifyCommand } from './verify/command.js';

/** Every command, in the order the help tells of them. */
export const COMMANDS: readonly Command[] = [
  compileCommand,
  diffCommand,
  auditCommand,
  archiveCommand,
  showCommand,
  verifyCommand,
  importCommand,
];
