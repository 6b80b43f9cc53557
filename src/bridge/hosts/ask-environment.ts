import { hasMethods, own } from '../../own.js';
import { PRESENCE_DEADLINE } from '../deadline.js';
import { pageTimer } from './page.js';

/** What the client says of where it runs; false where it does not say within 3 s. */
export const askEnvironment = (client: unknown): Promise<boolean> =>
  new Promise((resolve) => {
    pageTimer(() => resolve(false), PRESENCE_DEADLINE);
    if (!hasMethods(client, ['getEnv'])) return resolve(false);
    const ask = client as { getEnv(callback: (environment: unknown) => void): void };
    ask.getEnv((environment) => resolve(own(environment, 'miniprogram') === true));
  });
