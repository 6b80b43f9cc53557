import { readDeclared, type Declared } from './consent/declared.js';
import type { Host } from './bridge/port.js';
import type { Channel, Subject } from './consent/model.js';
import { ConsentError } from './errors.js';
import { hasMethods, isRecord, own } from './own.js';
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
  readonly channel: Channel | undefined;
  readonly bridge: Host | undefined;
  /** By its id alone; what else is said of it is read with the rules. */
  readonly subject: Subject | undefined;
  readonly platform: Platform;
  readonly signal: AbortSignal | undefined;
  /** True where there is more to go by than the policies: declared requests, a profile of the app's own, a person not known to be an adult. */
  readonly ruled: boolean;
  /** What could not be used and was replaced by memory. */
  readonly errors: readonly ConsentError[];
}

/** Throws `engine/invalid-options` and what `readDeclared` throws; a storage, archive or host that is none is only reported. */
export const readOptions = (options: unknown): EngineParts => {
  if (!isRecord(options)) throw invalid('they', 'an object', options);
  const errors: ConsentError[] = [];
  const port = <T>(what: string, value: unknown, isPort: (value: unknown) => value is T): T | undefined => {
    if (value === undefined || isPort(value)) return value;
    const sentence = `The ${what} lacks methods of its port and is not used.`;
    errors.push(new ConsentError(`engine/invalid-${what}`, sentence, value));
    return undefined;
  };
  const profile = own(options, 'profile') ?? 'pipl';
  if (!isRecord(profile)) readOne('profile', profile, ['pipl', 'gdpr']);
  const host = own(options, 'host');
  const channel = own(host, 'channel');
  const declared = readDeclared(own(options, 'policies'));
  const subject = own(options, 'subject');
  const special = own(subject, 'ageBand') ?? own(subject, 'actsFor');
  return {
    namespace: readText('namespace', own(options, 'namespace') ?? 'default'),
    declared,
    primary: [...declared.values()][0],
    given: options,
    storage: port('storage', own(options, 'storage'), isStorageAdapter) ?? memoryStorage(),
    archive: port('archive', own(options, 'archive'), isPolicyArchive),
    channel: channel === undefined ? channel : readOne('host.channel', channel, channels),
    bridge: port('host', own(host, 'bridge'), isHost),
    subject: subject === undefined ? subject : { id: readText('subject.id', own(subject, 'id')) },
    platform: readPlatform(own(options, 'platform')),
    signal: own(options, 'signal') as AbortSignal | undefined,
    ruled: isRecord(profile) || (own(options, 'requests') ?? special) !== undefined,
    errors,
  };
};

const channels = ['web', 'app', 'mini-program', 'android', 'ios', 'harmony'] as const;

const isHost = (value: unknown): value is Host => hasMethods(value, ['isPresent', 'send', 'close']);

const readText = (what: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(what, 'text', value);
};

const readOne = <T>(what: string, value: unknown, known: readonly T[]): T => {
  if (known.includes(value as T)) return value as T;
  throw invalid(what, known.join(' or '), value);
};

const readPlatform = (value: unknown): Platform => {
  const platform = { ...defaultPlatform() } as Record<string, unknown>;
  for (const name of Object.keys(platform)) {
    const given = own(value, name) ?? platform[name];
    if (typeof given !== 'function') throw invalid(`platform.${name}`, 'a function', given);
    platform[name] = given;
  }
  return platform as unknown as Platform;
};

const invalid = (what: string, must: string, value: unknown): ConsentError =>
  new ConsentError('engine/invalid-options', `The options cannot be used: ${what} must be ${must}.`, value);
