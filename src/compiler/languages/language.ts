import type { Contact, PermissionKind, PolicyKind, Right, ThirdParty, Topic } from '../../policy/model.js';

export type PartyField = keyof ThirdParty;
export type DateKind = 'published' | 'updated' | 'effective';
/** Per field, its labels with `|` between them. */
type Labels = Readonly<Partial<Record<PartyField, string>>>;

/** A sentence states something when every pattern of `all` is found in it and `not` is not. */
export interface StatementRule {
  readonly all: readonly RegExp[];
  readonly not?: RegExp;
}

export interface DatePatterns {
  /** Finds a date's words; the fact step reads the numbers out of them. */
  readonly date: string;
  /** Words in front of a date that say which one it is, with the separator after them. */
  readonly before: Readonly<Record<DateKind, string>>;
  /** Words after a date, as in `自…起生效`; the sentence must speak of this document (`self`). */
  readonly after: Readonly<Record<DateKind, string>>;
  readonly self: RegExp;
  /** Lower-case beginnings of the months' names, from January; empty where months are numbers. */
  readonly months: readonly string[];
}

export interface PublisherPatterns {
  /** Right after a name: defines it as the one who speaks. Global. */
  readonly defined: RegExp;
  /** Right before a name, best first. Global. */
  readonly labelled: readonly RegExp[];
  /** A clause between a name and what defines it, such as `, a company registered in …`. */
  readonly clause: RegExp;
  /** Right before a name that is none. */
  readonly notAfter: RegExp;
  /** Takes the words of a name from the end of a text. */
  readonly nameBefore: RegExp;
  /** An organisation's name ends so. */
  readonly organisation: RegExp;
  /** Reads a company's name from a text's beginning. */
  readonly company: RegExp;
  /** What follows a company's name and speaks of others. */
  readonly affiliates: RegExp;
  /** Words before a company's name that are no part of it. */
  readonly lead: RegExp;
  /** Follows a name that is the subject of its sentence. */
  readonly subject: RegExp;
  /** In words that run up to a company's name: another subject stands before it. */
  readonly notSubject: RegExp;
  /** A place, with which companies' names begin. */
  readonly place: RegExp;
  /** A label that fills the first cell of a row whose second cell begins with the company that speaks. */
  readonly rowLabel: RegExp;
  /** Right before the bracket that defines “the developer”: group 1 is a person's name. */
  readonly person: RegExp;
  /** After the bracket that defines a public body's platform as the one who speaks: group 1 is the body. */
  readonly founder: RegExp;
  readonly maker: {
    /** Who is behind the app: groups `app` (in quotes), `bare` (a name to be compared with the title), `publisher` and `verb`. Global. */
    readonly sentence: RegExp;
    /** Names that are not the app's. */
    readonly not: RegExp;
    /** A name that is a person's: group 1. */
    readonly person: RegExp;
    /** A verb that speaks of making alone. */
    readonly made: RegExp;
    /** After it: who runs the app, group 1. */
    readonly runner: RegExp;
  };
}

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

