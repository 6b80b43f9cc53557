import { defineElement } from '../internal/define-element.js';
import { PermissionPromptElement } from './permission-prompt.js';

defineElement('ming-permission-prompt', PermissionPromptElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-permission-prompt': PermissionPromptElement;
  }
}
