import type { Declared } from '../consent/declared.js';
import type { ConsentRequest } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { hasMethods, isSignal, own } from '../own.js';
import type { PermissionFact, PermissionKind } from '../policy/model.js';
import { permissionKinds } from './kinds.js';
import type { PermissionWords } from './model.js';
import type { PermissionRequester } from './port.js';
import { permissionRequestId } from './request-id.js';

/** What `askPermission` was given, read once and checked. */
export interface Asked {
  readonly kind: PermissionKind;
  readonly words: PermissionWords;
  /** With the words: they are the app's own, so the record keeps them. */
  readonly request: ConsentRequest;
  readonly declared: Declared;
  readonly trigger: 'user' | 'app';
  readonly requester: PermissionRequester | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Own properties only. Purpose and refusal that are not given are those the policy states, word for word. Throws
 * `permission/unknown-kind`, `permission/invalid-request`, `permission/no-purpose`.
 */
export const readAsked = (kind: unknown, options: unknown, declared: Declared | undefined): Asked => {
  if (!isKind(kind)) {
    throw new ConsentError('permission/unknown-kind', 'The kind must be one of the published table.', kind);
  }
  if (!declared) throw invalid('a policy must be declared', undefined);
  const fn = own(options, 'function');
  if (fn !== undefined && typeof fn !== 'string') throw invalid('function must be text', fn);
  const words = readWords(kind, options, declared);
  return {
    kind,
    words,
    request: { id: permissionRequestId(kind, fn), kind: 'permission', ...words },
    declared,
    trigger: own(options, 'trigger') === 'user' ? 'user' : 'app',
    requester: readRequester(own(options, 'requester')),
    signal: readSignal(own(options, 'signal')),
  };
};

const isKind = (value: unknown): value is PermissionKind =>
  typeof value === 'string' && own(permissionKinds, value) !== undefined;

const readWords = (kind: PermissionKind, options: unknown, { policy }: Declared): PermissionWords => {
  const fact = policy.permissions.find((one: PermissionFact) => one.kind === kind);
  const text = (key: 'purpose' | 'scene' | 'data' | 'refusal', stated?: string): Partial<PermissionWords> => {
    const given = own(options, key) ?? stated;
    if (given === undefined) return {};
    if (typeof given === 'string' && given.trim() !== '') return { [key]: given };
    throw invalid(`${key} must be text`, given);
  };
  const purpose = text('purpose', fact?.purpose?.text).purpose;
  if (purpose === undefined) {
    const sentence = `Say what ${kind} is for: the policy states no purpose (PIPL 17).`;
    throw new ConsentError('permission/no-purpose', sentence, kind);
  }
  return { purpose, ...text('scene'), ...text('data'), ...text('refusal', fact?.refusal?.text) };
};

/** Checks what may be a requester; undefined where none is given. Throws `permission/invalid-request`. */
export const readRequester = (value: unknown): PermissionRequester | undefined => {
  if (value === undefined || hasMethods(value, ['lack', 'state', 'request'])) {
    return value as PermissionRequester | undefined;
  }
  throw invalid('a requester has lack(), state() and request()', value);
};

const readSignal = (value: unknown): AbortSignal | undefined => {
  if (value === undefined || isSignal(value)) return value;
  throw invalid('signal must be an AbortSignal', value);
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('permission/invalid-request', `The permission cannot be asked for: ${what}.`, value);
