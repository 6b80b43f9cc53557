import { hasMethods } from '../own.js';
import type { PolicyArchive } from './archive.js';

/** True for an object with every method of the port. */
export const isPolicyArchive = (value: unknown): value is PolicyArchive =>
  hasMethods(value, ['put', 'get', 'at']);
