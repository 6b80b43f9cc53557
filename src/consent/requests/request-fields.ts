import type { Profile } from '../profile.js';

/** A text a request must carry, and the article that asks for it. */
export interface RequiredText {
  readonly key: string;
  readonly article: string;
}

/** Texts that may be left out; where they are given, they say something. */
export const optionalTexts: readonly string[] = [
  'policy',
  'version',
  'scene',
  'alternative',
  'withdrawal',
].concat('necessity', 'impact', 'risks');

const everywhere = [
  'id',
  'kind',
  'policy',
  'version',
  'material',
  'purpose',
  'data',
  'scene',
  'refusal',
].concat('alternative', 'withdrawal');

const childTerms = '儿童个人信息网络保护规定 10';

/** 儿童个人信息网络保护规定 10, beside purpose, data and refusal. */
const guardianTexts = [
  'method',
  'scope',
  'place',
  'retention',
  'afterExpiry',
  'security',
  'complaint',
].concat('correction');

const fields = {
  separate: ['basis', 'dataKind', 'validity', 'recipient', 'necessity', 'impact', 'risks'],
  guardian: ['validity', ...guardianTexts],
  'on-behalf': ['validity', 'actsFor', 'declaration'],
  switch: ['initial'],
};

/** The kinds a request can have. */
export const requestKinds: readonly string[] = Object.keys(fields);

/** Every field a request of this kind may have: what is not there cannot be said. */
export const fieldsOf = (kind: string): readonly string[] => [
  ...everywhere,
  ...fields[kind as keyof typeof fields],
];

/** The texts a request of this kind must carry under a profile. */
export const requiredTexts = (kind: string, profile: Profile): readonly RequiredText[] => {
  const { notice, guardian, withdrawal } = profile;
  const told = (keys: readonly string[], article: string): readonly RequiredText[] =>
    keys.map((key) => ({ key, article }));
  return [
    ...told(['purpose', 'data', 'refusal'], notice),
    ...told(withdrawal.told ? ['withdrawal'] : [], withdrawal.article),
    ...told(kind === 'guardian' ? guardianTexts : [], `${guardian.article}; ${childTerms}`),
    ...told(kind === 'on-behalf' ? ['declaration'] : [], notice),
  ];
};
