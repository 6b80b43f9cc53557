import { ConsentError } from '../errors.js';
import { isSignal, own } from '../own.js';
import type { JumpRequest, JumpWords, TargetKind } from './model.js';

/** What `confirmJump` was given, read once and checked. */
export interface AskedJump extends Pick<JumpRequest, 'url' | 'base' | 'kind' | 'signal'> {
  readonly words: JumpWords;
  readonly open: (href: string, saved: Promise<unknown>) => void;
  readonly current: () => string;
  readonly deferToSystem: boolean;
}

/** Every kind of target, for whatever may be one. */
export const TARGET_KINDS: readonly unknown[] = [
  'website',
  'app',
  'mini-program',
  'phone',
  'sms',
  'email',
  'download',
  'service',
] satisfies readonly TargetKind[];

/** Own properties only. Throws `jump/invalid-request`. */
export const readJump = (request: unknown): AskedJump => {
  const read = (key: keyof JumpRequest): unknown => own(request, key);
  const text = <Key extends 'base' | 'name' | 'operator' | 'about' | 'permissions' | 'data'>(
    key: Key,
  ): Readonly<Partial<Record<Key, string>>> => textEntry(key, read(key));
  const url = read('url');
  if (typeof url !== 'string') throw invalid('url must be text', url);
  const kind = read('kind');
  if (kind !== undefined && !TARGET_KINDS.includes(kind))
    throw invalid(`kind must be one of ${TARGET_KINDS.join(', ')}`, kind);
  return {
    url,
    ...(kind !== undefined && { kind: kind as TargetKind }),
    ...text('base'),
    words: {
      ...text('name'),
      ...text('operator'),
      ...text('about'),
      ...text('permissions'),
      ...text('data'),
      ...readPolicy(read('policy')),
    },
    open: (readCall('open', read('open')) ?? nothing) as AskedJump['open'],
    current: (readCall('current', read('current')) ?? (() => url)) as AskedJump['current'],
    deferToSystem: read('deferToSystem') === true,
    ...readSignal(read('signal')),
  };
};

const nothing = (): void => undefined;

const textEntry = <Key extends string>(key: Key, value: unknown): Readonly<Partial<Record<Key, string>>> => {
  const entry: Partial<Record<Key, string>> = {};
  if (typeof value === 'string') entry[key] = value;
  else if (value !== undefined) throw invalid(`${key} must be text`, value);
  return entry;
};

const readPolicy = (value: unknown): Pick<JumpRequest, 'policy'> => {
  if (value === undefined) return {};
  const { title } = textEntry('title', own(value, 'title'));
  if (title === undefined) throw invalid('policy needs a title', value);
  return { policy: { title, ...textEntry('url', own(value, 'url')) } };
};

const readSignal = (value: unknown): Pick<JumpRequest, 'signal'> => {
  if (value === undefined) return {};
  if (isSignal(value)) return { signal: value };
  throw invalid('signal must be an AbortSignal', value);
};

const readCall = (key: string, value: unknown): unknown => {
  if (value === undefined || typeof value === 'function') return value;
  throw invalid(`${key} must be a function`, value);
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('jump/invalid-request', `The jump cannot be confirmed: ${what}.`, value);
