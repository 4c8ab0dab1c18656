import type { FromLevels } from '../../applications/stages/stage-queries.ts';
import type { Context } from '../../people/context.ts';
import { levelsFoundIn } from './language-result-queries.ts';
import { belowLevel, languageStandings } from './language-standing.ts';
import { levelsBefore } from './missing-level-queries.ts';

/** What steps of staff, which no panel reports on, are told of language levels. */
export const fromLevels = ({ organisation: { languages: scheme } }: Pick<Context, 'organisation'>): FromLevels => ({
  missing: levelsBefore,
  below: async (db, { reference, notice: { languages: required } }) =>
    belowLevel(languageStandings(await levelsFoundIn(db, reference), { scheme, required })),
});
