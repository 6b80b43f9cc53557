import type { ConsentEvent } from '../../consent/model.js';
import { own } from '../../own.js';
import type { Policy } from '../../policy/model.js';
import type { ArchivedPolicies, ExportOptions, RequestWords } from './export-options.js';

/** One use of personal information somebody was asked about. */
export interface AskedUse {
  readonly purpose?: string;
  readonly data?: string;
  /** The function of the app it is for. */
  readonly service?: string;
  readonly recipients: readonly string[];
  readonly sensitive: boolean;
}

/** Everything an event was about, from the event, the text and the options. */
export interface Asked {
  readonly policy: Policy | undefined;
  readonly uses: readonly AskedUse[];
  readonly sensitive: readonly string[];
}

/**
 * True for what is a choice about personal information. The use of a right is none, nor is leaving for a place that gets
 * nothing.
 */
export const isChoice = ({ request }: ConsentEvent): boolean =>
  request.kind !== 'right' && (request.kind !== 'jump' || request.data !== undefined);

/** What an event was about. What nobody stated is absent. */
export const askedBy = (event: ConsentEvent, policies: ArchivedPolicies, options: ExportOptions): Asked => {
  const policy = policies.find(({ hash }) => hash === event.policyHash);
  const items = policy?.sensitive.items.map(({ text }) => text) ?? [];
  const isSensitive = (words: string | undefined): boolean => items.some((item) => words?.includes(item));
  if (event.request.kind === 'general')
    return { policy, uses: usesOf(policy, wordsFor(event, options), isSensitive), sensitive: items };
  const use = askedUse(event, policy, options);
  const sensitive = event.request.basis === 'sensitive' || isSensitive(use.data);
  return { policy, uses: [{ ...use, sensitive }], sensitive: sensitive && use.data ? [use.data] : [] };
};

const wordsFor = ({ request }: ConsentEvent, options: ExportOptions): RequestWords =>
  (own(options.requests, request.id) as RequestWords | undefined) ?? {};

/** The uses a text names, each with what it says; its recipients are not told apart by use there. */
const usesOf = (
  policy: Policy | undefined,
  { purpose, data, recipient }: RequestWords,
  isSensitive: (words: string | undefined) => boolean,
): readonly AskedUse[] => {
  const recipients = recipient ? [recipient] : distinct(policy?.thirdParties.map(({ name }) => name.text));
  const uses = policy?.dataUses ?? [];
  if (uses.length === 0 || purpose !== undefined || data !== undefined)
    return [withoutAbsent({ purpose, data }, { recipients, sensitive: isSensitive(data) })];
  return uses.map((use) => {
    const words = {
      purpose: (use.purpose ?? use.function)?.text,
      data: use.data.text,
      service: use.function?.text,
    };
    return withoutAbsent(words, { recipients, sensitive: isSensitive(use.data.text) });
  });
};

/** One question, one use. */
const askedUse = (event: ConsentEvent, policy: Policy | undefined, options: ExportOptions): AskedUse => {
  const { request } = event;
  const words = wordsFor(event, options);
  const recipient = words.recipient ?? request.recipient;
  const [, kind] = request.id.split(':');
  const permission =
    request.kind === 'permission' ? policy?.permissions.find((one) => one.kind === kind) : undefined;
  return withoutAbsent(
    {
      purpose: words.purpose ?? request.purpose ?? permission?.purpose?.text,
      data: words.data ?? request.data ?? permission?.name.text,
    },
    { recipients: recipient ? [recipient] : [], sensitive: false },
  );
};

const withoutAbsent = (
  words: Readonly<Record<'purpose' | 'data', string | undefined>> & { readonly service?: string | undefined },
  rest: Pick<AskedUse, 'recipients' | 'sensitive'>,
): AskedUse => ({
  ...(words.purpose !== undefined && { purpose: words.purpose }),
  ...(words.data !== undefined && { data: words.data }),
  ...(words.service !== undefined && { service: words.service }),
  ...rest,
});

export const distinct = (words: readonly string[] | undefined): readonly string[] => [
  ...new Set(words ?? []),
];
