import type { PermissionRequester } from '../port.js';
import { granted } from './granted.js';
import { webRequester, type WebCall } from './web-requester.js';

interface MediaCall extends Pick<WebCall<MediaStream>, 'kind' | 'state' | 'feature'> {
  readonly method: 'getUserMedia' | 'getDisplayMedia';
  /** What the app asks of the device; undefined where it asks nothing. */
  readonly wanted: MediaTrackConstraints | DisplayMediaStreamOptions | undefined;
  readonly open: (media: MediaDevices) => Promise<MediaStream>;
}

/** A requester that gives a stream; the tracks of one that comes too late are stopped, and the device's light goes out. */
export const mediaRequester = ({ wanted, open, ...call }: MediaCall): PermissionRequester<MediaStream> =>
  webRequester({
    ...call,
    api: () => navigator.mediaDevices,
    ask: async () => granted(await open(navigator.mediaDevices)),
    ends: {
      // Firefox, where another program has the device.
      AbortError: 'busy',
      // WebKitGTK without any device: nothing was asked of one.
      ...(!wanted && { OverconstrainedError: 'no-device' }),
    },
    release: (stream) => stream.getTracks().forEach((track) => track.stop()),
  });
