/** What stands in a template, while it may be on the page: right after the template. */
export class GrantedContent {
  readonly #template: HTMLTemplateElement;
  #nodes: readonly ChildNode[] = [];
  #shown = false;

  constructor(template: HTMLTemplateElement) {
    this.#template = template;
  }

  /** Puts a copy of the content in, or takes it out; again the same changes nothing. */
  show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown) this.#insert();
    else this.#nodes.forEach((node) => node.remove());
  }

  #insert(): void {
    const copy = this.#template.ownerDocument.importNode(this.#template.content, true);
    this.#nodes = [...copy.childNodes];
    this.#template.after(copy);
  }
}
