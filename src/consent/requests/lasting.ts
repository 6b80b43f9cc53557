import { isoTime } from '../../iso-time.js';
import type { Words } from '../desk.js';
import type { RequestValidity } from './model.js';

const day = 86_400_000;

/** How long a grant given at `from` (milliseconds since 1970) lasts, as its event says it. */
export const lasting = (validity: RequestValidity, from: number): Pick<Words, 'validity' | 'until'> =>
  typeof validity === 'string'
    ? { validity }
    : { validity: 'until', until: isoTime(from + validity.days * day) };
