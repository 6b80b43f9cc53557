import type { PermissionRequester, RequestEnd } from '../port.js';
import { queryState } from './query-state.js';
import { webRequester } from './web-requester.js';

/** How long a sensor may take to move for the first time, in ms. */
const firstReading = 1000;

const motionEvent = (): { requestPermission?: () => Promise<PermissionState> } => DeviceMotionEvent as never;

/**
 * Asks for the motion sensors. Where the browser has no question for it (all but Safari, and Chromium from 152), the first reading
 * tells: none within a second is `no-device`.
 */
export const motionRequester = (): PermissionRequester<'granted'> =>
  webRequester({
    kind: 'motion',
    api: motionEvent,
    state: 'accelerometer',
    feature: 'accelerometer',
    ask: async () => (motionEvent().requestPermission ? askForMotion() : awaitReading()),
  });

const askForMotion = async (): Promise<RequestEnd<'granted'>> => {
  const answer = await motionEvent().requestPermission?.();
  return answer === 'granted' ? { end: answer, value: answer } : { end: 'refused' };
};

const awaitReading = (): Promise<RequestEnd<'granted'>> =>
  new Promise((resolve) => {
    const stop = (): void => {
      removeEventListener('devicemotion', read);
      clearTimeout(timer);
    };
    // A device without sensors sends one event that is empty.
    const read = ({ acceleration, accelerationIncludingGravity: whole }: DeviceMotionEvent): void => {
      if (typeof (acceleration?.x ?? whole?.x) !== 'number') return;
      stop();
      resolve({ end: 'granted', value: 'granted' });
    };
    const timer = setTimeout(() => {
      stop();
      resolve(endOfSilence());
    }, firstReading);
    addEventListener('devicemotion', read);
  });

/** A setting that keeps the sensors away sends nothing either. */
const endOfSilence = async (): Promise<RequestEnd<never>> => ({
  end: (await queryState('accelerometer')) === 'denied' ? 'refused' : 'no-device',
});
