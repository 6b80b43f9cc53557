import { findBrowsers } from './browsers.mjs';
import { openAssistiveSession } from './at-spi/assistive-session.mjs';

/** The functions of the test page that ask, by their buttons. */
const FUNCTIONS = {
  camera: '扫一扫',
  clipboard: '粘贴账号',
  location: '附近网点',
  notifications: '消息提醒',
  bluetooth: '连接蓝牙盾',
  jump: '合作机构',
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a person takes to read and press, at the least: a refusal that comes sooner counts as the browser's own. */
const READING = 400;

/** Longer than the second in which Firefox ignores a press on its “Paste”. */
const IGNORED = 1500;

const isFault = ({ type }) => type === 'error' || type === 'violation';

/**
 * The test page in a headed browser, the general policy agreed to by a press, every press a screen reader's. What the page
 * told is read from the server.
 */
export async function openPermissionSession({ engine, server, camera = true }) {
  const browsers = await findBrowsers([engine], { headed: true });
  const url = `${server.origin}/bank.html?policy=/policies/traps.json`;
  server.reports.length = 0;
  const session = openAssistiveSession({ engine, binary: browsers[engine], url, camera });

  const faults = [];
  const told = (type) => server.reportThat((report) => report.type === type);

  try {
    await session.press('同意');
    await told('agreed');
  } catch (error) {
    await session.close();
    throw error;
  }

  return {
    ...session,
    /** Presses the button of a function; what was told before is put away. */
    async start(kind) {
      faults.push(...server.reports.filter(isFault));
      server.reports.length = 0;
      await session.press(FUNCTIONS[kind]);
    },
    agree: () => session.press('同意'),
    refuse: () => session.press('不同意'),
    closeResult: () => session.press('关闭'),
    outcome: () => told('outcome'),
    /**
     * Presses a button of the browser's own prompt, `within` what has this name, and resolves with what came of it. Browsers
     * ignore what is pressed in a prompt's first moments, and Firefox starts them anew: it is pressed again.
     */
    async answer(name, within = '') {
      await session.ready(name, { within });
      await pause(READING);
      let outcome;
      const coming = told('outcome').then((report) => (outcome = report));
      while (!outcome) {
        // Where it was pressed, and what came of it is still on its way, there is nothing left to press.
        await session.press(name, { within, seconds: 1 }).catch(() => undefined);
        await Promise.race([coming, pause(IGNORED)]);
      }
      return outcome;
    },
    /** The words of the purpose on screen, when a screen reader finds it there too. */
    async banner() {
      const { words } = await server.reportThat(({ type, shown }) => type === 'banner' && shown);
      await session.ready('停止等待');
      return words;
    },
    bannerGone: () => server.reportThat(({ type, shown }) => type === 'banner' && !shown),
    /** How the purpose came (true) and went (false) since the function was started. */
    bannerSoFar: () => server.reports.filter(({ type }) => type === 'banner').map(({ shown }) => shown),
    /** What went wrong on the page. */
    faults: () => [...faults, ...server.reports.filter(isFault)],
  };
}
