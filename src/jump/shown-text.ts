/** What is seen as nothing, or turns what stands beside it: controls, format and direction signs, fillers, odd spaces. */
const HIDDEN = /(?![ \u3000])[\p{Cc}\p{Cf}\p{Z}\p{Co}\p{Cs}\p{DI}]/u;

/** Letters and digits of any script that reads from left to right. The rest of an address stays as its percent escapes. */
const READABLE =
  /(?!\p{sc=Zinh}|\p{DI}|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])[\p{L}\p{M}\p{N}]/u;

/** Text with each character that hides or turns written as its code, `\u{202e}`. Line breaks and tabs of a message stay. */
export const shownText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\t\x20-\x7e]/gu, (sign) =>
      HIDDEN.test(sign) ? `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}` : sign,
    );

/** True where an address, with its escapes read, has characters that hide or turn. */
export const hidesCharacters = (href: string): boolean =>
  (href.match(ESCAPED) ?? []).some((run) => HIDDEN.test(decoded(run)));

const ESCAPED = /(?:%[89a-f][\da-f])+/gi;

/** Percent escapes read; the text itself where they are no UTF-8. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * A parsed address to be read by a person: user and password left out, here and in addresses inside it; letters and digits
 * written as escapes shown as such where they name no destination (in the path and query of a web address, after the question
 * mark of others); everything else (spaces, signs, emoji, right-to-left scripts, direction and invisible characters) as its
 * escape, so that what comes first on screen comes first in the address.
 */
export const shownAddress = (href: string): string =>
  href
    .replace(/^([^:]*:\/\/)[^/?#]*@/, '$1')
    .replace(INNER_USER_INFO, '$1')
    .replace(/^https?:\/\/[^/]*|^[^?]*|(?:%[89a-f][\da-f])+/gi, (part, at: number) =>
      at > 0 ? [...decoded(part)].map(shownSign).join('') : part,
    )
    .replace(/[^\x20-\x7e]/gu, shownSign);

const INNER_USER_INFO = /((?:\/|%2f){2})(?:(?!%2f|%3f|%23)[^/?#&\s])*(?:@|%40)/gi;

const shownSign = (sign: string): string =>
  sign < '\x7f' || READABLE.test(sign) ? sign : /\p{Cs}/u.test(sign) ? '\ufffd' : encodeURIComponent(sign);
