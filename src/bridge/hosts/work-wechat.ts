import { miniProgramHost, type MiniProgramHost, type MiniProgramOptions } from './mini-program.js';
import { findWeChatClient, isInsideWeChat } from './wechat.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';
export { askOnNativePage, type NativeOnly } from './native-page.js';

/** A mini-program's web-view in 企业微信 (WeCom), which speaks as WeChat's does; see `wechatHost`. */
export const workWechatHost = (options: MiniProgramOptions = {}): MiniProgramHost =>
  miniProgramHost(
    {
      name: 'work-wechat',
      find: findWeChatClient,
      isInside: (hasClient) => /wxwork/i.test(navigator.userAgent) && isInsideWeChat(hasClient),
    },
    options,
  );
