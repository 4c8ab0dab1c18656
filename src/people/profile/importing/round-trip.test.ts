import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { europassOf } from '../exporting/europass-export.ts';
import { jsonResumeOf } from '../exporting/json-resume-export.ts';
import { PARTS, sameEntries, type Profile } from '../profile.ts';
import { readEuropass } from './europass.ts';
import { anyProfile, partsOf } from './importing-testing.ts';
import { readJsonResume } from './json-resume.ts';
import type { Proposal } from './proposal.ts';
import type { Result } from '../../../platform/result.ts';

const FORMATS: Record<string, (profile: Profile) => Result<Proposal, unknown>> = {
  'JSON Resume': (profile) => readJsonResume(jsonResumeOf(profile)),
  'Europass XML': (profile) => readEuropass(europassOf(profile)),
};

test.each(Object.entries(FORMATS))('a profile written as %s and read again is the same profile', (_, again) => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const read = again(profile);
      const parts = read.ok ? partsOf(read.value) : undefined;
      const changed = PARTS.filter((part) => !sameEntries(profile.parts[part], parts?.[part] ?? []));

      expect({ refused: read.ok ? undefined : read.refusal, changed }).toEqual({ refused: undefined, changed: [] });
    }),
    { numRuns: 150 },
  );
});