export interface PartyPatterns {
  /** Labels of a record, before a colon. `strong` ones are unmistakable anywhere in a line. */
  readonly strong: Labels;
  /** Read as labels only where a line, a cell or a sentence begins. */
  readonly weak: Labels;
  /** A line's first words before a colon, when they may be a label that no list knows. */
  readonly label: RegExp;
  /** What may stand between a line's start and its label. */
  readonly labelPrefix: RegExp;
  /** What a table's header cell stands for, first match wins. */
  readonly headers: readonly (readonly [PartyField, RegExp])[];
  /** The title of a column of services, which beside companies tells what they do. */
  readonly serviceHeader: RegExp;
  /** A heading over recipients. */
  readonly about: RegExp;
  /** A header over recipients. */
  readonly aboutHeader: RegExp;
  /** A filing number after a name. */
  readonly filing: RegExp;
  /** Says that a field has no value. */
  readonly none: RegExp;
  readonly notName: RegExp;
  /** Words inside a name's brackets that are no part of the name. */
  readonly aside: RegExp;
  readonly platforms: RegExp;
  /** Says that the components just listed collect nothing. */
  readonly collectsNothing: RegExp;
  /** Right before a recipient's company name. Global. */
  readonly givenTo: RegExp;
  /** Right after a recipient's company: group 1 is the data it handles. */
  readonly handledData: RegExp;
  /** Group 1 is the data given. */
  readonly sharedData: RegExp;
  /** Brackets after a company that define its short name, group 1. Global. */
  readonly shortName: RegExp;
  /** Short names of the publisher. */
  readonly self: RegExp;
  /** Opens a sentence that goes on with the recipient named before it. */
  readonly goesOn: RegExp;
  /** What stands before the address of the privacy policy of a recipient named in a sentence. */
  readonly itsPrivacy: RegExp;
  /** Opens a paragraph about one recipient: the groups are its `name` and its `company`. */
  readonly entry: RegExp;
  /** In that opening: marks a name as one of a product, not of a service such as `电话客服`. */
  readonly entryName: RegExp;
  /** Opens a paragraph that goes on with the entry above it. */
  readonly entryGoesOn: RegExp;
  /** Inside such a paragraph: what stands before the data, and what ends them. */
  readonly entryData: RegExp;
  readonly entryDataEnds: RegExp;
  readonly entryPurposeEnds: RegExp;
  /** What stands before the address of its privacy policy. */
  readonly entryPrivacy: RegExp;
  /** A paragraph that announces a list of recipients, one an entry. */
  readonly listAnnounced: RegExp;
  /** As `listAnnounced`, under a heading over recipients. */
  readonly listHeaded: RegExp;
  readonly listDenied: RegExp;
  /** An entry of such a list: the groups are its `name` and, where brackets give it, its `company`. */
  readonly listEntry: RegExp;
  /** Ends the purpose that follows the name. */
  readonly listPurposeEnds: RegExp;
  /** Group 1 is a phone. */
  readonly bracketPhone: RegExp;
  /** Says in the sentence that a company receives or handles data. */
  readonly handles: RegExp;
  /** `uses the NAME SDK`: the group is `sdk`; or a quoted `name` after its `company`. Global. */
  readonly usesSdk: RegExp;
  /** Group 1 is the data that the recipient of the sentence collects. */
  readonly theirData: RegExp;
  /** `these SDKs include: A, B`: group 1 is the list. */
  readonly sdkList: RegExp;
  readonly listBreak: RegExp;
  readonly commonName: RegExp;
}

export interface CountedPatterns {
  /** The first header cell of a table with counters. Global. */
  readonly mark: RegExp;
  /** What comes after the last row. */
  readonly after: RegExp;
  /** A company's name ends so. */
  readonly company: RegExp;
  /** Names of data at the end of words they are glued to. */
  readonly dataTail: RegExp;
  /** A list entry that is data as a whole. */
  readonly dataItem: RegExp;
}

export interface ContactPatterns {
  readonly section: RegExp;
  readonly lead: RegExp;
  /** A line's first words where the publisher names itself over its contacts. */
  readonly own: RegExp;
  readonly phone: RegExp;
  /** Group 1 is the address. Global. */
  readonly address: RegExp;
  readonly bareAddress: RegExp;
  /** Right after the publisher's name: group 1 is its address. */
  readonly addressAfterName: RegExp;
  /** Ends so before a value: group 1 is whose it is. */
  readonly owner: RegExp;
  /** Such words for the publisher itself. */
  readonly ownOwner: RegExp;
  /** The first cell of a row of the publisher's contacts, outside of any section of contacts. */
  readonly rowLabel: RegExp;
  /** Group 1 is the person. Global. */
  readonly person: RegExp;
  readonly site: RegExp;
  /** Ends so before a phone: another company's. */
  readonly otherCompany: RegExp;
  /** Headings and first words of a recipient's contacts. */
  readonly others: RegExp;
  /** In the sentence before a phone: that of a public body. */
  readonly office: RegExp;
  /** After a phone: that of a public body. */
  readonly regulator: RegExp;
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

export type ContactKind = Contact['kind'];
