import { html, type TemplateResult } from 'lit';
import type { PermissionQuestion } from '../../src/permission/model.js';
import { msg, str } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import { plainWords } from '../internal/plain-words.js';

/** What is asked for, over the question and over the banner that follows it. */
export const titleWords = ({ kind }: PermissionQuestion): string =>
  msg(str`Permission asked for: ${permissionWords(kind)}`, { id: 'permission-prompt.title' });

/** The purpose, the app's words (R-P2). */
export const renderPurpose = ({ words }: PermissionQuestion): TemplateResult =>
  msg(html`What for: <bdi>${plainWords(words.purpose)}</bdi>`, { id: 'permission-prompt.purpose' });
