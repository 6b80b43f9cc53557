import { element } from '../element.js';
import { formatMoney, pick } from '../language.js';

/** Stands for a service of another company: nothing of this file is loaded before the person agreed to enter it. */
const words = pick({
  'zh-Hans': {
    title: '旅行意外险试算',
    days: '旅行天数',
    price: (amount) => `参考保费 ${amount}。这是样例，不能投保。`,
    quote: '试算',
  },
  en: {
    title: 'Travel insurance quote',
    days: 'Days of travel',
    price: (amount) => `About ${amount}. This is a sample; nothing can be bought.`,
    quote: 'Quote',
  },
});

export function renderService() {
  const said = element('p', { class: 'said', role: 'status' });
  const days = element('input', {
    type: 'number',
    min: 1,
    max: 90,
    value: 7,
    required: true,
    inputmode: 'numeric',
  });
  const onsubmit = (event) => {
    event.preventDefault();
    said.textContent = words.price(formatMoney(days.valueAsNumber * 1.5));
  };
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, words.title),
    element(
      'form',
      { onsubmit },
      element('label', { class: 'field' }, words.days, days),
      element('button', { class: 'main' }, words.quote),
    ),
    said,
  );
}
