import { z } from 'zod';
import type { Localized } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { ASSESSMENT_OUTCOMES, explainAssessmentItem } from '../eligibility/eligibility-assessment-texts.ts';
import { assessEligibility, type Assessment, type CandidateFacts } from '../eligibility/eligibility-assessment.ts';
import { countExperience, type WorkPeriod } from '../eligibility/experience.ts';
import { levelsIn } from './explain-languages.ts';
import { inBoth, topic, type Told, type WrongUsage } from './explain-topic.ts';
import { civilDay, country, wholeNumber } from './explain-values.ts';
import { readLanguageParts } from '../eligibility/language-requirement-words.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Everything that the rules say of a person and a vacancy before a person looks at them (E1 to E10). */
export const ELIGIBILITY_TOPIC = topic({
  help: `usage: concours explain eligibility --nationality CC --on DATE [OPTION …]

What the rules decide, what they prepare for a person, and what is declared.
  --nationality CC      ISO 3166-1; once for each that is held
  --on DATE             the day that counts, YYYY-MM-DD
  --serving-staff       for somebody who works for the organisation already
  --fast-track          for a competition open only to holders of a clearance, with --clearance LEVEL for the post
  --held, --issuer, --valid-until   the clearance held
  --requires, --level   languages, as in “concours explain languages”
  --years N             of experience, as the notice asks for them
  --experience FROM..TO[@PERCENT]   work; TO is left out for work that goes on; once for each post
  --qualified DATE      the day of the qualification
`,
  options: {
    nationality: z.array(country).default([]),
    on: civilDay,
    'serving-staff': z.boolean().optional(),
    'fast-track': z.boolean().default(false),
    clearance: z.string().optional(),
    held: z.string().optional(),
    issuer: z.string().optional(),
    'valid-until': civilDay.optional(),
    requires: z.string().optional(),
    level: z.array(z.string()).optional(),
    years: wholeNumber.optional(),
    experience: z.array(z.string()).optional(),
    qualified: civilDay.optional(),
  },
  lists: ['nationality', 'level', 'experience'],
  flags: ['serving-staff', 'fast-track'],
  answer(asked, organisation) {
    const work = workIn(asked.experience);
    const parts = readLanguageParts(asked.requires ?? '', organisation.languages.official);
    const levels = levelsIn(asked.level ?? []);
    if (!work.ok) return work;
    if (!levels.ok) return levels;
    if (asked.requires !== undefined && !parts.ok)
      return refuse([`--requires: “${parts.refusal.words}” is not understood`]);
    const counted = countExperience(organisation, work.value ?? [], { on: asked.on });
    if (!counted.ok && counted.refusal.kind === 'impossible-period')
      return refuse([`--experience: “${asked.experience?.[counted.refusal.index]}” is no possible period`]);

    const held = asked.held && {
      level: asked.held,
      issuer: asked.issuer ?? null,
      validUntil: asked['valid-until'] ?? null,
    };
    const candidate: CandidateFacts = {
      nationalities: asked.nationality,
      servingStaff: asked['serving-staff'],
      clearance: held || undefined,
      languages: asked.level && levels.value,
      work: work.value,
      qualifiedOn: asked.qualified,
    };
    const vacancy = {
      languages: parts.ok ? parts.value : [],
      clearance: asked.clearance ?? null,
      fastTrack: asked['fast-track'],
      years: asked.years,
    };
    return ok(told(organisation, assessEligibility(organisation, { candidate, vacancy, on: asked.on }), asked.on));
  },
});

function told(rules: Organisation, { mayApply, items }: Assessment, on: string): Told {
  const explained = items.map((item) => explainAssessmentItem(item, { rules, on }));
  return {
    refused: !mayApply,
    answer: { mayApply, outcomes: Object.fromEntries(items.map(({ rule, outcome }) => [rule, outcome])) },
    outcome: inBoth((language) => [
      MAY_APPLY[mayApply ? 'yes' : 'no'][language],
      ...items.map(({ rule, outcome }) => `${rule}${COLON[language]} ${ASSESSMENT_OUTCOMES[outcome][language]}`),
    ]),
    reasons: items.map(({ rule, source, details, kind }, index) => ({
      rule,
      source,
      values: details,
      decides: kind,
      sentence: inBoth((language) => explained[index]?.[language].sentence ?? ''),
    })),
  };
}

const COLON: Localized = { en: ':', fr: ' :' };

const MAY_APPLY = {
  yes: { en: 'No rule keeps this person from applying.', fr: 'Aucune règle n’empêche cette personne de postuler.' },
  no: { en: 'A rule keeps this person from applying.', fr: 'Une règle empêche cette personne de postuler.' },
};

const PERIOD = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})?(?:@(\d{1,3}))?$/;

/** `2015-01-01..2020-03-31@50`: work from a day to a day, and its share of full time. */
function workIn(given: readonly string[] | undefined): Result<WorkPeriod[] | undefined, WrongUsage> {
  const read = (given ?? []).map((each) => ({ each, found: PERIOD.exec(each) }));
  const wrong = read.filter(({ found }) => found === null);
  if (wrong.length > 0)
    return refuse(wrong.map(({ each }) => `--experience: “${each}” is not of the form 2015-01-01..2020-03-31@50`));
  const periods = read.map(({ found }): WorkPeriod => {
    const [, from = '', to, percent] = found ?? [];
    return { from, to: to ?? null, ...(percent === undefined ? {} : { percent: Number(percent) }) };
  });
  return ok(given && periods);
}
