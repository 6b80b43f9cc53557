import type { ThirdParty } from '../../policy/model.js';

export type PartyField = keyof ThirdParty;
/** Per field, its labels with `|` between them. */
type Labels = Readonly<Partial<Record<PartyField, string>>>;

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
