/**
 * Makes an element. `on…` attributes are listeners, `true` a bare attribute, `false` and `undefined` none. Children are
 * nodes or text; text is never read as markup.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}
