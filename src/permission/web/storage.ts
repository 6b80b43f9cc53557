import type { PermissionRequester } from '../port.js';
import { fileRequester, type FileOptions } from './file-requester.js';

/** Lets the person pick files; `accept` defaults to any. No permission: a picker (R-P7), and no right to write. */
export const storageRequester = (options: FileOptions = {}): PermissionRequester<readonly File[]> =>
  fileRequester('storage', options);
