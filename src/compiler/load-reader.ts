import { ConsentError } from '../errors.js';

/** Loads an optional parser; says which package is missing where it cannot be loaded. */
export async function loadReader<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new ConsentError(
      'compiler/reader-missing',
      `This kind of source is read with ${name}, an optional dependency that is not installed; install it, or hand in plain text.`,
      name,
      cause,
    );
  }
}
