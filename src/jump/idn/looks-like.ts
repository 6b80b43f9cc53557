import { lettersOf } from './letters-of.js';

/** A letter, and what is read as it. Marks on letters are left away first. */
const READ_AS = [
  'a2:51 3:b1 4:30,b0:fe 1:85 4:324c8d,c3:f2 4:41ab,d1:11 5:01,e2:59 3:b5 4:3554bd,f1:7f 4:93,g2:61 5:0d81,h1:27 4:3d5bbb 5:70',
  'j4:58,k1:38 3:ba 4:3a9b,l0:3169 1:3142 3:b9 4:56cf,m4:3c,n1:4b 4:3f 5:787c,o0:30f0f8 3:b8bf 4:3e 5:85,p3:c1 4:40',
  'q5:1b6366,r4:3391,s4:55,t1:67 3:c4 4:42,u4:46 5:7d,v4:75,w3:c9 4:484961 5:1d,x3:c7 4:45,y3:b3 4:43af',
]
  .join()
  .split(',')
  .map((entry) => [new RegExp(`[${lettersOf(entry.slice(1))}]`, 'gu'), entry.slice(0, 1)] as const);

/** A name as it is read at a glance. */
const atGlance = (name: string): string =>
  READ_AS.reduce(
    (read, [others, letter]) => read.replace(others, letter),
    name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  )
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');

/**
 * True where a label reads like another. A letter that is neither a-z nor known to pass for one may stand for up to three, as
 * long as half of the label is known: no list of look-alikes is whole.
 */
const readsLike = (label: string, meant: string): boolean => {
  const [seen, name] = [atGlance(label), atGlance(meant)];
  const known = seen.replace(NOT_ASCII, '').length;
  return (
    (seen.match(NOT_ASCII) ?? []).length < 7 &&
    known * 2 >= name.length &&
    new RegExp(`^${seen.replace(NOT_ASCII, '.{1,3}')}$`).test(name)
  );
};

const NOT_ASCII = /[^\0-\x7f]/gu;

/** True where the end of a host is not this name, and each of its labels reads like one of it. */
const endsLike = (host: string, name: string): boolean => {
  const labels = name.split('.');
  const end = host.split('.').slice(-labels.length);
  return end.join('.') !== name && labels.every((label, index) => readsLike(end[index] ?? '', label));
};

/** A name and what it ends in, down to two labels. */
const endingsOf = (name: string): readonly string[] => {
  const labels = name.split('.');
  return labels.slice(1).map((_, from) => labels.slice(from).join('.'));
};

/** Dots and hyphens alike: bank-com.example and bank.com.example both start with bank.com. */
const inDots = (name: string): string => `.${name.replace(/-/g, '.')}.`;

/**
 * True where a host passes for one of these and does not belong to it: its last labels read like theirs (аpple.com,
 * 1cbc.com.cn), or it carries their name and leads elsewhere (apple.com.example.net). Hosts are decoded and without ports; `host`
 * has letters, digits, dots, hyphens and underscores only. Addresses of numbers and one-label names are not passed for.
 */
export const looksLikeOneOf = (host: string, known: readonly string[]): boolean => {
  const names = known.filter((name) => /\.\D/.test(name));
  if (names.some((name) => `.${host}`.endsWith(`.${name}`))) return false;
  return names.some(
    (name) => inDots(host).includes(inDots(name)) || endingsOf(name).some((end) => endsLike(host, end)),
  );
};
