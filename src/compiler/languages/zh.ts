import type { Language } from './language.js';
import { collection } from './zh/collection.js';
import { head } from './zh/head.js';
import { marks } from './zh/marks.js';
import { parties } from './zh/parties.js';
import { permissions } from './zh/permissions.js';
import { person } from './zh/person.js';
import { statements } from './zh/statements.js';

/** Chinese as privacy policies are written in it; patterns match text after NFKC, so colons and brackets are half-width. */
export const zh: Language = {
  ...head,
  ...permissions,
  ...collection,
  ...parties,
  ...statements,
  ...person,
  ...marks,
};
