import { isRecord } from '../../own.js';
import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { onceTrue, pageGlobal } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';

/** A Baidu smart program's web-view. Messages wait until the page is left, and are never acknowledged. */
export const baiduHost = (options: MiniProgramOptions = {}): MiniProgramHost =>
  miniProgramHost(
    {
      name: 'baidu',
      find: () => {
        const client = pageGlobal('swan');
        return isRecord(client) ? client.webView : undefined;
      },
      isInside: (hasClient) => /\bswan\//i.test(navigator.userAgent) && onceTrue(hasClient),
    },
    options,
  );
