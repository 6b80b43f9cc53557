import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    why: '这些服务要使用您的账户信息。同意隐私政策后即可使用。',
    one: (name) => `“${name}”要使用您的账户信息。同意隐私政策后即可使用。`,
    home: '回到首页',
  },
  en: {
    why: 'These services use your account information. They work once you agree to the privacy policy.',
    one: (name) => `“${name}” uses your account information. It works once you agree to the privacy policy.`,
    home: 'Go to the home page',
  },
});

/** The quiet line under locked functions. */
export const renderHint = () => element('p', { id: 'lock-hint', class: 'note', role: 'status' }, words.why);

/** Says why the function of that name is locked. */
export function explain(name) {
  document.getElementById('lock-hint').textContent = words.one(name);
}

/** In the place of a view that needs consent. */
export const render = () => [
  element(
    'section',
    { class: 'lock' },
    icon('lock'),
    element('p', {}, words.why),
    element('a', { href: '#home' }, words.home),
  ),
];
