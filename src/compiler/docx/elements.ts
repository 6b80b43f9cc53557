import type { XmlElement } from './xml.js';

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The elements among the children. */
export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  element ? element.children.filter(isElement) : [];

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

/** `w:val` of a child, as most properties of WordprocessingML have it. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

export function wholeNumber(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

/** An on/off property (ECMA-376 17.17.4): present without a value is on. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '1');

/** Of alternatives (ECMA-376 part 3, 7.5) one is read: the first choice, or the fallback where there is none. */
export const chosenOf = (alternatives: XmlElement): XmlElement | undefined =>
  childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback');

/** All words under an element. */
export function wordsUnder(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? wordsUnder(node) : node)).join('');
}
