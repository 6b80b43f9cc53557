import { element } from '../element.js';
import { pick } from '../language.js';

export const title = pick({ 'zh-Hans': '隐私与授权', en: 'Privacy & authorisation' });

export const render = () => [element('ming-privacy-center')];
