import type { TargetKind } from '../model.js';

/** One way out of the page, caught before it was taken. */
export interface Exit {
  readonly url: URL;
  /** What the person pressed, and what holds it (a submitter, its form); empty for what a script did. */
  readonly elements: readonly Element[];
  /** What kind of target it is, where the way out tells. */
  readonly kind?: TargetKind;
  /** True where the page itself goes away. */
  readonly leaves: boolean;
  /** True where the browser writes the query anew: a form. */
  readonly anySearch?: boolean;
  /** Where it leads now; undefined where it leads nowhere any more. */
  readonly current?: () => URL | undefined;
  /** Goes to this very address. Called once at most. */
  readonly go: (href: string) => void;
}

/** The guard, as the nets that catch exits see it. */
export interface ExitDesk {
  readonly view: Window & typeof globalThis;
  /** Ends the nets. */
  readonly signal: AbortSignal;
  /** Hears these events on their way down, until the signal. */
  listen(target: EventTarget, types: readonly string[], listener: (event: Event) => void): void;
  /** True where a target is asked about. */
  asks(url: URL, elements: readonly Element[]): boolean;
  /** Asks the person, and goes there once they agreed. */
  ask(exit: Exit): void;
  /** True for the navigation that the person has just confirmed. */
  isConfirmed(url: URL): boolean;
}

/** An attribute, past what a form's fields may be called (`<input name="getAttribute">`). */
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** The first of these elements that has the attribute says it. */
export const firstAttribute = (elements: readonly Element[], name: string): string | undefined =>
  elements.map((element) => attributeOf(element, name)).find((value) => value !== null) ?? undefined;

/** An address as the browser's own parser reads it; undefined where it is none. */
export function parse(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** False for an event that the page handled itself, or that cannot be held back. */
export const canHold = (event: Event): boolean => event.cancelable && !event.defaultPrevented;
