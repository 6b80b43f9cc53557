import { Worker } from 'node:worker_threads';
import { COMPILE_STEPS, type CompileStep } from '../../compiler/index.js';
import { ProgressState } from './progress-state.js';
import type { ProgressWork } from './progress-worker.js';

/** Tells how far a compilation is. */
export interface Progress {
  readonly step: (step: CompileStep) => void;
  /** Takes the line away. Nothing of it is left on the terminal when this returns. */
  readonly end: () => void;
}

const LABELS: Readonly<Record<CompileStep, string>> = {
  read: 'reading',
  'lay-out': 'putting lines together',
  outline: 'finding headings and clauses',
  facts: 'finding facts',
  hash: 'making hashes',
};

const SILENT: Progress = { step: () => undefined, end: () => undefined };

/**
 * Shows on a terminal which step is done for how long, from the first second on; a file, a pipe and a build server (`CI`) are told
 * nothing. A thread of its own writes the line, for the compiler does not pause.
 */
export function showProgress(name: string): Progress {
  if (!process.stderr.isTTY || process.env['CI'] || process.env['TERM'] === 'dumb') return SILENT;
  const state = new ProgressState(new SharedArrayBuffer(ProgressState.BYTES));
  const work: ProgressWork = {
    purpose: 'mingshi.progress',
    buffer: state.buffer,
    name,
    labels: COMPILE_STEPS.map((step) => LABELS[step]),
    columns: process.stderr.columns || 80,
  };
  const worker = new Worker(new URL('./progress-worker.js', import.meta.url), { workerData: work });
  worker.unref();
  worker.on('error', () => undefined);
  return { step: (step) => state.begin(COMPILE_STEPS.indexOf(step)), end: () => state.end() };
}
