/**
 * Every string shown under `root`, in reading order, through shadow roots and slots; spaces are folded. What is hidden, and
 * what is drawn rather than said, is left out. `onRoot` is told each shadow root on the way.
 */
export function shownStrings(root: Node, onRoot?: (root: ShadowRoot) => void): string[] {
  const strings: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      const words = node.data.replace(/\s+/g, ' ').trim();
      if (words) strings.push(words);
      return;
    }
    if (node instanceof Element && !isSaid(node)) return;
    if (node instanceof Element && node.shadowRoot) onRoot?.(node.shadowRoot);
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return strings;
}

function isSaid(element: Element): boolean {
  const closed = element.parentElement?.matches('details:not([open])') && element.localName !== 'summary';
  return !closed && !element.matches('[hidden], style, script, template, [aria-hidden="true"]');
}

function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes();
  return [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes];
}
