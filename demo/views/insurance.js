import { element } from '../element.js';
import { pick } from '../language.js';
import { INSURER } from './partners.js';

const ADDRESS = 'https://service.sample-insurance.example/travel';

const words = pick({
  'zh-Hans': {
    title: '合作方保险服务',
    before: '这项服务由示例保险股份有限公司运营，在手机银行内显示。您同意之前，不加载它的任何内容。',
    open: '进入服务',
    stayed: '没有进入，什么也没有加载。您可以到网点咨询保险业务。',
    about: '试算旅行意外险的保费',
    owner: '以下内容由示例保险股份有限公司提供',
    standIn: '样例里，对方的服务由本站的一个文件代替，没有访问上面的地址。',
    leave: '离开该服务',
  },
  en: {
    title: 'Insurance service',
    before:
      'This service is run by Sample Insurance Co., Ltd. and shown inside this app. Nothing of it is loaded before you agree.',
    open: 'Enter the service',
    stayed: 'You did not enter, and nothing was loaded. You can ask about insurance at a branch.',
    about: 'Works out the price of travel insurance',
    owner: 'What follows is provided by Sample Insurance Co., Ltd.',
    standIn:
      'In this sample, a file of this site stands for the partner’s service; the address above was not visited.',
    leave: 'Leave the service',
  },
});

export const title = words.title;

export function render(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const place = element('div', { class: 'partner' });
  const leave = () => {
    place.replaceChildren(renderEntrance(enter, said));
    said.textContent = '';
  };
  const enter = () => void open(screen, { place, said, leave });
  leave();
  return [place];
}

const renderEntrance = (onclick, said) =>
  element(
    'section',
    { class: 'card' },
    element('p', {}, words.before),
    element('button', { class: 'main', onclick }, words.open),
    said,
  );

/** Another handler's service is a jump that stays on screen (R-J1): it is loaded by the answer, and not before. */
async function open({ engine, signal }, { place, said, leave }) {
  const { decision } = await engine.confirmJump({
    url: ADDRESS,
    kind: 'service',
    ...INSURER,
    about: words.about,
    signal,
    open: (href) => void show(place, href, leave),
  });
  if (decision !== 'granted') said.textContent = words.stayed;
}

async function show(place, href, leave) {
  const { renderService } = await import('../partner/insurance-service.js');
  place.replaceChildren(
    element(
      'section',
      { class: 'card' },
      element('h2', { tabindex: -1 }, words.owner),
      element('p', { class: 'note' }, element('bdi', { dir: 'ltr' }, new URL(href).host)),
      element('p', { class: 'note' }, words.standIn),
      element('button', { onclick: leave }, words.leave),
    ),
    renderService(),
  );
  place.querySelector('h2').focus();
}
