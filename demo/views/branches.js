import { ask } from '../ask.js';
import { element } from '../element.js';
import { icon } from '../icon.js';
import { language, pick } from '../language.js';
import { BRANCHES } from './sample-branches.js';

const words = pick({
  'zh-Hans': {
    title: '网点查询',
    search: '按名称、区县或业务查找',
    note: '手动查找，不使用您的位置。',
    nearby: '附近网点',
    locked: '“附近网点”要使用您的位置，同意隐私政策后可用。手动查找不受影响。',
    sorted: '已按与您的距离排列；您的位置没有保存。',
    unsorted: '没有使用您的位置。您可以按名称、区县手动查找，仍能看到全部网点。',
    far: (kilometres) => `距您 ${kilometres} 公里`,
    permission: {
      purpose: '按距离排列网点',
      scene: '网点查询的“附近网点”',
      data: '您现在的位置；排列完成后立即删除',
      refusal: '不能按距离排列，可以手动查找全部网点',
    },
    found: (count) => `共 ${count} 个网点`,
    hours: '营业时间',
    services: '业务',
  },
  en: {
    title: 'Branches',
    search: 'Search by name, district or service',
    note: 'Searched by hand: your location is not used.',
    nearby: 'Nearby branches',
    locked:
      '“Nearby branches” uses your location and works once you agree to the privacy policy. You can search by hand.',
    sorted: 'Sorted by distance. Your location was not kept.',
    unsorted: 'Your location is not used. You can search by name or district and find every branch.',
    far: (kilometres) => `${kilometres} km away`,
    permission: {
      purpose: 'To sort branches by distance',
      scene: '“Nearby branches” on the branches page',
      data: 'Where you are now; deleted as soon as they are sorted',
      refusal: 'Branches cannot be sorted by distance, but you can find every one by hand',
    },
    found: (count) => `${count} branches`,
    hours: 'Hours',
    services: 'Services',
  },
});

export const title = words.title;

export function render(screen) {
  const list = element('ul', { class: 'cards' });
  const count = element('p', { class: 'note', role: 'status' });
  const search = element('input', { type: 'search', oninput: () => show() });
  let here;
  const show = () => {
    const found = sort(find(search.value.trim().toLowerCase()), here);
    list.replaceChildren(...found.map(renderBranch));
    count.textContent = words.found(found.length);
  };
  show();
  return [
    element('label', { class: 'field' }, words.search, search),
    ...renderNearby(screen, (position) => {
      here = position;
      show();
    }),
    count,
    list,
  ];
}

/** The location is asked for by the tap alone, and not before the general consent (R-C1). */
function renderNearby(screen, locate) {
  const note = element('p', { class: 'note', role: 'status' }, words.note);
  const onclick = async () => {
    if (!screen.granted) return void (note.textContent = words.locked);
    const { granted, value } = await ask(screen, 'location', {
      ...words.permission,
      function: 'nearby-branches',
    });
    note.textContent = granted ? words.sorted : words.unsorted;
    if (granted) locate(value.coords);
  };
  const drawing = icon(screen.granted ? 'pin' : 'lock');
  return [element('button', { class: 'aside', onclick }, drawing, words.nearby), note];
}

const text = ({ name, address, hours, services }) => [name, address, hours, services].join(' ').toLowerCase();

const find = (wanted) => BRANCHES.filter((branch) => text(branch).includes(wanted));

const sort = (branches, here) => {
  if (!here) return branches;
  const far = branches.map((branch) => ({ ...branch, kilometres: distance(here, branch.place) }));
  return far.sort((one, other) => one.kilometres - other.kilometres);
};

/** Along the surface of the earth, in kilometres (haversine). */
function distance({ latitude, longitude }, [north, east]) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const cosines = Math.cos(radians(latitude)) * Math.cos(radians(north));
  return 12742 * Math.asin(Math.sqrt(half(latitude, north) + cosines * half(longitude, east)));
}

const length = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN', { maximumSignificantDigits: 2 });

function renderBranch({ name, address, hours, services, kilometres }) {
  return element(
    'li',
    {},
    element('h2', {}, name),
    kilometres === undefined ? undefined : element('p', {}, words.far(length.format(kilometres))),
    element('p', {}, address),
    element('p', { class: 'note' }, `${words.hours} ${hours}`),
    element('p', { class: 'note' }, `${words.services} ${services}`),
  );
}
