import type { Language } from '../../platform/language.ts';
import { countriesByName } from '../../regulations/organisation/countries.ts';
import { explainClearance } from '../../regulations/eligibility/clearance-texts.ts';
import { compareLanguages } from '../../regulations/eligibility/language-levels.ts';
import { ReasonList } from '../../regulations/rule-link.tsx';
import { explainLanguages, explainNationality, type Explanation } from '../../regulations/regulations-texts.ts';
import { DateField } from '../../site/date-field.tsx';
import { Checkboxes, errorOf, Select, TextArea, TextField } from '../../site/forms.tsx';
import { Notice, Why } from '../../site/parts.tsx';
import { dateParts } from '../../people/profile/profile-form.ts';
import type { Dossier } from '../application.ts';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { LIMITS, NO_LEVEL, type Answers } from '../answers.ts';
import { ClearanceFields } from '../eligibility/clearance-fields.tsx';
import { NationalityFields } from '../eligibility/nationality-fields.tsx';
import { clearanceGaps, type StatedClearance } from '../eligibility/stated-clearance.ts';
import { ELIGIBILITY_TEXTS } from '../eligibility/eligibility-texts.ts';
import { clearanceAt, eligibilityAt, probablyNot } from './steps.ts';
import { languageName } from '../../site/language-name.ts';
import type { FieldsProps } from './step-fields-props.ts';

/** Only what is needed to know the applicant and the rule on nationality. */
export function IdentityFields({ page, dossier, answers: { identity }, errors, now }: FieldsProps) {
  const t = APPLICATION_TEXTS[page.language];
  const countries = countriesByName(page.language).map(({ code, name }) => ({ value: code, text: name }));
  const field = (name: 'givenNames' | 'familyName' | 'residence' | 'telephone') => ({
    name,
    ...t.fields[name],
    value: identity[name],
    error: errorOf(errors, name),
  });
  return (
    <>
      <TextField {...field('givenNames')} autocomplete="given-name" />
      <TextField {...field('familyName')} autocomplete="family-name" />
      <BirthDate {...{ page, dossier, errors }} typed={identity} />
      <NationalityFields
        {...{ page, errors }}
        nationalities={identity.nationalities}
        legend={t.nationalities}
        hint=""
      />
      <NationalityAnswer {...{ page, dossier, now }} nationalities={identity.nationalities} />
      <Clearance {...{ page, dossier, errors, now }} stated={identity.clearance} />
      <Exception {...{ page, dossier, errors, now }} typed={identity} />
      <Select {...field('residence')} options={countries} autocomplete="country" />
      <TextField {...field('telephone')} type="tel" autocomplete="tel" width="medium" optional />
    </>
  );
}

type BirthDateProps = Pick<FieldsProps, 'page' | 'dossier' | 'errors'> & { typed: Answers['identity'] };

/** Only where the organisation asks for it; with what it is for. */
function BirthDate({ page: { language }, dossier, errors, typed }: BirthDateProps) {
  const { asked } = dossier.rules.form.birthDate;
  if (asked === 'no') return null;
  const { label, hint } = APPLICATION_TEXTS[language].birthDate;
  return (
    <DateField
      name="bornOn"
      {...{ label, hint }}
      value={dateParts(typed.bornOn ?? '')}
      birthday
      optional={asked === 'optional'}
      error={errorOf(errors, 'bornOn')}
    />
  );
}

type ExceptionProps = Pick<FieldsProps, 'page' | 'dossier' | 'errors' | 'now'> & { typed: Answers['identity'] };

/** Where the rules speak against what is stated: the field in which a person is told why they should not count. */
function Exception({ page: { language }, dossier, errors, now, typed }: ExceptionProps) {
  const t = ELIGIBILITY_TEXTS[language];
  const answers = { ...dossier.application.answers, identity: typed };
  const against = probablyNot({ ...dossier, application: { ...dossier.application, answers } }, now);
  const stated = typed.nationalities.length > 0;
  const asked = stated && (against.nationality !== undefined || against.clearance !== undefined);
  if (!asked && !typed.exception) return null;
  return (
    <>
      {asked && <p>{t.probablyNotNext}</p>}
      <TextArea
        name="exception"
        label={t.why}
        hint={t.whyHint}
        optional={!asked}
        value={typed.exception}
        maxCharacters={LIMITS.exception}
        error={errorOf(errors, 'exception')}
      />
    </>
  );
}

type ClearanceProps = Pick<FieldsProps, 'page' | 'dossier' | 'errors' | 'now'> & {
  stated: StatedClearance | undefined;
};

