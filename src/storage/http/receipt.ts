import { own } from '../../own.js';
import type { ParkedRecord } from './port.js';

/** What the receiver says it did with a batch. */
export interface Receipt {
  readonly stored: ReadonlySet<unknown>;
  readonly rejected: readonly ParkedRecord[];
  /** Signed receipts by event id, unread. */
  readonly receipts: Readonly<Record<string, unknown>> | undefined;
}

/** The receipt a reply's text is; undefined for anything else, whatever its status was: a captive portal answers 200 too. */
export const readReceipt = (text: string): Receipt | undefined => {
  const value = parse(text);
  const stored = own(value, 'stored');
  if (own(value, 'schema') !== 'mingshi.receipt/1' || !Array.isArray(stored)) return undefined;
  const rejected = own(value, 'rejected');
  const receipts = own(value, 'receipts');
  return {
    stored: new Set<unknown>(stored),
    rejected: Array.isArray(rejected) ? rejected.map(readRefusal) : [],
    receipts: receipts as Receipt['receipts'],
  };
};

const readRefusal = (entry: unknown): ParkedRecord => {
  const word = (key: string): string => {
    const value = own(entry, key);
    return typeof value === 'string' ? value : '';
  };
  return { id: word('id'), code: word('code') || 'storage/refused', sentence: word('sentence') };
};

export const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
