import { canHold } from './exit.js';

/**
 * Calls back when the page's own listeners had their say on an event, none of them prevented it, and its default action is
 * still to come: after the last listener on its way, or where one stopped it (`stopPropagation`). Call it while the event is on
 * its way down. After `stopImmediatePropagation`, and after a stop on the very target it is called on, nothing is called.
 */
export function afterListeners(event: Event, callback: () => void): void {
  const done = new AbortController();
  const path = event.composedPath();
  const last = path[path.length - 1];
  const check = (passing: Event): void => {
    if (passing !== event || done.signal.aborted) return;
    const atTheEnd = event.currentTarget === last && event.eventPhase !== Event.CAPTURING_PHASE;
    // The only way to learn that a listener stopped it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (!event.cancelBubble && !atTheEnd) return;
    done.abort();
    if (canHold(event)) callback();
  };
  for (const target of path) {
    for (const capture of [true, false]) {
      // A form's field may be called `addEventListener`.
      EventTarget.prototype.addEventListener.call(target, event.type, check, {
        capture,
        signal: done.signal,
      });
    }
  }
  setTimeout(() => done.abort());
}
