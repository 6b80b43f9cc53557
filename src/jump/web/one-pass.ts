/** How long a confirmed navigation may take to begin, in ms: the browser begins it in a task of its own. */
const BEGINS_WITHIN = 1000;

/** Lets one confirmed navigation through our own nets: once, to one address. */
export class OnePass {
  #href: string | undefined;
  #anySearch = false;
  #given = 0;

  /** With `anySearch` the query may differ: a form that is sent by GET writes it anew. */
  give(href: string, anySearch = false): void {
    this.#href = href;
    this.#anySearch = anySearch;
    this.#given = performance.now();
  }

  /** True where this navigation is the one that was confirmed; the pass is used up then. */
  take(url: URL): boolean {
    const href = this.#href;
    if (href === undefined || performance.now() - this.#given > BEGINS_WITHIN) return false;
    const same = this.#anySearch ? place(url) === place(new URL(href)) : url.href === href;
    if (same) this.#href = undefined;
    return same;
  }
}

const place = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`;
