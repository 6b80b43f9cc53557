/** The browsers whose settings differ: each has its own way to a permission that was refused. */
export type Browser =
  | 'wechat'
  /** A page inside an app, or a browser whose permissions are the system's (every one on iOS but Safari). */
  | 'app'
  | 'harmony'
  | 'ios-safari'
  | 'safari'
  | 'chromium'
  | 'firefox'
  | 'firefox-android'
  | 'unknown';

/** What a browser says of itself: `navigator`, or as much of it. */
export type Agent = Pick<Navigator, 'userAgent' | 'maxTouchPoints'>;

/** Apps that do not say `wv`, as Android's own web view does. */
const APPS = /AlipayClient|DingTalk|Lark| QQ\/|Weibo|baiduboxapp|; wv\)/;

/** Tells browsers apart by what they say of themselves, for no more than advice: what is wrong here costs a useless step. */
export function detectBrowser({ userAgent, maxTouchPoints }: Agent): Browser {
  const has = (pattern: RegExp): boolean => pattern.test(userAgent);
  if (has(/MicroMessenger/)) return 'wechat';
  if (has(APPS)) return 'app';
  if (has(/HarmonyOS|ArkWeb/)) return 'harmony';
  // An iPad asks for sites as a Mac does; no Mac has a touch screen.
  if (has(/iPhone|iPad|iPod/) || (has(/Macintosh/) && maxTouchPoints > 1)) {
    return has(/Safari\//) && !has(/(CriOS|FxiOS|EdgiOS|OPiOS|MQQBrowser|UCBrowser)/) ? 'ios-safari' : 'app';
  }
  if (has(/Firefox\//)) return has(/Android/) ? 'firefox-android' : 'firefox';
  if (has(/Chrome\//)) return 'chromium';
  return has(/Macintosh.*Safari\//) ? 'safari' : 'unknown';
}
