/** What a look-up gives; undefined where it throws, as a getter does that a page or an extension put in the way. */
export const lookUp = <T>(look: () => T): T | undefined => {
  try {
    return look();
  } catch {
    return undefined;
  }
};
