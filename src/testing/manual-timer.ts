import type { Platform } from '../platform.js';

/** A timer that runs only when told to. */
export interface ManualTimer {
  readonly timer: Platform['timer'];
  /** Lets `time` ms pass, in small steps: what a timer starts runs in its turn. */
  elapse(time: number): void;
}

/** Makes one; its clock starts at 0. */
export const manualTimer = (): ManualTimer => {
  const waiting = new Set<{ readonly callback: () => void; readonly at: number }>();
  let now = 0;
  return {
    timer: (callback, delay) => {
      const entry = { callback, at: now + delay };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    elapse: (time) => {
      for (const end = now + time; now < end;) {
        now = Math.min(end, now + 50);
        for (const entry of [...waiting]) if (entry.at <= now && waiting.delete(entry)) entry.callback();
      }
    },
  };
};
