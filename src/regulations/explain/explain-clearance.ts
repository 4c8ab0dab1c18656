import { z } from 'zod';
import { ok, refuse } from '../../platform/result.ts';
import { explainClearance } from '../eligibility/clearance-texts.ts';
import { compareClearance } from '../eligibility/clearance.ts';
import { inBoth, topic, worded } from './explain-topic.ts';
import { civilDay } from './explain-values.ts';

/** What a clearance held means for a post (P1, E3, E3a). */
export const CLEARANCE_TOPIC = topic({
  help: `usage: concours explain clearance --required LEVEL --on DATE [OPTION …]

Whether the clearance held will do, is to be upgraded, or can be asked for once somebody is selected.
  --required LEVEL      of the post, by its code
  --on DATE             the day that counts, YYYY-MM-DD
  --held LEVEL          of the clearance held, where there is one
  --issuer CODE         the authority that issued it, as clearances.yaml names it
  --valid-until DATE    its last day
  --fast-track          for a competition open only to those who hold one
`,
  options: {
    required: z.string().optional(),
    on: civilDay,
    held: z.string().optional(),
    issuer: z.string().optional(),
    'valid-until': civilDay.optional(),
    'fast-track': z.boolean().default(false),
  },
  flags: ['fast-track'],
  answer(asked, organisation) {
    if (asked.held === undefined && (asked.issuer !== undefined || asked['valid-until'] !== undefined))
      return refuse(['--held is needed with --issuer and --valid-until']);
    const held =
      asked.held === undefined
        ? null
        : { level: asked.held, issuer: asked.issuer ?? null, validUntil: asked['valid-until'] ?? null };
    const question = { required: asked.required ?? null, held, on: asked.on, fastTrack: asked['fast-track'] };
    const found = compareClearance(organisation, question);
    const { reasons, ...answer } = found;
    const explained = explainClearance(found);
    const outcome = inBoth((language) => explained[language].slice(0, 1).map(({ sentence }) => sentence));
    return ok({ refused: found.outcome === 'not-eligible', answer, outcome, reasons: worded(reasons, explained) });
  },
});
