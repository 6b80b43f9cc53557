import { html, type TemplateResult } from 'lit';
import type { PermissionQuestion } from '../../src/permission/model.js';
import { getLocale, msg } from '../internal/localize.js';
import { renderPurpose, titleWords } from './prompt-words.js';

/** What the permission is for, beside the system's own prompt (R-P2), or while the device takes long. */
export function renderBanner(permission: PermissionQuestion, stop: () => void): TemplateResult {
  return html`<div class="banner" popover="manual" lang=${getLocale()}>
    <div>
      <p>${titleWords(permission)}</p>
      <p><b>${renderPurpose(permission)}</b></p>
      <p class="muted">
        ${
          permission.systemOpen
            ? msg('Please answer what the browser or the system asks.', { id: 'permission-prompt.system' })
            : msg('Still waiting for the device or the system.', { id: 'permission-prompt.slow' })
        }
      </p>
    </div>
    <button type="button" @click=${stop}>${msg('Stop waiting', { id: 'permission-prompt.stop' })}</button>
  </div>`;
}

/** Puts the banner above everything on the page, where the browser has a way; the focus stays where it is. */
export function showBanner(banner: HTMLElement | null): void {
  if (banner?.isConnected && 'showPopover' in banner && !banner.matches(':popover-open'))
    banner.showPopover();
}
