import { readDeclared, type Declared } from './consent/declared.js';
import type { Subject } from './consent/model.js';
import { ConsentError } from './errors.js';
import { isRecord, own } from './own.js';
import { defaultPlatform, type Platform } from './platform.js';
import type { PolicyArchive } from './policy/archive.js';
import { isPolicyArchive } from './policy/archive-shape.js';
import { memoryStorage } from './storage/memory.js';
import type { StorageAdapter } from './storage/port.js';
import { isStorageAdapter } from './storage/shape.js';

/** The options of `createConsent`, read once: own properties only, checked, with their defaults. */
export interface EngineParts {
  readonly namespace: string;
  readonly declared: ReadonlyMap<string, Declared>;
  /** What permissions and jumps are asked under: the first policy. */
  readonly primary: Declared | undefined;
  /** The options as given, for what is read when it is first needed. */
  readonly given: unknown;
  readonly storage: StorageAdapter;
  /** Undefined: memory. */
  readonly archive: PolicyArchive | undefined;
  readonly subject: Subject | undefined;
  readonly platform: Platform;
  readonly signal: AbortSignal | undefined;
  /** What could not be used and was replaced by memory. */
  readonly errors: readonly ConsentError[];
}

/** Throws `engine/invalid-options` and what `readDeclared` throws; a storage or archive that is none is only reported. */
export const readOptions = (options: unknown): EngineParts => {
  if (!isRecord(options)) throw invalid('they must be an object', options);
  const errors: ConsentError[] = [];
  const storage = own(options, 'storage');
  const archive = own(options, 'archive');
  if (storage !== undefined && !isStorageAdapter(storage)) errors.push(unusable('storage', storage));
  if (archive !== undefined && !isPolicyArchive(archive)) errors.push(unusable('archive', archive));
  const profile = own(options, 'profile') ?? 'pipl';
  if (profile !== 'pipl') throw invalid('the profile must be pipl', profile);
  const declared = readDeclared(own(options, 'policies'));
  return {
    namespace: readText(own(options, 'namespace') ?? 'default', 'namespace'),
    declared,
    primary: [...declared.values()][0],
    given: options,
    storage: isStorageAdapter(storage) ? storage : memoryStorage(),
    archive: isPolicyArchive(archive) ? archive : undefined,
    subject: readSubject(own(options, 'subject')),
    platform: readPlatform(own(options, 'platform')),
    signal: own(options, 'signal') as AbortSignal | undefined,
    errors,
  };
};

const readText = (value: unknown, what: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`${what} must be text`, value);
};

const readSubject = (value: unknown): Subject | undefined =>
  value === undefined ? undefined : { id: readText(own(value, 'id'), 'subject.id') };

const readPlatform = (value: unknown): Platform => {
  const platform = { ...defaultPlatform() } as Record<string, unknown>;
  for (const name of Object.keys(platform)) {
    const given = own(value, name) ?? platform[name];
    if (typeof given !== 'function') throw invalid(`platform.${name} must be a function`, given);
    platform[name] = given;
  }
  return platform as unknown as Platform;
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('engine/invalid-options', `The options cannot be used: ${what}.`, value);

const unusable = (what: 'storage' | 'archive', value: unknown): ConsentError =>
  new ConsentError(`engine/invalid-${what}`, `The ${what} lacks methods of its port; memory is used.`, value);
