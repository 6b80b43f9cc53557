import { ConsentError } from '../../errors.js';
import type { MiniProgramHost } from './mini-program.js';
import { withQuery } from './receipt.js';

/**
 * What no page in a web-view can do. `privacy-authorization`: WeChat counts agreement to the mini-program's privacy guide only
 * after a tap on its own button (`open-type="agreePrivacyAuthorization"`). `system-setting`: a system scope that was refused
 * once is given again only in the mini-program's settings page.
 */
export type NativeOnly = 'privacy-authorization' | 'system-setting';

/**
 * Asks on a page of the mini-program what this page cannot ask: opens it with `mingshi=1&ask=<what>` in its query, and
 * resolves when it is open; what the person answered there, the mini-program tells the server. Rejects
 * `host/needs-native-page` without a page, `host/absent`, `host/page-not-opened`.
 */
export const askOnNativePage = async (
  host: MiniProgramHost,
  what: NativeOnly,
  page?: string,
): Promise<void> => {
  if (!page) {
    throw new ConsentError(
      'host/needs-native-page',
      'A page in a web-view cannot ask this; name the page of the mini-program that does.',
      what,
    );
  }
  await host.openPage(withQuery(page, { mingshi: '1', ask: what }));
};
