/** Calls `look` whenever a person comes back to the page, who may have been in the settings, until `signal` aborts. */
export const onReturn = (look: () => void, signal: AbortSignal): void => {
  const lookIfSeen = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  document.addEventListener('visibilitychange', lookIfSeen, { signal });
  // The address bar's own settings hide nothing: the page only loses the focus.
  addEventListener('focus', lookIfSeen, { signal });
  addEventListener('pageshow', lookIfSeen, { signal });
};
