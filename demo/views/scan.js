import { ask } from '../ask.js';
import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';
import { showLive } from '../live-picture.js';

const words = pick({
  'zh-Hans': {
    title: '扫一扫',
    idle: '相机未打开',
    picture: '相机的实时画面',
    open: '打开相机',
    close: '关闭相机',
    running: '相机已打开。样例只显示画面，不识别二维码；离开本页，相机即关闭。',
    closed: '相机已关闭。',
    refused: '没有使用相机。您可以在下方手动输入收款码的编号。',
    byHand: '手动输入',
    number: '收款码下方的编号',
    next: '下一步',
    checked: (number) => `已核对编号 ${number}。这是样例，没有付款。`,
    permission: {
      purpose: '扫描二维码',
      scene: '扫一扫',
      data: '相机拍到的画面；只在您的设备上使用，不上传、不保存',
      refusal: '不能扫码，可以手动输入收款码的编号',
    },
  },
  en: {
    title: 'Scanner',
    idle: 'The camera is off',
    picture: 'Live picture of the camera',
    open: 'Turn on the camera',
    close: 'Turn off the camera',
    running:
      'The camera is on. This sample shows the picture only and reads no code. It is turned off when you leave.',
    closed: 'The camera is off.',
    refused: 'The camera is not used. You can type the number of the code below.',
    byHand: 'By hand',
    number: 'Number below the code',
    next: 'Next',
    checked: (number) => `Checked number ${number}. This is a sample; nothing was paid.`,
    permission: {
      purpose: 'To scan a QR code',
      scene: 'The scanner',
      data: 'The picture of the camera; used on your device only, neither sent nor kept',
      refusal: 'You cannot scan a code, but you can type its number',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const video = element('video', { playsinline: true, hidden: true, 'aria-label': words.picture });
  const said = element('p', { class: 'result', role: 'status' });
  const camera = new Camera(screen, video, said);
  // The tap on the entry started the function; what follows a reload did not.
  if (screen.started) void camera.open();
  return [
    element('div', { class: 'picture' }, icon('scan'), element('p', {}, words.idle), video),
    camera.button,
    said,
    ...renderByHand(),
  ];
}

class Camera {
  #screen;
  #video;
  #said;
  #stop;

  constructor(screen, video, said) {
    this.#screen = screen;
    this.#video = video;
    this.#said = said;
    this.button = element('button', { class: 'main', onclick: () => this.#toggle() }, words.open);
  }

  async open() {
    const { granted, value } = await ask(this.#screen, 'camera', { ...words.permission, function: 'scan' });
    if (!granted) return void (this.#said.textContent = words.refused);
    this.#stop = showLive(this.#video, value, this.#screen.signal);
    this.#say(words.running, words.close);
  }

  #toggle() {
    if (!this.#stop) return void this.open();
    this.#stop();
    this.#stop = undefined;
    this.#say(words.closed, words.open);
  }

  #say(state, next) {
    this.#said.textContent = state;
    this.button.textContent = next;
  }
}

function renderByHand() {
  const said = element('p', { class: 'result', role: 'status' });
  const onsubmit = (event) => {
    event.preventDefault();
    said.textContent = words.checked(event.target.elements.number.value);
  };
  const number = {
    name: 'number',
    inputmode: 'numeric',
    pattern: '[0-9]{6,18}',
    required: true,
    autocomplete: 'off',
  };
  return [
    element('h2', {}, words.byHand),
    element(
      'form',
      { onsubmit },
      element('label', { class: 'field' }, words.number, element('input', number)),
      element('button', {}, words.next),
    ),
    said,
  ];
}
