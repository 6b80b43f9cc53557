// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One import of a module: where it stands, what it names, whether only types come over, whether it is loaded later. */
/** @typedef {{from: string, specifier: string, target: string, typeOnly: boolean, dynamic: boolean}} ModuleImport */

/** Every file under a folder of the project that a pattern fits, as paths from the project's root. @param {string} folder @param {RegExp} pattern */
export const filesUnder = (folder, pattern) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => posix.join(folder, String(name)))
    .filter((name) => pattern.test(name))
    .sort();

/** The path a relative import means, with the ending of the source; anything else as it is. @param {string} from @param {string} specifier */
function targetOf(from, specifier) {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(dirname(from), specifier);
  return from.endsWith('.ts') ? path.replace(/\.js$/, '.ts') : path;
}

/** @param {ts.Node} node @returns {{specifier: string, typeOnly: boolean, dynamic: boolean} | undefined} */
function importIn(node) {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier.text, typeOnly, dynamic: false };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, dynamic: false };
  }
  const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [written] = isImportCall ? node.arguments : [];
  const argument = written && ts.isAsExpression(written) ? written.expression : written;
  if (argument && ts.isStringLiteral(argument))
    return { specifier: argument.text, typeOnly: false, dynamic: true };
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return { specifier: node.argument.literal.text, typeOnly: true, dynamic: false };
  }
  return undefined;
}

/** The imports of one file, `import()` and `export … from` too. @param {string} from a path from the project's root @returns {ModuleImport[]} */
export function importsOf(from) {
  const file = ts.createSourceFile(
    from,
    readFileSync(join(ROOT, from), 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  /** @type {ModuleImport[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const one = importIn(node);
    if (one) found.push({ from, ...one, target: targetOf(from, one.specifier) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
