import { isRecord } from '../../own.js';
import { askEnvironment } from './ask-environment.js';
import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { onceTrue, pageGlobal } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';

/**
 * A Kuaishou mini-program's web-view. Messages wait until the page is left, and are never acknowledged. Kuaishou's pages have
 * no mark of their own for a mini-program, so its client is asked.
 */
export const kuaishouHost = (options: MiniProgramOptions = {}): MiniProgramHost => {
  const find = (): unknown => {
    const client = pageGlobal('ks');
    return isRecord(client) ? client.miniProgram : undefined;
  };
  return miniProgramHost(
    {
      name: 'kuaishou',
      find,
      isInside: async (hasClient) =>
        /Kwai|ksNebula|AllowKsCallApp/i.test(navigator.userAgent) &&
        (await onceTrue(hasClient)) &&
        askEnvironment(options.client ?? find()),
    },
    options,
  );
};
