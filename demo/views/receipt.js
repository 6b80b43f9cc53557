import { albumRequester } from '/dist/mingshi.js';
import { ask } from '../ask.js';
import { element } from '../element.js';
import { language, pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '上传回单',
    what: '选一张回单的图片，用来核对有争议的交易。系统只把您选中的这一张交给手机银行。',
    choose: '选择图片',
    chosen: '已选中，样例不上传。',
    file: '文件',
    size: '大小',
    noPreview: '这张图片无法预览。',
    preview: '选中的图片',
    notChosen: '没有选择图片。您可以在下方写下交易的日期和金额。',
    byHand: '手动填写',
    day: '交易日期',
    amount: '金额（元）',
    submit: '提交',
    noted: (day, amount) => `已记下 ${day} 的 ${amount} 元。这是样例，没有提交。`,
    permission: {
      purpose: '读取您选中的一张回单图片，用于核对有争议的交易',
      scene: '上传回单的“选择图片”',
      data: '您选中的那一张图片；不读取相册里的其他图片',
      refusal: '不能上传图片，可以手动填写交易的日期和金额',
    },
  },
  en: {
    title: 'Upload a receipt',
    what: 'Choose a picture of the receipt, to check a disputed transaction. The bank gets the one you choose and no other.',
    choose: 'Choose a picture',
    chosen: 'Chosen. The sample sends nothing.',
    file: 'File',
    size: 'Size',
    noPreview: 'This picture cannot be shown.',
    preview: 'The chosen picture',
    notChosen: 'No picture was chosen. You can write down the date and amount below.',
    byHand: 'By hand',
    day: 'Date of the transaction',
    amount: 'Amount (CNY)',
    submit: 'Submit',
    noted: (day, amount) => `Noted: ${amount} yuan on ${day}. This is a sample; nothing was sent.`,
    permission: {
      purpose: 'To read the picture of the receipt you choose, to check a disputed transaction',
      scene: '“Choose a picture” on the receipt page',
      data: 'The one picture you choose; no other picture in your album is read',
      refusal: 'You cannot upload a picture, but you can write down the date and amount',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const chosen = element('div', { class: 'chosen' });
  const onclick = async () => {
    const requester = albumRequester({ accept: 'image/*' });
    const { granted, value } = await ask(screen, 'album', {
      ...words.permission,
      function: 'receipt',
      requester,
    });
    said.textContent = granted ? words.chosen : words.notChosen;
    chosen.replaceChildren(...(granted ? await renderFile(value[0]) : []));
  };
  const button = element('button', { class: 'main', onclick }, words.choose);
  return [
    element('section', { class: 'card' }, element('p', {}, words.what), button, said, chosen),
    element('h2', {}, words.byHand),
    ...renderByHand(),
  ];
}

const sizes = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 1,
});

async function renderFile(file) {
  const line = (label, value) => element('p', {}, element('span', { class: 'note' }, `${label} `), value);
  return [
    line(words.file, file.name),
    line(words.size, sizes.format(file.size / 1024)),
    await renderPreview(file),
  ];
}

/** Drawn, not linked: no address of the file is made, and the page's content security policy stays as strict as it is. */
async function renderPreview(file) {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return element('p', { class: 'note' }, words.noPreview);
  const scale = Math.min(1, 640 / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = element('canvas', { width, height, role: 'img', 'aria-label': words.preview });
  canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
  picture.close();
  return canvas;
}

function renderByHand() {
  const said = element('p', { class: 'result', role: 'status' });
  const onsubmit = (event) => {
    event.preventDefault();
    const { day, amount } = event.target.elements;
    said.textContent = words.noted(day.value, amount.value);
  };
  const field = (label, attributes) =>
    element('label', { class: 'field' }, label, element('input', { required: true, ...attributes }));
  return [
    element(
      'form',
      { onsubmit },
      field(words.day, { name: 'day', type: 'date' }),
      field(words.amount, { name: 'amount', type: 'number', inputmode: 'decimal', min: 0.01, step: 0.01 }),
      element('button', {}, words.submit),
    ),
    said,
  ];
}
