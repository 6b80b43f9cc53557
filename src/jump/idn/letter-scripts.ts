/**
 * The scripts people write today (UAX 31, table 5) but for those of East Asia, each with the top-level domains where most names in it
 * are at home.
 */
export const SCRIPTS: readonly (readonly [script: string, ...homes: string[]])[] = [
  'Latn,Cyrl bg by kz pyc ru su ua uz,Grek gr,Armn am,Hebr il,Geor ge,Ethi er et,Thai th,Laoo la,Mymr mm',
  'Arab,Thaa,Deva,Beng,Guru,Gujr,Orya,Taml,Telu,Knda,Mlym,Sinh,Tibt,Khmr',
]
  .join()
  .split(',')
  .map((entry) => entry.split(' ') as [string, ...string[]]);
