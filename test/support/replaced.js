/** What was put in the place of something on the page, until `restore`. */
const replaced = [];

/** Puts a property in the way, as a page or an extension does. `property` is a descriptor. */
export const replace = (owner, key, property) => {
  const own = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, { configurable: true, ...property });
  replaced.push(() => (own ? Object.defineProperty(owner, key, own) : delete owner[key]));
};

/** Puts everything back, the last first. */
export const restore = () => {
  for (const undo of replaced.splice(0).reverse()) undo();
};
