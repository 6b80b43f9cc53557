import { expect } from '@open-wc/testing';
import { defineElement } from '../../../dist/components/internal/define-element.js';

describe('a tag', () => {
  it('that another class holds stays as it is, with one warning', () => {
    const first = class extends HTMLElement {};
    const second = class extends HTMLElement {};
    const warnings = [];
    const { warn } = console;
    console.warn = (...words) => warnings.push(words.join(' '));
    try {
      defineElement('ming-test-tag', first);
      defineElement('ming-test-tag', first);
      defineElement('ming-test-tag', second);
      defineElement('ming-test-tag', second);
    } finally {
      console.warn = warn;
    }
    expect(customElements.get('ming-test-tag')).to.equal(first);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('element/tag-taken');
  });
});
