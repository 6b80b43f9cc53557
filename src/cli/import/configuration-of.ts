import type { AuditConfiguration } from '../../audit/index.js';
import { isPlaceholder, type PrivacyDialog } from './privacy-dialog.js';

/** What DCloud writes on the button that agrees, where nothing else is said. */
const AGREE = '同意';

/**
 * What the file says of the app, as `audit` takes it. What it does not say is left out and not judged: with `prompt: none` the app
 * may have a dialog of its own.
 */
export function configurationOf({ prompt, buttonAccept, buttonRefuse }: PrivacyDialog): AuditConfiguration {
  if (prompt !== 'template') return {};
  if (isPlaceholder(buttonAccept) || isPlaceholder(buttonRefuse)) return { gate: true };
  return { gate: true, answers: { agree: buttonAccept || AGREE, refuse: buttonRefuse ?? '' } };
}
