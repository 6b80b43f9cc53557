import { expect } from '@open-wc/testing';
import { markedClauses } from '../../../dist/components/consent-gate/marked-clauses.js';

/** A policy of one clause per text; `[…]` is marked by the author, `{…}` by a rule. */
function policyOf(...texts) {
  let text = '';
  const clauses = texts.map((marked, index) => {
    const start = text.length;
    const emphasis = [];
    for (const part of marked.split(/(\[.+?\]|\{.+?\})/)) {
      const origin = { '[': 'author', '{': 'rule' }[part[0]];
      const words = origin ? part.slice(1, -1) : part;
      const span = { start: text.length, end: text.length + words.length };
      text += words;
      if (origin) emphasis.push(origin === 'rule' ? { origin, span, rule: 'R-N6' } : { origin, span });
    }
    const clause = { id: `c${index}`, span: { start, end: text.length }, topics: [], emphasis };
    text += '\n';
    return clause;
  });
  return { text, clauses };
}

const wordsOf = (...texts) => markedClauses(policyOf(...texts)).map(({ words }) => words);

describe('the marked clauses of a gate', () => {
  it('leave out what nobody marked, and keep the order of the text', () => {
    expect(wordsOf('甲。', '[乙方应当仔细阅读本协议的全部内容]。', '丙。', '[丁]。').length).to.equal(2);
  });

  it('show the words that were marked, where these tell enough', () => {
    expect(wordsOf('前言。[我们会收集您的人脸信息用于核验身份]。后话。')).to.deep.equal([
      '我们会收集您的人脸信息用于核验身份',
    ]);
  });

  it('show a short mark in its sentence', () => {
    expect(wordsOf('前言。我们处理{人脸信息}，用于登录。')).to.deep.equal(['… 我们处理人脸信息，用于登录。']);
  });

  it('are the author’s where both marked, and name the rule where a rule did', () => {
    const [both, rule] = markedClauses(
      policyOf('[请您仔细阅读并充分理解本条]，{人脸信息}。', '{人脸信息}。'),
    );
    expect([both.origin, both.rule]).to.deep.equal(['author', undefined]);
    expect([rule.origin, rule.rule]).to.deep.equal(['rule', 'R-N6']);
  });

  it('are cut where they are long, between characters, never inside one', () => {
    const [words] = wordsOf(`[${'𠮷'.repeat(200)}]`);
    expect(words).to.equal(`${'𠮷'.repeat(90)}…`);
  });
});
