import { defineElement } from '../internal/define-element.js';
import { ConsentGateElement } from './consent-gate.js';

defineElement('ming-consent-gate', ConsentGateElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-consent-gate': ConsentGateElement;
  }
}
