import type { PermissionRequester, RequestEnd } from '../port.js';
import { granted } from './granted.js';
import { webRequester } from './web-requester.js';

/** How long a position may take once it is allowed, in ms. */
const positionTimeout = 20_000;

/**
 * Asks for the position, once. `options` as for `getCurrentPosition`. A position that is allowed and not found within
 * `timeout` (default 20 s; browsers count from the permission on) is `failed`.
 */
export const locationRequester = (options?: PositionOptions): PermissionRequester<GeolocationPosition> =>
  webRequester({
    kind: 'location',
    api: () => navigator.geolocation,
    method: 'getCurrentPosition',
    state: 'geolocation',
    feature: 'geolocation',
    ask: () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          (position) => resolve(granted(position)),
          (error) => resolve(endOfSearch(error)),
          { timeout: positionTimeout, ...options },
        );
      }),
  });

/** Its errors are no `DOMException`s: a number says which. */
const endOfSearch = ({ code, message }: GeolocationPositionError): RequestEnd<never> => ({
  end: code === 1 ? 'refused' : 'failed',
  message,
});
