/** Builds a page from the query: `policy`, `storage`, `locale`, and `with` (centre, reader, summary). */
const query = new URLSearchParams(location.search);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const provider = element(
  'ming-provider',
  { policy: query.get('policy'), storage: query.get('storage') ?? 'indexeddb', locale: query.get('locale') },
  element('ming-consent-gate'),
);
if (query.get('with') === 'centre') provider.append(element('ming-privacy-center'));
if (query.get('with') === 'two-gates') provider.append(element('ming-consent-gate'));

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(
    `${event.violatedDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
  ),
);
window.answers = [];
document.addEventListener('ming-answered', ({ event }) => window.answers.push(event));
window.codes = [];
document.addEventListener('ming-error', ({ error }) => window.codes.push(error.code));

document.body.append(
  element(
    'main',
    {},
    element('h1', {}, document.createTextNode('示例')),
    element('button', { id: 'before' }, document.createTextNode('before')),
    provider,
  ),
);
window.mingshi = await import('/dist/mingshi.js');
