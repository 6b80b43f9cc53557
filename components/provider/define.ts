import { defineElement } from '../internal/define-element.js';
import { ProviderElement } from './provider.js';

defineElement('ming-provider', ProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'ming-provider': ProviderElement;
  }
}
