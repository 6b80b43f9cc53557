let started;

/** The person tapped the entry of this view: the view may begin when it comes on screen. */
export const startOnArrival = (view) => (started = view);

/** Whether the person has just started this view. True once: after a reload, or the way back, nothing begins by itself. */
export function takeStart(view) {
  const isStarted = started === view;
  started = undefined;
  return isStarted;
}
