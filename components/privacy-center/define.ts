import { defineElement } from '../internal/define-element.js';
import { PrivacyCenterElement } from './privacy-center.js';

defineElement('ming-privacy-center', PrivacyCenterElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-privacy-center': PrivacyCenterElement;
  }
}
