import { isRecord } from '../../own.js';
import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { onceTrue, pageGlobal } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';

/** A mini-program's web-view in Douyin or Toutiao. Messages wait until the page is left, and are never acknowledged. */
export const douyinHost = (options: MiniProgramOptions = {}): MiniProgramHost =>
  miniProgramHost(
    {
      name: 'douyin',
      find: () => {
        const client = pageGlobal('tt');
        return isRecord(client) ? client.miniProgram : undefined;
      },
      isInside: (hasClient) => /toutiaomicroapp/i.test(navigator.userAgent) && onceTrue(hasClient),
    },
    options,
  );
