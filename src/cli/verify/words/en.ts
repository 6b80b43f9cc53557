import type { VerifyWords } from '../verify-words.js';

/** What `verify` says in English. */
export const EN: VerifyWords = {
  title: 'Check of a ledger',
  sections: {
    result: 'Result',
    broken: 'Where it first breaks',
    findings: 'To be explained',
    chains: 'Chains',
    receipts: 'Receipts of a server',
  },
  labels: {
    file: 'file',
    result: 'result',
    events: 'records',
    erased: 'erased',
    heads: 'heads kept elsewhere',
    what: 'break',
    where: 'place',
    record: 'record there',
    means: 'meaning',
    chain: 'chain',
  },
  result: {
    consistent:
      'Whole: every chain holds in itself, nothing was edited, dropped, swapped or inserted. That all of it was rewritten, or its end cut off, the ledger alone cannot show.',
    authentic:
      'Whole, up to heads that were kept elsewhere: nothing was edited, dropped, cut off or rolled back since.',
    broken: 'Broken: the ledger is not as it was written.',
  },
  events: '{events}, in {chains} chains',
  erased:
    '{count} were erased on request: their place and hash still prove, the few words left of them do not',
  heads: '{count}',
  noHeads: 'none given (--head or --receipts)',
  fault: {
    'ledger/unreadable': 'There is an entry that is no record of this format.',
    'ledger/missing': 'Record {sequence} is missing.',
    'ledger/out-of-order': 'Record {sequence} is out of order.',
    'ledger/duplicate': 'Record {sequence} stands twice.',
    'ledger/changed': 'Record {sequence} does not have the hash that the record after it names.',
    'ledger/cut': 'Record {sequence} and all after it are missing.',
    'ledger/not-the-head': 'Record {sequence} is not the end that the chain is said to have.',
  },
  means: {
    'ledger/unreadable': 'It was edited, or written by another version. The entries before it are whole.',
    'ledger/missing': 'It was taken out, or the records after it were put in.',
    'ledger/out-of-order': 'Records were swapped, or one was put in again.',
    'ledger/duplicate': 'Two records stand in one place; one of them was put in later.',
    'ledger/changed': 'It was edited after it was written, or the one after it was put in later.',
    'ledger/cut':
      'The end was cut off, or the ledger was rolled back: a head kept elsewhere names these records.',
    'ledger/not-the-head': 'It was edited, or its whole chain was rewritten.',
  },
  place: 'record {sequence} of the writer {writer}',
  unasked: 'record {sequence} of the writer {writer} was erased, and no request in the ledger asks for it',
  covered: 'records 1 to {sequence}, all of them proven by a head kept elsewhere',
  partly: 'records 1 to {sequence}, up to {covered} proven by a head kept elsewhere',
  uncovered: 'records 1 to {sequence}, no head of it was kept elsewhere',
  receipt: 'holds: signed with the key {kid}, it names the end of {heads} chains',
  badReceipt: 'does not hold ({code}): {sentence}',
  number: 'number {number}',
};
