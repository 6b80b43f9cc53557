export interface PageLife {
  /** The page is hidden, or goes: this may be the last that runs. */
  readonly leave: () => void;
  /** It is in view again, also from the back/forward cache. */
  readonly back: () => void;
  /** The browser believes that there is a network again. */
  readonly online: () => void;
}

/** Calls back until the returned function is called. Nothing happens where there is no page. */
export const watchPageLife = ({ leave, back, online }: PageLife): (() => void) => {
  if (typeof document === 'undefined') return () => undefined;
  const turn = (): void => (document.visibilityState === 'hidden' ? leave() : back());
  const listeners: readonly (readonly [EventTarget, string, () => void])[] = [
    [document, 'visibilitychange', turn],
    [window, 'pagehide', leave],
    [window, 'pageshow', back],
    [window, 'online', online],
  ];
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
  return () => {
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
  };
};
