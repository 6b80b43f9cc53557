import type { PermissionRequester } from '../port.js';
import { mediaRequester } from './media-requester.js';

export interface MicrophoneOptions {
  /** Which microphone, and which sound from it. Default: any. */
  readonly audio?: MediaTrackConstraints;
}

/** Asks for the microphone. Gives a stream with one audio track; the caller stops it. */
export const microphoneRequester = ({ audio }: MicrophoneOptions = {}): PermissionRequester<MediaStream> =>
  mediaRequester({
    kind: 'microphone',
    method: 'getUserMedia',
    state: 'microphone',
    feature: 'microphone',
    wanted: audio,
    open: (media) => media.getUserMedia({ audio: audio ?? true }),
  });
