import type { PolicyKind } from '../../policy/model.js';
import type { RichLink } from './rich-text.js';

/** A document a dialog links to. */
export interface LinkedDocument {
  readonly title: string;
  /** As the file has it: a web address, or a path in the app. */
  readonly url: string;
  /** By its title; absent where that does not tell. */
  readonly kind?: PolicyKind;
}

const KINDS: readonly (readonly [RegExp, PolicyKind])[] = [
  [/儿童|未成年|child|minor/i, 'children-policy'],
  [/第三方|SDK|third.part/i, 'sdk-list'],
  [/清单|\blist\b/i, 'info-list'],
  [/隐私|个人信息|privacy/i, 'privacy-policy'],
  [/授权|authori[sz]ation/i, 'authorization'],
  [/协议|条款|agreement|terms/i, 'user-agreement'],
];

/** The documents behind links, each once; links that lead nowhere are left out. */
export function linkedDocuments(links: readonly RichLink[]): readonly LinkedDocument[] {
  const documents = new Map<string, LinkedDocument>();
  for (const { words, href } of links) {
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
    const key = `${href} ${words}`;
    if (href !== '')
      documents.set(key, { title: words.replace(/[《》]/g, ''), url: href, ...(kind && { kind }) });
  }
  return [...documents.values()];
}
