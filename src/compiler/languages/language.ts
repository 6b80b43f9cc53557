import type { PolicyKind, Right, Topic } from '../../policy/model.js';
import type { CollectPatterns, PermissionPatterns } from './collection-patterns.js';
import type { ContactPatterns, DatePatterns, PublisherPatterns } from './head-patterns.js';
import type { CountedPatterns, PartyPatterns } from './party-patterns.js';

/** A sentence states something when every pattern of `all` is found in it and `not` is not. */
export interface StatementRule {
  readonly all: readonly RegExp[];
  readonly not?: RegExp;
}

export type StatementFact =
  'jumps' | 'separateConsents' | 'alternatives' | 'retention' | 'crossBorder' | 'exemptions' | 'minors';

/** Titles of sections from which something should have been read. */
export interface AnnouncedPatterns {
  /** Announces the permissions that are asked for, not how to manage them. */
  readonly permissions: RegExp;
  /** Announces components of others. */
  readonly components: RegExp;
  /** In such a section: there are none, or they stand elsewhere. */
  readonly none: RegExp;
}

/** All that a language brings to the fact steps: words and patterns, no code. Patterns match the folded text. */
export interface Language {
  readonly announced: AnnouncedPatterns;
  /** Where a sentence ends. Global. */
  readonly sentenceEnd: RegExp;
  /** Headings under which terms are explained. */
  readonly definitionHeading: RegExp;
  /** Where explanations begin inside a paragraph. Global. */
  readonly definitionMark: RegExp;
  readonly kinds: readonly (readonly [PolicyKind, RegExp])[];
  /** How a document calls itself in its first sentences. */
  readonly self: RegExp;
  /** The words at a title's end that name the kind of document. */
  readonly titleWords: RegExp;
  readonly longestTitle: number;
  /** What may follow a title in one line with it. */
  readonly afterTitle: RegExp;
  /** Group 1 is the version. */
  readonly version: RegExp;
  readonly dates: DatePatterns;
  readonly publisher: PublisherPatterns;
  readonly app: {
    readonly suffix: RegExp;
    readonly mention: RegExp;
    /** How many mentions make a name certain. */
    readonly enough: number;
    readonly generic: RegExp;
    readonly lead: RegExp;
    /** Names the app once and for all: group 1. */
    readonly named: readonly RegExp[];
    /** Right after the title's name at a sentence's beginning: what the name stands for is an app. */
    readonly described: RegExp;
  };
  readonly permission: PermissionPatterns;
  readonly purpose: RegExp;
  readonly refusal: RegExp;
  /** Where a refusal begins inside a purpose's sentence. */
  readonly refusalClause: RegExp;
  /** A paragraph that begins so goes on with the entry above it. */
  readonly refusalOpens: RegExp;
  readonly collect: CollectPatterns;
  readonly party: PartyPatterns;
  readonly counted: CountedPatterns;
  readonly sensitive: {
    /** A word that all of `items` have. */
    readonly mark: RegExp;
    /** Group 1 lists what the text calls sensitive. */
    readonly items: readonly RegExp[];
    readonly example: RegExp;
    readonly statement: StatementRule;
    readonly itemBreak: RegExp;
    readonly trim: RegExp;
    readonly notItem: RegExp;
    /** Words at a list's end that say it goes on. */
    readonly tail: RegExp;
    /** What is called sensitive is the data told just before. */
    readonly reference: RegExp;
  };
  readonly statements: Readonly<Record<StatementFact, readonly StatementRule[]>>;
  /** Under such a heading, a sentence with a term says how long something is kept. */
  readonly keptFor: {
    readonly heading: RegExp;
    readonly term: RegExp;
    readonly not: RegExp;
    /** The header cell over such terms. */
    readonly header: RegExp;
  };
  /** A case in a list within a paragraph begins so. */
  readonly caseMark: RegExp;
  /** Global. */
  readonly age: RegExp;
  readonly ageContext: RegExp;
  /** A sentence that goes on with what the one before it says of minors. */
  readonly minorsGoOn: RegExp;
  readonly withdrawal: {
    readonly act: RegExp;
    readonly way: RegExp;
    readonly not: RegExp;
    readonly path: RegExp;
    /** What follows a path's last step. */
    readonly pathTail: RegExp;
    /** Words before a path that are no part of it. */
    readonly pathLead: RegExp;
    /** The end of a sentence that tells what withdrawing does not change. */
    readonly effect: RegExp;
    /** Opens an entry of a list of ways: what the reader does, with no word that allows it. */
    readonly entry: RegExp;
    /** A heading over the ways to withdraw. */
    readonly section: RegExp;
    /** A way where the words around it speak of withdrawing. */
    readonly also: RegExp;
  };
  readonly rights: {
    readonly kinds: readonly (readonly [Right['kind'], RegExp])[];
    readonly way: RegExp;
    readonly not: RegExp;
    /** Group 1 is the time. */
    readonly deadline: RegExp;
    /** Gives a way and need not name the right. */
    readonly bareWay: RegExp;
    /** Speaks of answering requests of any kind. */
    readonly answers: RegExp;
    /** A time for something else than an answer. */
    readonly notDeadline: RegExp;
    /** A menu path. */
    readonly path: RegExp;
    /** Lets or tells the reader to go there. */
    readonly may: RegExp;
    /** The clause at a sentence's start that says when. */
    readonly condition: RegExp;
    /** The end of a sentence that says what cannot be done. */
    readonly limit: RegExp;
    /** Speaks of the reader's own data or account, in the sentence or in its heading. */
    readonly own: { readonly words: RegExp; readonly heading: RegExp };
    /** A path to something else. */
    readonly elsewhere: RegExp;
    /** Ends words that announce a list of what the reader can do. */
    readonly offers: RegExp;
    /** In an entry of such a list: a way. */
    readonly channel: RegExp;
    /** Gives one way for all the rights told before it. */
    readonly forAll: StatementRule;
    /** Points back to rights told before. */
    readonly above: RegExp;
    /** Grants rights, or announces a list of them. */
    readonly grants: RegExp;
    /** A heading over rights. */
    readonly section: RegExp;
    /** Nothing but a way, for what the sentence before it grants. */
    readonly bare: RegExp;
    /** A sentence, as a whole, that is the label of the one after it. */
    readonly label: RegExp;
  };
  readonly contact: ContactPatterns;
  readonly topics: readonly (readonly [Topic, RegExp])[];
  /** Which sentences the rules want marked, weightiest first. */
  readonly emphasis: readonly {
    readonly rule: string;
    readonly weight: number;
    readonly pattern: StatementRule;
  }[];
}
