import { tongueOf } from '../people/tongue.js';
import { readJsonFile } from '../read-policy-file.js';
import { refuseOverwriting } from '../refuse-overwriting.js';
import { writeOutput } from '../write-output.js';
import type { ShowArguments } from './arguments.js';
import { chainEvidence } from './chain-evidence.js';
import { findEvent } from './found-event.js';
import { noticeEvidence } from './notice-evidence.js';
import { refuseStrangeId } from './refuse-strange-id.js';
import { renderHtml } from './render-html.js';
import { renderJson } from './render-json.js';
import { renderText } from './render-text.js';
import { sheetOf } from './sheet.js';
import { isProven, relatedEvents, type ShownEvent } from './shown-event.js';
import { textEvidence } from './text-evidence.js';

/** The exit code where the text is not proven: none that Node or a shell gives. */
export const UNPROVEN = 12;

/** `mingshi show`: renders what was shown, and gives the exit code. */
export async function show(wanted: ShowArguments): Promise<number> {
  const { file, notice, output, archive } = wanted;
  await refuseOverwriting(output, [file, notice], archive);
  const shown = await gather(wanted);
  await writeOutput(render(shown, wanted), wanted.output);
  return isProven(shown) ? 0 : UNPROVEN;
}

async function gather({ file, event: id, archive, notice }: ShowArguments): Promise<ShownEvent> {
  refuseStrangeId(file);
  const found = await readJsonFile(file, (json) => findEvent(json, file, id));
  return {
    file,
    event: found.event,
    chain: await chainEvidence(found),
    text: await textEvidence(found.event, archive),
    notice: await noticeEvidence(found.event, notice),
    ...relatedEvents(found),
    unreadable: found.unreadable,
  };
}

function render(shown: ShownEvent, { format, language }: ShowArguments): string {
  if (format === 'json') return renderJson(shown);
  const sheet = sheetOf(shown, tongueOf(language ?? shown.event.policy.language));
  return format === 'html' ? renderHtml(sheet, shown.text.policy) : renderText(sheet);
}
