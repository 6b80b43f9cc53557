import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { ProgressState } from './progress-state.js';

/** What the thread that shows the progress is given. */
export interface ProgressWork {
  readonly purpose: 'mingshi.progress';
  readonly buffer: SharedArrayBuffer;
  readonly name: string;
  /** What each step is called. */
  readonly labels: readonly string[];
  readonly columns: number;
}

/** Work shorter than this is not talked about; then the line is written anew this often. In milliseconds. */
const LATE = 1000;
const PACE = 250;

const WIPE = '\r\x1b[K';

function isWork(given: unknown): given is ProgressWork {
  return (
    typeof given === 'object' && given !== null && 'purpose' in given && given.purpose === 'mingshi.progress'
  );
}

/** A terminal that cannot take more at the moment is no reason to stop. */
function write(words: string): void {
  try {
    writeSync(2, words);
  } catch {
    return;
  }
}

function show({ buffer, name, labels, columns }: ProgressWork): void {
  const state = new ProgressState(buffer);
  const began = Date.now();
  if (!state.isLate(LATE)) return;
  do {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const head = `[${state.step + 1}/${labels.length}] ${labels[state.step] ?? ''}, ${seconds} s`;
    // A wide letter takes two columns: half of what is left is room enough, and the line never wraps.
    const room = Math.max(0, Math.floor((columns - head.length - 3) / 2));
    write(`${WIPE}${head}: ${[...name].slice(0, room).join('')}`.slice(0, columns + WIPE.length));
  } while (state.goesOn(PACE));
  write(WIPE);
  state.wiped();
}

const given: unknown = workerData;
if (isWork(given)) show(given);