/** The clearance held and what it means, where the vacancy is for holders of one. */
function Clearance({ page: { language }, dossier: { vacancy, rules }, errors, now, stated }: ClearanceProps) {
  const answer = clearanceAt(stated, { vacancy, rules, at: now });
  if (!answer) return null;
  const complete = clearanceGaps(stated, rules).length === 0;
  return (
    <>
      <ClearanceFields {...{ rules, language, stated, errors }} />
      {complete && (
        <Notice tone={answer.outcome === 'not-eligible' ? 'warning' : 'success'}>
          <ReasonList reasons={explainClearance(answer)[language]} language={language} />
        </Notice>
      )}
    </>
  );
}

function NationalityAnswer({
  page,
  dossier,
  now,
  nationalities,
}: Pick<FieldsProps, 'page' | 'dossier' | 'now'> & { nationalities: string[] }) {
  if (nationalities.length === 0) return null;
  const answer = eligibilityAt(nationalities, { vacancy: dossier.vacancy, rules: dossier.rules, at: now });
  const reason = explainNationality(answer.ok ? answer.value : answer.refusal)[page.language];
  return (
    <Notice tone={answer.ok ? 'success' : 'warning'}>
      <p>{reason.sentence}</p>
      <WhyOf reason={reason} language={page.language} />
    </Notice>
  );
}

/** The rule behind an answer, where it stands, and what to do where it is wrong. */
const WhyOf = ({ reason: { rule, source, ifWrong }, language }: { reason: Explanation; language: Language }) => (
  <Why>
    <p>
      {APPLICATION_TEXTS[language].rule} {rule} · {source}
    </p>
    <p>{ifWrong}</p>
  </Why>
);

/** The applicant's own estimate in each official language, on the scale of the notice (b3). */
export function LanguageFields({ page, dossier, answers, errors }: FieldsProps) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const { official, levels, scheme } = dossier.rules.languages;
  const options = [
    ...levels.map(({ code, name }) => ({ value: code, text: name[language] ? `${code} · ${name[language]}` : code })),
    { value: NO_LEVEL, text: t.noLevel },
  ];
  return (
    <>
      <p>
        {t.levelsHint} {t.levelsScale[scheme === 'cefr' ? 'cefr' : 'own']}
      </p>
      {[...official, ...otherLanguages(answers, official)].map((code) => (
        <Select
          key={code}
          name={`level-${code}`}
          label={t.levelIn(languageName(code, language))}
          options={options}
          value={answers.languages[code]}
          optional={!official.includes(code)}
          error={errorOf(errors, `level-${code}`)}
        />
      ))}
      <LevelsAnswer dossier={dossier} answers={answers} language={language} />
    </>
  );
}

/** Languages of the profile that are not official here: some notices ask for one. */
const otherLanguages = ({ languages }: Answers, official: readonly string[]): string[] =>
  Object.keys(languages).filter((code) => /^[a-z]{2}$/.test(code) && !official.includes(code));

/** What the levels say of the notice's requirement: it informs, and stops nobody (E5). */
function LevelsAnswer({ dossier, answers, language }: { dossier: Dossier; answers: Answers; language: Language }) {
  const t = APPLICATION_TEXTS[language];
  const asked = dossier.vacancy.notice.languages;
  const { official } = dossier.rules.languages;
  if (!asked || official.some((code) => (answers.languages[code] ?? '') === '')) return null;
  const held = Object.fromEntries(
    official.map((code) => [code, answers.languages[code] === NO_LEVEL ? null : answers.languages[code]]),
  );
  const reason = explainLanguages(compareLanguages(dossier.rules.languages, asked, held))[language];
  return (
    <Notice title={t.levelsAsked}>
      <p>{reason.sentence}</p>
      <WhyOf reason={reason} language={language} />
    </Notice>
  );
}

/** What the applicant declares, in the organisation's own words, each with where it comes from. */
export function DeclarationFields({ page, dossier, answers, errors }: FieldsProps) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const { declarations } = dossier.rules;
  return (
    <>
      <Checkboxes
        name="declarations"
        label={t.declarations}
        hint={t.declarationsHint}
        error={errorOf(errors, 'declarations')}
        values={answers.declarations}
        options={declarations.map(({ code, text }) => ({ value: code, text: text[language] }))}
      />
      <Why summary={t.rulesAndSources}>
        <ul>
          {declarations.map(({ code, rule, source }) => (
            <li key={code}>
              {t.rule} {rule} · {source[language]}
            </li>
          ))}
        </ul>
      </Why>
    </>
  );
}
