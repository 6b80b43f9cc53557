/** A name without what two writings of it may differ in: spaces, brackets, case, full-width letters. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}<>"'“”‘’.,·]/g, '');
