import type { Act, Decision, Durability } from '../../src/consent/model.js';
import { msg } from '../internal/localize.js';

/** What a person did, in a word or two. */
export function decisionWords(decision: Decision): string {
  return {
    granted: msg('Agreed', { id: 'decision.granted' }),
    denied: msg('Refused', { id: 'decision.denied' }),
    dismissed: msg('Closed without an answer', { id: 'decision.dismissed' }),
    withdrawn: msg('Withdrawn', { id: 'decision.withdrawn' }),
    requested: msg('Requested', { id: 'decision.requested' }),
  }[decision];
}

/** How it was done. */
export function actWords(act: Act): string {
  return {
    pointer: msg('by touch or mouse', { id: 'act.pointer' }),
    keyboard: msg('by keyboard', { id: 'act.keyboard' }),
    assistive: msg('by assistive technology', { id: 'act.assistive' }),
    host: msg('by the app', { id: 'act.host' }),
  }[act];
}

/** How safely it is kept. */
export function durabilityWords(durability: Durability): string {
  return {
    memory: msg('Only until this page is closed; not on this device.', { id: 'durability.memory' }),
    browser: msg('In this browser, until its data is cleared.', { id: 'durability.browser' }),
    disk: msg('On this device, until this app’s data is cleared.', { id: 'durability.disk' }),
    server: msg('On the server of the publisher.', { id: 'durability.server' }),
  }[durability];
}

/** What went wrong with keeping or reading, for people; undefined for what only developers can act on. */
export function troubleWords(code: string): string | undefined {
  if (code === 'storage/unreadable-records')
    return msg('Some earlier records cannot be read. They were left as they are.', {
      id: 'trouble.unreadable',
    });
  if (code === 'storage/full')
    return msg('This device has no room left to keep your choice.', { id: 'trouble.full' });
  if (code.startsWith('storage/'))
    return msg('Your choices cannot be kept on this device right now.', { id: 'trouble.storage' });
  if (code === 'policy/changed-without-version')
    return msg('The text changed although its version did not.', { id: 'trouble.changed' });
  return undefined;
}
