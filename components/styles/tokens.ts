import { css } from 'lit';

/**
 * The `--ming-*` tokens a theme may set on any ancestor, and their defaults. Inside, styles read the short `--_*` names only.
 *
 * Light and dark follow the system. Every default pair of text and ground has a contrast of 4.5:1 or better.
 */
export const tokens = css`
  :host {
    color-scheme: var(--ming-color-scheme, light dark);
    --_surface: var(--ming-color-surface, #fff);
    --_sunken: var(--ming-color-sunken, #f4f5f7);
    --_text: var(--ming-color-text, #1c2127);
    --_muted: var(--ming-color-muted, #545d69);
    --_line: var(--ming-color-line, #c9ced6);
    --_accent: var(--ming-color-accent, #0a5694);
    --_warning: var(--ming-color-warning, #a1280b);
    --_font: var(
      --ming-font,
      'PingFang SC',
      'HarmonyOS Sans SC',
      'MiSans',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      system-ui,
      sans-serif
    );
    --_size: var(--ming-font-size, 16px);
    --_space: var(--ming-space, 16px);
    --_radius: var(--ming-radius, 8px);
    --_target: var(--ming-target, 44px);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --_surface: var(--ming-color-surface, #181b20);
      --_sunken: var(--ming-color-sunken, #23272e);
      --_text: var(--ming-color-text, #eceef1);
      --_muted: var(--ming-color-muted, #aab2bd);
      --_line: var(--ming-color-line, #454c57);
      --_accent: var(--ming-color-accent, #82bdf2);
      --_warning: var(--ming-color-warning, #ff9d85);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_text);
    }
  }
`;
