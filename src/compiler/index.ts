export { compilePolicy, type CompileOptions, type PolicyText } from './compile.js';
export type { Block, BlockKind, FactStep, Finding, Folded, PolicyDocument } from './document.js';
export type { SourceMediaType } from './read-source.js';
