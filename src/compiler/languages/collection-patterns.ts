import type { PermissionKind } from '../../policy/model.js';

export interface PermissionPatterns {
  /** What each kind is called, in the order in which they are tried. */
  readonly kinds: readonly (readonly [PermissionKind, RegExp])[];
  /** An entry's words up to its first stop. */
  readonly head: RegExp;
  readonly notHead: RegExp;
  readonly afterHead: RegExp;
  /** Says that words are about a permission. */
  readonly mark: RegExp;
  readonly nameTrim: { readonly before: RegExp; readonly after: RegExp };
  /** Follows the name of the one a permission is for. */
  readonly userTail: RegExp;
  /** Belongs to the name before it. */
  readonly nameTail: RegExp;
  /** A clause that lets the app do something, in a section about permissions. */
  readonly grants: RegExp;
  /** Words before a grant that give no reason for it. */
  readonly vague: RegExp;
  /** Global. */
  readonly nameBreak: RegExp;
  /** A sentence that asks for permissions: group 1 lists them. Global. */
  readonly prose: RegExp;
  /** A sentence that uses a device's part and says what for, without the word permission: group 1 names it. Global. */
  readonly bareProse: RegExp;
  readonly notProse: RegExp;
  /** Right after a permission's name, or in a heading: it is not asked for. */
  readonly denies: RegExp;
  readonly forAll: RegExp;
  readonly refusesAll: RegExp;
  readonly section: RegExp;
  /** Ends a paragraph that announces a list of permissions. */
  readonly listLead: RegExp;
  /** Says that what a permission is for stands in the list below. */
  readonly listedPurpose: RegExp;
  readonly nameHeader: RegExp;
  readonly purposeHeader: RegExp;
  readonly refusalHeader: RegExp;
  readonly platformHeader: RegExp;
}

export interface CollectPatterns {
  /** Group 1 is what follows the verb. */
  readonly triggers: readonly RegExp[];
  /** Before the verb's object: says that nothing is collected, or by others. */
  readonly not: RegExp;
  /** Anywhere in a sentence that tells of no collection. */
  readonly never: RegExp;
  readonly noun: RegExp;
  readonly notData: RegExp;
  /** Words before the data that only say when they arise. */
  readonly dataLead: RegExp;
  readonly dataEnd: RegExp;
  /** A label at the start of an entry of such a list. */
  readonly listLabel: RegExp;
  /** What follows the verb only announces the list in the next sentence. */
  readonly announces: RegExp;
  readonly function: RegExp;
  /** A label or a title, as a whole, that names a function. */
  readonly functionLabel: RegExp;
  /** Reads like what a refusal costs, and only says when collecting ends. */
  readonly notRefusal: RegExp;
  /** Where a purpose ends before its sentence does. */
  readonly purposeEnd: RegExp;
  /** A sentence that begins so goes on with the function of the one before it. */
  readonly sameFunction: RegExp;
  /** A sentence, as a whole, that is the label of those after it in its paragraph. */
  readonly runInLabel: RegExp;
  /** Under such a heading a fragment of a sentence lists data: group 1 of one of the `fragments`. */
  readonly given: {
    readonly heading: RegExp;
    /** A heading below such a one that names a kind of data. */
    readonly category: RegExp;
    readonly fragments: readonly RegExp[];
  };
  /** A refusal that speaks of all the data told before it. */
  readonly refusalForAll: RegExp;
  /** Group 1 is the purpose. */
  readonly purposeBefore: RegExp;
  readonly purposeAfter: RegExp;
  readonly purposeNext: RegExp;
  readonly background: RegExp;
  readonly functionHeader: RegExp;
  readonly dataHeader: RegExp;
  readonly purposeHeader: RegExp;
}
