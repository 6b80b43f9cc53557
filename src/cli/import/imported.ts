import type { AuditConfiguration } from '../../audit/index.js';
import type { Tongue } from '../people/tongue.js';
import type { CarriedField } from './carried-fields.js';
import type { FilePlace } from './commented-json.js';
import type { ImportFinding } from './import-finding.js';
import type { LinkedDocument } from './linked-documents.js';

/** A finding with its place in the file. */
export type PlacedFinding = Omit<ImportFinding, 'path'> &
  FilePlace & {
    /** RFC 6901; of the field that should be there, where it is missing. */
    readonly pointer: string;
  };

/** What was read from a file of DCloud's, and what comes of it. */
export interface Imported {
  readonly file: string;
  readonly tongue: Tongue;
  readonly configuration: AuditConfiguration;
  readonly version: string | undefined;
  readonly title: string | undefined;
  /** The dialog's words, without markup. */
  readonly message: string;
  /** Those of the dialog after a refusal; empty where there is none. */
  readonly secondMessage: string;
  readonly documents: readonly LinkedDocument[];
  readonly findings: readonly PlacedFinding[];
  readonly carried: readonly CarriedField[];
  /** Fields nobody here knows: they are told, and stand nowhere else. */
  readonly unknown: readonly (FilePlace & { readonly pointer: string; readonly value: unknown })[];
}
