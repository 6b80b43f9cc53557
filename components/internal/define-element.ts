const warned = new Set<string>();

/** Defines an element unless its tag is taken; a tag held by another class (another version of this library) warns once. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const holder = customElements.get(tag);
  if (!holder) customElements.define(tag, element);
  else if (holder !== element && !warned.has(tag)) {
    warned.add(tag);
    console.warn(`mingshi: element/tag-taken: <${tag}> is already defined by another class; that one stays.`);
  }
}
