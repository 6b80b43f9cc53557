import { element } from '../element.js';
import { pick } from '../language.js';

/** Where this page belongs: the element below brings its own heading. */
export const title = pick({ 'zh-Hans': '我的', en: 'Me' });

export const render = () => [element('ming-privacy-center')];
