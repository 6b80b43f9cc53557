import type { Language } from './language.js';
import { collection } from './en/collection.js';
import { head } from './en/head.js';
import { marks } from './en/marks.js';
import { parties } from './en/parties.js';
import { permissions } from './en/permissions.js';
import { person } from './en/person.js';
import { statements } from './en/statements.js';

/** English as privacy policies are written in it; patterns match text after NFKC. */
export const en: Language = {
  ...head,
  ...permissions,
  ...collection,
  ...parties,
  ...statements,
  ...person,
  ...marks,
};
