import { element } from '../element.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '公告',
    notices: [
      [
        '2026-11-16',
        '系统升级安排',
        '11月29日 01:00 至 04:00 系统升级，期间转账和缴费暂停，网点查询和利率计算不受影响。',
      ],
      ['2026-11-09', '冬季营业时间调整', '自12月1日起，各社区支行周末营业时间调整为 09:30 至 16:30。'],
      [
        '2026-10-28',
        '防范冒充客服诈骗',
        '本行工作人员不会索要短信验证码，也不会要求您共享屏幕。如有疑问，请拨打 400-000-0100。',
      ],
      ['2026-10-12', '存款利率公示', '人民币存款年利率已在“利率计算”中更新，您可以随时查看。'],
    ],
  },
  en: {
    title: 'Notices',
    notices: [
      [
        '2026-11-16',
        'Planned maintenance',
        'On 29 November from 01:00 to 04:00 transfers and bill payments pause; branches and rates stay available.',
      ],
      [
        '2026-11-09',
        'Winter hours',
        'From 1 December, community branches open at weekends from 09:30 to 16:30.',
      ],
      [
        '2026-10-28',
        'Beware of false service calls',
        'Our staff never ask for SMS codes or for your screen to be shared. If in doubt, call 400-000-0100.',
      ],
      [
        '2026-10-12',
        'Deposit rates published',
        'The yearly deposit rates in the rate calculator are up to date.',
      ],
    ],
  },
});

export const title = words.title;

export const render = () => words.notices.map(renderNotice);

function renderNotice([day, heading, text], index) {
  return element(
    'details',
    { class: 'notice', open: index === 0 },
    element('summary', {}, element('span', {}, heading), element('time', { datetime: day }, day)),
    element('p', {}, text),
  );
}
