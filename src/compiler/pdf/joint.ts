const LATIN_END = /[!-~\u00c0-\u024f]$/;
const LATIN_START = /^[!-~\u00c0-\u024f]/;
const ADDRESS = /(?:(?:https?:\/\/|www\.)[^\s\u3000-\uffef]*|[\w.+-]+@[\w.-]*)$/i;
/** A name such as `android.permission.CAMERA`, `com.example.app` or `READ_PHONE_STATE`. */
const NAME = /[A-Za-z]\w*[._](?:\w|[._])*$/;
const LONGEST_TAIL = 500;

/** Whether an address or a name goes on at the beginning of a line: no space breaks one. */
function continuesToken(before: string, after: string): boolean {
  const tail = before.slice(-LONGEST_TAIL);
  const token = /^[!-~]+/.exec(after)?.[0] ?? '';
  if (/^(?:https?:|www\.)/i.test(token)) return false;
  if (ADDRESS.test(tail)) {
    const inside = /[/#?=&_%@]|\d|[-.](?=\w)/.test(token) || /[/#?=&_%@.-]$/.test(tail);
    return inside || !/^\s|^$/.test(after.slice(token.length, token.length + 1));
  }
  return /[_]$/.test(tail) || /^[._](?=\w)/.test(token) || (NAME.test(tail) && /^\w+[._]\w/.test(token));
}

/** What joins two lines of a paragraph: nothing between ideographs, and inside an address; a space between Latin words. */
export function jointOf(before: string, after: string, spaceAfter: boolean): '' | ' ' {
  const [latinEnd, latinStart] = [LATIN_END.test(before), LATIN_START.test(after)];
  if (latinEnd && latinStart) {
    if (/^[,.;:!?)\]](?!\w)/.test(after) || /[-/]$/.test(before)) return '';
    return !spaceAfter && continuesToken(before, after) ? '' : ' ';
  }
  return spaceAfter && (latinEnd || latinStart) ? ' ' : '';
}
