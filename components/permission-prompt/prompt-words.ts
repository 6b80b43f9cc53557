import type { PermissionQuestion } from '../../src/permission/model.js';
import { msg, str } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';

/** What is asked for, over the question and over the banner that follows it. */
export const titleWords = ({ kind }: PermissionQuestion): string =>
  msg(str`Permission asked for: ${permissionWords(kind)}`, { id: 'permission-prompt.title' });

/** The purpose, the app's words (R-P2). */
export const purposeWords = ({ words }: PermissionQuestion): string =>
  msg(str`What for: ${words.purpose}`, { id: 'permission-prompt.purpose' });
