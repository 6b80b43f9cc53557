import type { PermissionRequester, RequestEnd } from '../port.js';
import { webRequester } from './web-requester.js';

/** Asks whether notifications may be shown. */
export const notificationsRequester = (): PermissionRequester<'granted'> =>
  webRequester({
    kind: 'notifications',
    api: () => Notification,
    method: 'requestPermission',
    state: 'notifications',
    ask: async () => endOfAnswer(await Notification.requestPermission()),
  });

/** It never rejects. `default` is its word for an answer that was not given. */
const endOfAnswer = (answer: NotificationPermission): RequestEnd<'granted'> => {
  if (answer === 'granted') return { end: 'granted', value: answer };
  return { end: answer === 'default' ? 'dismissed' : 'refused' };
};
