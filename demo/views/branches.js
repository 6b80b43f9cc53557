import { element } from '../element.js';
import { language, pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '网点查询',
    search: '按名称、区县或业务查找',
    note: '手动查找，不使用您的位置。',
    found: (count) => `共 ${count} 个网点`,
    hours: '营业时间',
    services: '业务',
  },
  en: {
    title: 'Branches',
    search: 'Search by name, district or service',
    note: 'Searched by hand: your location is not used.',
    found: (count) => `${count} branches`,
    hours: 'Hours',
    services: 'Services',
  },
});

const BRANCHES = [
  branch(
    ['总行营业部', 'Head Office'],
    ['示例区示例大道100号', '100 Sample Avenue, Sample District'],
    '09:00–17:30',
    ['个人', '对公', '外币', '保管箱'],
    ['personal', 'corporate', 'foreign currency', 'safe deposit'],
  ),
  branch(
    ['示例湖支行', 'Sample Lake'],
    ['示例区湖滨路18号', '18 Lakeside Road, Sample District'],
    '09:00–17:00',
    ['个人', '外币'],
    ['personal', 'foreign currency'],
  ),
  branch(
    ['新城支行', 'New Town'],
    ['新城区样板街66号', '66 Pattern Street, New Town District'],
    '09:00–17:00',
    ['个人', '对公'],
    ['personal', 'corporate'],
  ),
  branch(
    ['东门社区支行', 'East Gate Community'],
    ['东门区平安里3号', "3 Ping'an Lane, East Gate District"],
    '09:00–20:00',
    ['个人', '老年专窗'],
    ['personal', 'senior counter'],
  ),
  branch(
    ['大学城支行', 'University Town'],
    ['学府区书香路201号', '201 Book Road, Academy District'],
    '09:00–17:00',
    ['个人', '助学贷款'],
    ['personal', 'student loans'],
  ),
  branch(
    ['高铁站自助银行', 'Railway Station Self-service'],
    ['站前区广场北侧', 'North side of the square, Station District'],
    '00:00–24:00',
    ['自助存取款'],
    ['self-service cash'],
  ),
];

function branch(name, address, hours, chinese, english) {
  const index = language === 'en' ? 1 : 0;
  return {
    name: name[index],
    address: address[index],
    hours,
    services: (index ? english : chinese).join(index ? ', ' : '、'),
  };
}

export const title = words.title;

export function render() {
  const list = element('ul', { class: 'cards' });
  const count = element('p', { class: 'note', role: 'status' });
  const show = (wanted) => {
    const found = BRANCHES.filter((one) => Object.values(one).join(' ').toLowerCase().includes(wanted));
    list.replaceChildren(...found.map(renderBranch));
    count.textContent = words.found(found.length);
  };
  const oninput = (event) => show(event.target.value.trim().toLowerCase());
  show('');
  return [
    element('label', { class: 'field' }, words.search, element('input', { type: 'search', oninput })),
    element('p', { class: 'note' }, words.note),
    count,
    list,
  ];
}

function renderBranch({ name, address, hours, services }) {
  return element(
    'li',
    {},
    element('h2', {}, name),
    element('p', {}, address),
    element('p', { class: 'note' }, `${words.hours} ${hours}`),
    element('p', { class: 'note' }, `${words.services} ${services}`),
  );
}
