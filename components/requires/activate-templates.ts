import type { ConsentEngine } from '../../src/engine-contract.js';
import type { ConsentError } from '../../src/errors.js';
import { ConsentErrorEvent } from '../events.js';
import { GrantedContent } from './granted-content.js';
import { Grants, type Requesters } from './grants.js';
import { readRequirement } from './read-requirement.js';

export interface ActivateOptions {
  /** Those `createConsent` was given: they say whether the system still allows a permission. Default: the browser. */
  readonly requesters?: Requesters;
}

/**
 * Shows each `<template data-ming-requires="camera">` under `root` once all that it requires is granted: a copy of its content
 * stands right after it, and its scripts run then, as the page's content security policy lets them. The value names one or more,
 * separated by spaces: `<kind>` or `<kind>:<function>` of a permission, as `askPermission` was given them, or the id of a declared
 * policy. A permission granted on another day, or before this was called, counts only where the system says that it still is;
 * else after the next grant. It asks for nothing by itself.
 *
 * When a grant is withdrawn or refused the copy goes; so it does when a permission is taken back in the settings, refused there or
 * reset, as soon as the browser says so or the person comes back to the page (Safari only says so then). Where the system does
 * not say how a permission stands, what it granted on this page counts until it is withdrawn. Scripts that ran cannot be undone:
 * what they started they must stop themselves (`ming-withdrawn`). Templates that come later are seen; those inside another
 * `<ming-provider>` are left to it. For a value nobody knows the template dispatches `ming-error` with `requires/unknown`, and
 * shows nothing.
 *
 * Returns the function that ends it and takes the copies away. `<ming-provider>` calls this for what is inside it.
 */
export function activateTemplates(
  root: ParentNode & Node,
  engine: ConsentEngine,
  { requesters = {} }: ActivateOptions = {},
): () => void {
  const templates = new RequiringTemplates(root, engine, requesters);
  return () => templates.end();
}

const SELECTOR = 'template[data-ming-requires]';

/** Templates that somebody shows already: two calls for one tree show one copy. */
const taken = new WeakSet<HTMLTemplateElement>();

interface Entry {
  readonly value: string;
  readonly ids: readonly string[];
  readonly content: GrantedContent;
}

class RequiringTemplates {
  readonly #root: ParentNode & Node;
  readonly #engine: ConsentEngine;
  readonly #grants: Grants;
  readonly #entries = new Map<HTMLTemplateElement, Entry>();
  readonly #observer = new MutationObserver((records) => this.#onMutations(records));

  constructor(root: ParentNode & Node, engine: ConsentEngine, requesters: Requesters) {
    this.#root = root;
    this.#engine = engine;
    this.#grants = new Grants(engine, requesters, () => this.#update());
    this.#observer.observe(root, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-ming-requires'],
    });
    this.#find();
  }

  end(): void {
    this.#observer.disconnect();
    this.#grants.end();
    for (const template of this.#entries.keys()) this.#leave(template);
  }

  #find(): void {
    for (const template of this.#root.querySelectorAll<HTMLTemplateElement>(SELECTOR)) {
      if (!taken.has(template) && this.#isOurs(template)) this.#take(template);
    }
    this.#update();
  }

  /** Another provider between the root and a template has an engine of its own. */
  #isOurs({ parentElement }: HTMLTemplateElement): boolean {
    const provider = parentElement?.closest('ming-provider');
    return !provider || provider === this.#root || !this.#root.contains(provider);
  }

  #take(template: HTMLTemplateElement): void {
    taken.add(template);
    const value = template.dataset['mingRequires'] ?? '';
    const ids = this.#read(template, value);
    this.#entries.set(template, { value, ids, content: new GrantedContent(template) });
  }

  /** No ids where the value cannot be read: then nothing is ever granted. */
  #read(template: HTMLTemplateElement, value: string): readonly string[] {
    try {
      return readRequirement(value, this.#engine);
    } catch (error) {
      template.dispatchEvent(new ConsentErrorEvent(error as ConsentError));
      return [];
    }
  }

  #leave(template: HTMLTemplateElement): void {
    this.#entries.get(template)?.content.show(false);
    this.#entries.delete(template);
    taken.delete(template);
  }

  #update(): void {
    for (const { ids, content } of this.#entries.values()) {
      content.show(ids.length > 0 && ids.every((id) => this.#grants.has(id)));
    }
  }

  /** A template that moved shows its content at its new place. */
  #onMutations(records: readonly MutationRecord[]): void {
    const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
    for (const [template, { value }] of this.#entries) {
      const isGone = removed.some((node) => node.contains(template)) || !this.#root.contains(template);
      if (isGone || template.dataset['mingRequires'] !== value) this.#leave(template);
    }
    this.#find();
  }
}
