import { defineElement } from '../internal/define-element.js';
import { PolicyReaderElement } from './policy-reader.js';

defineElement('ming-policy-reader', PolicyReaderElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-policy-reader': PolicyReaderElement;
  }
}
