export { describeTarget } from './describe-target.js';
export type { TargetOptions } from './describe-target.js';
export { jumpRequestId, mayRemember } from './jump-request-id.js';
export type {
  JumpOutcome,
  JumpQuestion,
  JumpRequest,
  JumpTarget,
  TargetKind,
  TargetWarning,
} from './model.js';
