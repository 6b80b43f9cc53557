export { permissionKinds, type PermissionKindEntry } from './kinds.js';
export { permissionKindOf, permissionRequestId } from './request-id.js';
export { judge, personLimit, type Observed } from './verdict.js';
export type * from './model.js';
export type * from './port.js';
