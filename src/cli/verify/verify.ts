import { own } from '../../own.js';
import { tongueOf } from '../people/tongue.js';
import { refuseOverwriting } from '../refuse-overwriting.js';
import { renderText } from '../show/render-text.js';
import { writeOutput } from '../write-output.js';
import type { VerifyArguments } from './arguments.js';
import { checkLedger } from './check-ledger.js';
import { renderJson } from './render-json.js';
import { sheetOf } from './sheet.js';
import type { Verified } from './verified.js';

/** The exit code where the ledger or a receipt does not hold: none that Node or a shell gives. */
export const BROKEN = 13;

/** `mingshi verify`: tells what it found, and gives the exit code. */
export async function verify(wanted: VerifyArguments): Promise<number> {
  const { file, head, signed, output } = wanted;
  await refuseOverwriting(output, [file, head, signed?.receipts, signed?.keys], undefined);
  const verified = await checkLedger(wanted);
  await writeOutput(render(verified, wanted), output);
  const forged = verified.receipts.some(({ error }) => error !== undefined);
  return verified.report.result === 'broken' || forged ? BROKEN : 0;
}

function render(verified: Verified, { format, language }: VerifyArguments): string {
  if (format === 'json') return renderJson(verified);
  const policy = own(verified.entries[0], 'policy');
  return renderText(sheetOf(verified, tongueOf(language ?? String(own(policy, 'language')))));
}
