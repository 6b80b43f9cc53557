import type { PermissionRequester } from '../port.js';
import { mediaRequester } from './media-requester.js';

export interface CameraOptions {
  /** Which camera, and which picture of it. Default: any. */
  readonly video?: MediaTrackConstraints;
}

/** Asks for the camera. Gives a stream with one video track; the caller stops it. */
export const cameraRequester = ({ video }: CameraOptions = {}): PermissionRequester<MediaStream> =>
  mediaRequester({
    kind: 'camera',
    method: 'getUserMedia',
    state: 'camera',
    feature: 'camera',
    wanted: video,
    open: (media) => media.getUserMedia({ video: video ?? true }),
  });
