import { isRecord } from '../../own.js';
import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { onceTrue, pageGlobal } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';

/** A QQ mini-program's web-view. Messages wait until the page is left, and are never acknowledged. */
export const qqHost = (options: MiniProgramOptions = {}): MiniProgramHost =>
  miniProgramHost(
    {
      name: 'qq',
      find: () => {
        const client = pageGlobal('qq');
        return isRecord(client) ? client.miniProgram : undefined;
      },
      isInside: (hasClient) =>
        /QQ/i.test(navigator.userAgent) &&
        /miniProgram/i.test(navigator.userAgent) &&
        !/micromessenger/i.test(navigator.userAgent) &&
        onceTrue(hasClient, 'QQJSBridgeReady'),
    },
    options,
  );
