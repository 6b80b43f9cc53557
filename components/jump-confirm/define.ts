import { defineElement } from '../internal/define-element.js';
import { JumpConfirmElement } from './jump-confirm.js';

defineElement('ming-jump-confirm', JumpConfirmElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-jump-confirm': JumpConfirmElement;
  }
}
