import { defineElement } from '../internal/define-element.js';
import { PolicySummaryElement } from './policy-summary.js';

defineElement('ming-policy-summary', PolicySummaryElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-policy-summary': PolicySummaryElement;
  }
}
