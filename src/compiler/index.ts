export {
  COMPILE_STEPS,
  compilePolicy,
  type CompileOptions,
  type CompileStep,
  type PolicyText,
} from './compile.js';
export type { Block, BlockKind, FactStep, Finding, Folded, PolicyDocument } from './document.js';
export { MEDIA_TYPE_OF_ENDING, type SourceMediaType } from './media-types.js';
