import { expect } from '@open-wc/testing';
import { findWords } from '../../../dist/components/policy-reader/find-words.js';

const found = (text, query) => findWords(text, query).map(({ start, end }) => text.slice(start, end));

describe('search in a text', () => {
  it('makes no difference of case, width and look-alike radicals', () => {
    expect(found('SDK sdk ＳＤＫ', 'Sdk')).to.deep.equal(['SDK', 'sdk', 'ＳＤＫ']);
    expect(found('使⽤风险，使用⻛险', '使用风险')).to.deep.equal(['使⽤风险', '使用⻛险']);
  });

  it('looks past spaces and line ends that a layout left between Chinese characters', () => {
    expect(found('您可以 撤\n回同 意。', '撤回同意')).to.deep.equal(['撤\n回同 意']);
  });

  it('keeps the spaces between Latin words', () => {
    expect(found('with draw, withdraw', 'withdraw')).to.deep.equal(['withdraw']);
    expect(found('face  data', 'face data')).to.deep.equal(['face  data']);
  });

  it('takes every sign as itself', () => {
    for (const query of ['.*', '(a|b)', '[x]', 'a{2}', '^$', '\\d', 'a-b', '/']) {
      expect(found(`… ${query} …`, query)).to.deep.equal([query]);
    }
  });

  it('finds nothing for an empty query', () => {
    expect(findWords('text', '  ')).to.deep.equal([]);
  });

  it('gives places in a text with characters outside the basic plane', () => {
    expect(found('𠮷野家 𠮷', '𠮷')).to.deep.equal(['𠮷', '𠮷']);
  });
});
