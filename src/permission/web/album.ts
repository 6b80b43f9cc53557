import type { PermissionRequester } from '../port.js';
import { fileRequester, type FileOptions } from './file-requester.js';

/** Lets the person pick pictures and videos; `accept` defaults to both. No permission: a picker (R-P7). */
export const albumRequester = (options: FileOptions = {}): PermissionRequester<readonly File[]> =>
  fileRequester('album', { accept: 'image/*,video/*', ...options });
