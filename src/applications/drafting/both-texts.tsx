import { countryName } from '../../regulations/organisation/countries.ts';
import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { NO_ANSWER } from '../../regulations/questions/question.ts';
import { questionsOf, type Dossier } from '../application.ts';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { NO_LEVEL, requirementsOf, type Answers, type AnswerStep } from '../answers.ts';
import { QUESTION_TEXTS } from '../questions/question-texts.ts';
import { languageName } from '../../site/language-name.ts';
import { differences, valueTold } from '../../people/profile/entry-words.ts';
import { isCareer, type CareerStep } from '../career/career-gaps.ts';

type BothTextsProps = { page: PageContext; dossier: Dossier; step: AnswerStep; typed: Answers };

/** What was saved meanwhile and what was just typed, side by side, for each field in which they differ. */
export function BothTexts({ page, dossier, step, typed }: BothTextsProps) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const text = (value: string) => <span class="as-typed">{value === '' ? t.nothing : value}</span>;
  return (
    <DataTable
      caption={t.changedCaption}
      columns={[{ heading: t.changedField, rowHeader: true }, { heading: t.changedSaved }, { heading: t.changedTyped }]}
      rows={told({ page, dossier, step, typed }).map(([field, before, now], index) => ({
        key: index,
        cells: [field, text(before), text(now)],
      }))}
    />
  );
}

/** Each field that differs, with what was saved and what was typed. */
function told({ page: { language }, dossier, step, typed }: BothTextsProps): [string, string, string][] {
  const { answers } = dossier.application;
  if (isCareer(step)) {
    const versions = { saved: answers[step].entries, typed: typed[step].entries };
    return differences(step, { ...versions, rules: dossier.rules, language });
  }
  const mine = TOLD[step](typed, dossier, language);
  return TOLD[step](answers, dossier, language).flatMap(([field, before], index): [string, string, string][] => {
    const now = mine[index]?.[1] ?? '';
    return before === now ? [] : [[field, before, now]];
  });
}

type Told = [field: string, text: string][];

/** The fields of a step with what stands in them, in words; the same fields in the same order whatever the answers. */
const TOLD: Record<
  Exclude<AnswerStep, CareerStep>,
  (answers: Answers, dossier: Dossier, language: Language) => Told
> = {
  identity: ({ identity }, _dossier, language) => {
    const t = APPLICATION_TEXTS[language];
    return [
      [t.fields.givenNames.label, identity.givenNames],
      [t.fields.familyName.label, identity.familyName],
      [t.nationalities, identity.nationalities.map((code) => countryName(code, language)).join(', ')],
      [t.fields.residence.label, countryName(identity.residence, language)],
      [t.fields.telephone.label, identity.telephone],
      [t.birthDate.label, identity.bornOn ?? ''],
      [QUESTION_TEXTS[language].reason, identity.exception ?? ''],
    ];
  },
  languages: ({ languages }, { rules }, language) => {
    const t = APPLICATION_TEXTS[language];
    return rules.languages.official.map((code) => {
      const level = languages[code] ?? '';
      return [languageName(code, language), level === NO_LEVEL ? t.noLevel : level];
    });
  },
  requirements: ({ requirements }, { vacancy }, language) => {
    const t = APPLICATION_TEXTS[language];
    return requirementsOf(vacancy.notice).map(({ key, kind, number }) => [
      kind === 'essential' ? t.requirement(number) : t.desirableNumber(number),
      requirements[key]?.text ?? '',
    ]);
  },
  questions: ({ questions }, dossier, language) =>
    questionsOf(dossier).map(({ code, text }) => {
      const { answer, details, reason } = questions[code] ?? NO_ANSWER;
      return [text[language], [answer.join(' '), details, reason].filter((part) => part.trim() !== '').join('\n')];
    }),
  willingness: ({ willingness }, { rules }, language) =>
    rules.eligibility.willingness.declarations.map(({ code, text }) => [
      text[language],
      valueTold('yes-or-no', willingness[code] ?? '', { rules, language }),
    ]),
  declarations: ({ declarations }, { rules }, language) =>
    rules.declarations.map(({ code, text }) => [text[language], declarations.includes(code) ? '✓' : '']),
};
