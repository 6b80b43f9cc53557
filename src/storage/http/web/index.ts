export { httpStorage } from './http-storage.js';
export type { HttpStorage, HttpStorageOptions } from '../options.js';
export type {
  Deliveries,
  DeliveryMark,
  HttpFetch,
  HttpReply,
  HttpRequest,
  ParkedRecord,
  SendLocks,
} from '../port.js';
