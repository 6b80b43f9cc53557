/** Firefox opens nothing longer, Chrome nothing twice as long. */
const LONGEST = 2 ** 20;

/**
 * An address as the platform's parser reads it; undefined where it is none. Undefined too where the parser would not read its own
 * writing in the same way: what is shown would not be what is opened.
 */
export const parseAddress = (url: string, base?: unknown): URL | undefined => {
  try {
    const parsed = new URL(url, base as string | undefined);
    const { href } = parsed;
    return href.length < LONGEST && new URL(href).href === href ? parsed : undefined;
  } catch {
    return undefined;
  }
};
