import { z } from 'zod';
import { ok, refuse } from '../../platform/result.ts';
import { twinGradeOutcome } from './explain-texts.ts';
import { inBoth, topic, worded, type Told } from './explain-topic.ts';
import { civilDay, gradesIn } from './explain-values.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { explainTwinGrade, explainTwinGradeRefusal } from '../contracts/twin-grade-texts.ts';
import { planTwinGrade, TWIN_GRADE_CANDIDATES, type TwinGradeRefusal } from '../contracts/twin-grade.ts';

/** What two grades for one post mean (C13 to C16). */
export const TWIN_GRADE_TOPIC = topic({
  help: `usage: concours explain twin-grade --grades LOWER-HIGHER --start DATE [OPTION …]

At which grade somebody is appointed, and from when an advancement to the higher one is possible.
  --grades G10-G12      the two grades of the post
  --start DATE          first day in the post, YYYY-MM-DD
  --candidate WHO       ${TWIN_GRADE_CANDIDATES.join(', ')} (external)
  --on DATE             the day whose rules count; by default the first day in the post
`,
  options: {
    grades: z.string(),
    start: civilDay,
    candidate: z.enum(TWIN_GRADE_CANDIDATES, `one of ${TWIN_GRADE_CANDIDATES.join(', ')}`).default('external'),
    on: civilDay.optional(),
  },
  answer(asked, organisation) {
    const grades = gradesIn(asked.grades, organisation);
    if (!grades.ok) return grades;
    const [lower, higher, ...others] = grades.value;
    if (lower === undefined || higher === undefined || others.length > 0)
      return refuse(['--grades: Expected two grades, such as G10-G12']);
    const { start: startsOn, candidate, on = startsOn } = asked;
    const planned = planTwinGrade(organisation, { lower, higher, candidate, startsOn, on });
    if (planned.ok) {
      const { reasons, ...answer } = planned.value;
      const explained = worded(reasons, explainTwinGrade(planned.value));
      return ok({ refused: false, answer, outcome: twinGradeOutcome(planned.value), reasons: explained });
    }
    return ok(refused(planned.refusal, organisation));
  },
});

/** The rule on twin grades, where a refusal rests on the grades themselves. */
const TWIN_GRADE_RULE = 'C13';

function refused(found: TwinGradeRefusal, { grades }: Organisation): Told {
  const { reasons: given, ...refusal } = found;
  const told = explainTwinGradeRefusal(found);
  const sentence = inBoth((language) => told[language].sentence);
  const rule = grades.twinGrade[0]?.appointment.rule ?? TWIN_GRADE_RULE;
  const reasons = given.length > 0 ? given : [{ rule, source: grades.source, values: refusal }];
  return {
    refused: true,
    answer: { refusal, sentence },
    outcome: inBoth((language) => [told[language].sentence, told[language].next]),
    reasons: reasons.map((reason) => ({ ...reason, sentence })),
  };
}
