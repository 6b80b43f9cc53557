import type { Channel, ConsentEvent, Subject } from '../../consent/model.js';
import type { Policy } from '../../policy/model.js';

/** Who decides what happens with the information, where the text does not say it or the app wants it said otherwise. */
export interface ControllerWords {
  readonly name?: string;
  /** Whom to turn to: a person, a department. */
  readonly contact?: string;
  readonly address?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
}

/** What a request was about, where the event does not carry it. */
export interface RequestWords {
  readonly purpose?: string;
  readonly data?: string;
  readonly recipient?: string;
}

/** What the app adds to what the events and the texts say. Each entry here goes before what the text says. */
export interface ExportOptions {
  /** Whose law applies: an ISO 3166 code such as `CN`, or several. Both shapes require it. */
  readonly jurisdiction?: string | readonly string[];
  readonly controller?: ControllerWords;
  /** Where a text can be read: an address, or what gives one. Kantara requires it. */
  readonly policyUrl?: string | ((policy: ConsentEvent['policy'], hash: string) => string | undefined);
  /** Where the information is kept. */
  readonly storageLocation?: string;
  /** How long it is kept. */
  readonly retention?: string;
  /** How consent is withdrawn. */
  readonly withdrawal?: string;
  /** The service it is for. Default: the app's name, as the text gives it. */
  readonly service?: string;
  /** By the id of the request. */
  readonly requests?: Readonly<Record<string, RequestWords>>;
  /**
   * The name a person has outside the ledger. Default: the subject's id, a random local one unless the app named its own;
   * an id that means something to others belongs replaced here.
   */
  readonly subject?: (subject: Subject) => string;
  /**
   * What happens where a shape requires what nobody states. `refuse` (default): `export/missing-field` names every such
   * field. `mark`: it says `not stated`. Nothing is ever invented.
   */
  readonly unstated?: 'refuse' | 'mark';
}

/** The texts that were archived, found by their `hash`. */
export type ArchivedPolicies = readonly Policy[];

/** How the answer was given, in one line: what is known of it and nothing else. */
export const methodOf = ({ act, channel, visibility }: ConsentEvent): string => {
  const where: Channel | 'page' = channel ?? 'page';
  return `answered a prompt: act=${act}; channel=${where}; visibility=${visibility}`;
};
