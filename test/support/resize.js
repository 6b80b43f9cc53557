import { setViewport } from '@web/test-runner-commands';

/** WebKit's driver cannot: asking it to would only fill the report. */
const canResize = !/AppleWebKit/.test(navigator.userAgent) || /Chrome\//.test(navigator.userAgent);

/** Makes the window this large, in px, where the driver of this engine can; elsewhere it stays as it is. */
export const resize = async (size) => {
  if (canResize) await setViewport(size).catch(() => undefined);
};
