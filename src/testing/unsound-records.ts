import { sampleEvent, sampleToken } from './sample-events.js';

/** Records that must never be read as an answer. */
export const unsoundRecords = (): readonly object[] => [
  { ...sampleEvent(), schema: 'mingshi.event/2' },
  { ...sampleEvent(), decision: 'agreed' },
  { ...sampleEvent(), decision: ['granted'] },
  sampleEvent({ noticeHash: '' }),
  { ...sampleEvent(), extra: true },
  { ...sampleEvent(), policy: { id: 'sample', version: 1, language: 'zh-Hans' } },
  { ...sampleEvent(), supersedes: 'none' },
  { ...sampleEvent(), subject: {} },
  sampleEvent({ time: 'yesterday' }),
  { writer: sampleToken(), sequence: 1 },
];
