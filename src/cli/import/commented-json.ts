import type { Node, ParseError } from 'jsonc-parser';
import { loadReader } from '../../compiler/load-reader.js';
import { Failure } from '../failure.js';

/** A place in a file, from 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** JSON as people write it: comments and commas too many are read over, and every value knows where it stands. */
export interface CommentedJson {
  readonly value: unknown;
  /** Where the first comment stands. */
  readonly comment: FilePlace | undefined;
  /** Where a value stands, named by its keys; where it is missing, the nearest that holds it. */
  readonly placeOf: (path: readonly string[]) => FilePlace;
}

/** Reads JSON with comments. Rejects `Failure` with line and column for what is none. */
export async function readCommentedJson(file: string, text: string): Promise<CommentedJson> {
  const { parseTree, getNodeValue, visit, printParseErrorCode } = await loadReader(
    'jsonc-parser',
    () => import('jsonc-parser'),
  );
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (!root || error) {
    const { line, column } = placeAt(text, error?.offset ?? 0);
    const what = error ? printParseErrorCode(error.error) : 'it is empty';
    throw new Failure(`${file}:${line}:${column}: this is no JSON (${what}).`);
  }
  let comment: number | undefined;
  visit(text, { onComment: (offset) => void (comment ??= offset) });
  return {
    value: getNodeValue(root) as unknown,
    comment: comment === undefined ? undefined : placeAt(text, comment),
    placeOf: (path) => placeAt(text, nodeAt(root, path).offset),
  };
}

function nodeAt(root: Node, path: readonly string[]): Node {
  let found = root;
  for (const key of path) {
    const property = found.children?.find(({ children }) => children?.[0]?.value === key);
    if (!property?.children?.[1]) return found;
    found = property.children[1];
  }
  return found;
}

function placeAt(text: string, offset: number): FilePlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
