import type { Tone } from '../../site/parts.tsx';
import type { RefereeStatus } from './reference.ts';

/** How each standing of a referee is shown. */
export const TONES: Record<RefereeStatus, Tone> = {
  named: 'plain',
  asked: 'info',
  given: 'success',
  declined: 'warning',
};
