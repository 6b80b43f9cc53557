import type { TargetWarning } from './model.js';

/**
 * Schemes that are never opened, whatever app asks: those that run script or carry the content itself; pages, files and content of the
 * browser or the device; wrappers around another address, be it another browser's, a page's or a number's; connections that are
 * no destination (sockets, transfers, terminals); and handlers of Windows that run what they are given.
 */
const FORBIDDEN = /* @__PURE__ */ new RegExp(
  `^(?:${[
    '.*script|data|mhtml|jar|blob|filesystem|view-source|feed|wtai',
    'edge|microsoft-edge.*|(?:google)?chrome.*|x-safari-.*|firefox.*|opera-.*',
    'about|file|content|resource|res|devtools|moz-.*|.*-extension',
    'wss?|s?ftps?|ssh|telnet|smb|ldap|gopher|shell|search-ms|ms-(?:msdt|officecmd|appinstaller|its|appx.*)',
  ].join('|')}):$`,
);

/** Apps whose scheme is documented by who makes them. */
const APPS =
  'weixin 微信,wxwork 企业微信,alipay 支付宝,alipays 支付宝,dingtalk 钉钉,taobao 淘宝,sinaweibo 微博,mqqapi QQ,itms-apps App Store';

/** What forbids a scheme (`javascript:`, with its colon, as the parser gives it), if anything. One letter is a Windows drive. */
export const schemeFault = (protocol: string): TargetWarning | undefined =>
  FORBIDDEN.test(protocol) ? 'forbidden-scheme' : protocol.length < 3 ? 'unknown-scheme' : undefined;

/** The app a scheme (without its colon) is known to be of. */
export const appOf = (scheme: string): string | undefined =>
  APPS.split(',')
    .find((entry) => entry.startsWith(`${scheme} `))
    ?.slice(scheme.length + 1);
