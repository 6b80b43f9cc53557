import type { PermissionRequester } from '../port.js';
import { mediaRequester } from './media-requester.js';

/** Lets the person pick a screen, window or tab to show. `options` as for `getDisplayMedia`. The caller stops the stream. */
export const screenRequester = (options?: DisplayMediaStreamOptions): PermissionRequester<MediaStream> =>
  mediaRequester({
    kind: 'screen',
    method: 'getDisplayMedia',
    state: 'display-capture',
    feature: 'display-capture',
    wanted: options,
    open: (media) => media.getDisplayMedia(options),
  });
