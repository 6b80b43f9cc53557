/** `zh-Hans` or `en`, from the address (`?lang=en`): nothing is stored for it. */
export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-Hans';

const root = document.documentElement;

/** Whether type and targets are large: `?text=large`. */
export const isElder = () => root.classList.contains('elder');

/** Makes type and targets large or not, and writes it to the address. */
export function setElder(large) {
  const address = new URL(location.href);
  if (large) address.searchParams.set('text', 'large');
  else address.searchParams.delete('text');
  history.replaceState(null, '', address);
  root.classList.toggle('elder', large);
}

/** The policy in this page's language; `?policy=` names another compiled one. */
const name = new URLSearchParams(location.search).get('policy') ?? `sample-bank.${language}`;

root.lang = language;
root.classList.toggle('elder', new URLSearchParams(location.search).get('text') === 'large');
document.title = language === 'en' ? 'Sample Bank' : '示例银行';
document.querySelector('ming-provider').setAttribute('policy', `/policies/${encodeURIComponent(name)}.json`);

/** The words of this page's language out of `{'zh-Hans': …, en: …}`. */
export const pick = (words) => words[language];

/** This page in the other language, at the same place. */
export function otherLanguage() {
  const address = new URL(location.href);
  if (language === 'en') address.searchParams.delete('lang');
  else address.searchParams.set('lang', 'en');
  return address.href;
}

const money = new Intl.NumberFormat(language === 'en' ? 'en-US' : 'zh-CN', {
  style: 'currency',
  currency: 'CNY',
  currencyDisplay: 'narrowSymbol',
});

/** An amount in yuan, as this language writes it. */
export const formatMoney = (amount) => money.format(amount);
