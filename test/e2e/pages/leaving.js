import { guardLinks } from '/dist/mingshi.js';

const partner = new URLSearchParams(location.search).get('partner');
const $ = (id) => document.getElementById(id);

$('here').href = `${partner}/here?a=1#b`;
$('new').href = `${partner}/new`;
$('file').href = '/leaving.js';
document.forms[0].action = `${partner}/form`;
$('script').onclick = () => (location.href = `${partner}/stay`);
$('submit').onclick = () => document.forms[0].submit();
$('popup').onclick = () => (window.given = window.open(`${partner}/popup`));

await customElements.whenDefined('ming-provider');
const provider = document.querySelector('ming-provider');
while (!provider.engine) await new Promise((resolve) => setTimeout(resolve, 20));
await provider.engine.ready;
guardLinks(document, {
  engine: provider.engine,
  layers: ['links', 'forms', 'navigation', 'windows'],
  // Where information goes along, a destination is not remembered: nothing goes along to the new window.
  describe: (element) => ({
    name: '示例保险',
    operator: '示例保险股份有限公司',
    ...(element?.id !== 'new' && { data: '手机号' }),
  }),
});
window.guarded = true;
