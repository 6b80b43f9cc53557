import type { Words } from '../../policy/model.js';
import type { Reading, Stretch } from './reading.js';
import { findThirdParties } from './third-parties.js';

/** More brands than this are looked for in no entry: the work stays in proportion to the text. */
const MOST = 200;

const known = new WeakMap<Reading, readonly string[]>();

/** The recipients that a stretch of words says a permission is for, such as `用于同盾用于…` or `高德SDK`. */
export function usersIn(reading: Reading, stretch: Stretch, anywhere = false): Words[] | undefined {
  const text = reading.text.slice(stretch.start, stretch.end);
  const users = brandsOf(reading).flatMap((brand) => {
    const at = text.indexOf(brand);
    const said =
      at >= 0 &&
      (anywhere ||
        reading.language.permission.userTail.test(text.slice(at + brand.length, at + brand.length + 12)));
    return said ? (reading.words(stretch.start + at, stretch.start + at + brand.length) ?? []) : [];
  });
  return users.length > 0 ? users : undefined;
}

function brandsOf(reading: Reading): readonly string[] {
  const brands =
    known.get(reading) ??
    [
      ...new Set(
        findThirdParties(reading.document).map((party) =>
          brandOf(party.name.text, party.company?.text ?? ''),
        ),
      ),
    ]
      .filter((brand) => brand.length > 1)
      .slice(0, MOST);
  known.set(reading, brands);
  return brands;
}

/** What a recipient's name and its company's name begin with alike, else its name without brackets and `SDK`. */
function brandOf(name: string, company: string): string {
  const left = name.normalize('NFKC').trim();
  const right = company.normalize('NFKC').trim();
  let length = 0;
  while (length < left.length && left.charAt(length) === right.charAt(length)) length += 1;
  return length > 1 && length < 7 ? left.slice(0, length).trim() : left.replace(/\(.*$|\s?SDK$/gi, '').trim();
}
