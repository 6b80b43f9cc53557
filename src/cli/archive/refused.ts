import { Failure, reasonOf } from '../failure.js';

/** The system's code for why it refused; empty for what is no such error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A file system that cannot name one file twice, such as that of a USB stick. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** The failure to write to an archive, in a sentence. */
export function refused(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const linking = error instanceof Error && 'syscall' in error && error.syscall === 'link';
  const reason =
    linking && NO_LINKS.includes(codeOf(error))
      ? 'this file system has no hard links, which an archive needs to write nothing twice'
      : reasonOf(error);
  return new Failure(`${path} cannot be written: ${reason}.`);
}
