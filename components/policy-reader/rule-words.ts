import { msg } from '../internal/localize.js';

/** Why a rule marks words, in the reader's language. A rule without words of its own gets general ones. */
export function ruleWords(rule: string): string {
  const words = new Map([
    ['R-N5', msg('your rights and their limits', { id: 'rule.R-N5' })],
    ['R-N6', msg('sensitive personal information', { id: 'rule.R-N6' })],
    ['R-N7', msg('data goes to a third party', { id: 'rule.R-N7' })],
    ['R-N8', msg('the policy may change', { id: 'rule.R-N8' })],
    ['R-C5', msg('what refusing means', { id: 'rule.R-C5' })],
    ['R-C7', msg('needs your separate consent', { id: 'rule.R-C7' })],
    ['R-C8', msg('data leaves the country', { id: 'rule.R-C8' })],
    ['R-C9', msg('face or other biometric data', { id: 'rule.R-C9' })],
    ['R-C10', msg('children under 14', { id: 'rule.R-C10' })],
    ['R-C11', msg('how to withdraw, and its effect', { id: 'rule.R-C11' })],
    ['R-C12', msg('personalised content', { id: 'rule.R-C12' })],
  ]);
  return words.get(rule) ?? msg('of weight for your rights', { id: 'rule.other' });
}
