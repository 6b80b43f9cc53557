import { ask } from '../ask.js';
import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';
import { showLive } from '../live-picture.js';

const words = pick({
  'zh-Hans': {
    title: '视频客服',
    what: '先询问相机，再询问麦克风，一次一项。只允许其中一项，也可以沟通。',
    idle: '尚未接通',
    picture: '您的画面',
    start: '开始视频',
    end: '结束视频',
    camera: '相机',
    microphone: '麦克风',
    on: '已打开',
    off: '未使用',
    both: '画面和声音都已打开。样例没有客服人员，画面和声音不会离开您的设备。',
    one: '已打开其中一项。样例没有客服人员，内容不会离开您的设备。',
    neither: '没有使用相机和麦克风。您可以使用下方的文字客服，或者拨打客服电话。',
    ended: '视频已结束，相机和麦克风已关闭。',
    chat: '文字客服',
    message: '您的问题',
    send: '发送',
    reply: '收到。这是样例，没有人会回复；您可以拨打 400-000-0100。',
    cameraAsked: {
      purpose: '视频通话时，让客服人员看到您和您展示的单据',
      scene: '视频客服，第一项：相机',
      data: '相机拍到的画面',
      refusal: '客服人员看不到您，仍可以只用声音或者文字沟通',
    },
    microphoneAsked: {
      purpose: '视频通话时，让客服人员听到您说话',
      scene: '视频客服，第二项：麦克风',
      data: '您说话的声音',
      refusal: '客服人员听不到您，仍可以用画面和文字沟通',
    },
  },
  en: {
    title: 'Video service',
    what: 'The camera is asked for first, then the microphone, one at a time. One of them is enough to talk.',
    idle: 'Not connected yet',
    picture: 'Your picture',
    start: 'Start the video',
    end: 'End the video',
    camera: 'Camera',
    microphone: 'Microphone',
    on: 'on',
    off: 'not used',
    both: 'Picture and sound are on. The sample has no staff; neither leaves your device.',
    one: 'One of them is on. The sample has no staff; nothing leaves your device.',
    neither: 'Neither camera nor microphone is used. You can write below, or call our service line.',
    ended: 'The video has ended; camera and microphone are off.',
    chat: 'Text chat',
    message: 'Your question',
    send: 'Send',
    reply: 'Received. This is a sample and nobody will reply; you can call 400-000-0100.',
    cameraAsked: {
      purpose: 'To let our staff see you and the documents you show in a video call',
      scene: 'Video service, the first of two: the camera',
      data: 'The picture of the camera',
      refusal: 'Our staff cannot see you, but you can talk or write',
    },
    microphoneAsked: {
      purpose: 'To let our staff hear you in a video call',
      scene: 'Video service, the second of two: the microphone',
      data: 'Your voice',
      refusal: 'Our staff cannot hear you, but you can show and write',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const video = element('video', { playsinline: true, hidden: true, 'aria-label': words.picture });
  const said = element('p', { class: 'said', role: 'status' });
  const states = element('ul', { class: 'rows' });
  const call = new Call(screen, { video, said, states });
  return [
    element('p', { class: 'note' }, words.what),
    element('div', { class: 'picture' }, icon('video'), element('p', {}, words.idle), video),
    call.button,
    said,
    states,
    element('h2', {}, words.chat),
    ...renderChat(),
  ];
}

class Call {
  #screen;
  #parts;
  #end;

  constructor(screen, parts) {
    this.#screen = screen;
    this.#parts = parts;
    this.button = element('button', { class: 'main', onclick: () => this.#toggle() }, words.start);
    this.#show();
  }

  #toggle() {
    if (!this.#end) return void this.#start();
    this.#end.abort();
    this.#end = undefined;
    this.#show();
    this.#parts.said.textContent = words.ended;
  }

  /** One permission after the other (R-P3): the second is asked for when the first was answered. */
  async #start() {
    const camera = await ask(this.#screen, 'camera', { ...words.cameraAsked, function: 'video-service' });
    const microphone = await ask(this.#screen, 'microphone', {
      ...words.microphoneAsked,
      function: 'video-service',
    });
    const given = [camera, microphone].filter(({ granted }) => granted);
    if (given.length > 0) this.#connect(camera.value, microphone.value);
    this.#show(camera.granted, microphone.granted);
    this.#parts.said.textContent = [words.neither, words.one, words.both][given.length];
  }

  #connect(picture, sound) {
    this.#end = new AbortController();
    this.#screen.signal.addEventListener('abort', () => this.#end?.abort(), { once: true });
    if (this.#screen.signal.aborted) this.#end.abort();
    if (picture) showLive(this.#parts.video, picture, this.#end.signal);
    if (sound) listen(sound, this.#end.signal);
  }

  #show(camera = false, microphone = false) {
    this.button.textContent = this.#end ? words.end : words.start;
    this.#parts.states.replaceChildren(
      renderState('video', words.camera, camera),
      renderState('microphone', words.microphone, microphone),
    );
  }
}

/** Nobody hears it: the sound is held, and let go. */
function listen(stream, signal) {
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
}

const renderState = (drawing, label, isOn) =>
  element('li', { class: 'row' }, icon(drawing), element('span', {}, label), isOn ? words.on : words.off);

function renderChat() {
  const lines = element('ul', { class: 'chat', role: 'log' });
  const onsubmit = (event) => {
    event.preventDefault();
    const { message } = event.target.elements;
    lines.append(element('li', {}, message.value), element('li', { class: 'note' }, words.reply));
    message.value = '';
  };
  const input = element('input', { name: 'message', required: true, maxlength: 200, autocomplete: 'off' });
  return [
    lines,
    element(
      'form',
      { onsubmit },
      element('label', { class: 'field' }, words.message, input),
      element('button', {}, words.send),
    ),
  ];
}
