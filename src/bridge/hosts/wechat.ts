import { isRecord } from '../../own.js';
import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { onceTrue, pageGlobal } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';
export { askOnNativePage, type NativeOnly } from './native-page.js';

/**
 * A WeChat mini-program's web-view. Messages wait in WeChat until the person goes back, the page is closed or shared, and are
 * never acknowledged: give `page` for what the mini-program must know at once. Needs WeChat's client (JSSDK 1.3.2 or later:
 * its script, or `client: wx.miniProgram` from `weixin-js-sdk`) and a business domain.
 */
export const wechatHost = (options: MiniProgramOptions = {}): MiniProgramHost =>
  miniProgramHost(
    {
      name: 'wechat',
      find: findWeChatClient,
      isInside: (hasClient) => !/wxwork/i.test(navigator.userAgent) && isInsideWeChat(hasClient),
    },
    options,
  );

/** `wx.miniProgram`, by the global WeChat's script makes. */
export const findWeChatClient = (): unknown => {
  const client = pageGlobal('wx') ?? pageGlobal('jWeixin');
  return isRecord(client) ? client.miniProgram : undefined;
};

/** Outside WeChat at once; inside it, WeChat sets its mark before it says that the bridge is ready. */
export const isInsideWeChat = (hasClient: () => boolean): boolean | Promise<boolean> => {
  const { userAgent } = navigator;
  const isMarked = (): boolean =>
    /miniProgram/i.test(userAgent) || pageGlobal('__wxjs_environment') === 'miniprogram';
  return (
    /micromessenger/i.test(userAgent) && onceTrue(() => isMarked() && hasClient(), 'WeixinJSBridgeReady')
  );
};
