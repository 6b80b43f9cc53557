/** The event by which a native side speaks in the page: `window.dispatchEvent(new CustomEvent('mingshi-host', {detail}))`. */
export const HOST_EVENT = 'mingshi-host';

/**
 * Hears what the native side says by running a line of script in the page, before any listener added later, which does not
 * hear it at all: what it says has the page's nonce in it. Returns the function that stops it.
 */
export const whenInjected = (hear: (said: unknown) => void): (() => void) => {
  const heard = (event: Event): void => {
    event.stopImmediatePropagation();
    hear((event as CustomEvent<unknown>).detail);
  };
  addEventListener(HOST_EVENT, heard, true);
  return () => removeEventListener(HOST_EVENT, heard, true);
};
