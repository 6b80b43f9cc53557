import type { Contact } from '../../policy/model.js';

export type DateKind = 'published' | 'updated' | 'effective';

export type ContactKind = Contact['kind'];

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
