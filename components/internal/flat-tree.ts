/** The parent in the flat tree: what is drawn around an element, through slots and shadow roots. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** The topmost element at a place of the viewport that takes presses, however deep in shadow trees. */
export function deepestAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const deeper = found?.shadowRoot?.elementFromPoint(x, y);
    if (!deeper || deeper === found) return found;
    found = deeper;
  }
}

/** The element that has the focus, however deep in shadow trees. */
export function deepestFocus(): HTMLElement | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement ? found : null;
}
