import { careerOf } from '../../people/profile/career.ts';
import { CareerSummary } from '../../people/profile/career-summary.tsx';
import { EntriesForm } from '../../people/profile/entries-form.tsx';
import { EntryFields } from '../../people/profile/entry-fields.tsx';
import { entryTold } from '../../people/profile/entry-words.ts';
import { SINGLE_ID } from '../../people/profile/profile-form.ts';
import { Checkboxes, errorOf } from '../../site/forms.tsx';
import { Notice, Why } from '../../site/parts.tsx';
import { EDUCATION_TEXTS } from '../../regulations/education/education-texts.ts';
import { speaksOfDegree } from '../../regulations/education/education.ts';
import { requirementsOf } from '../answers.ts';
import { dayIn, titleIn } from '../application.ts';
import { statedEntries, type CareerStep } from './career-gaps.ts';
import { CAREER_TEXTS } from './career-texts.ts';
import type { FieldsProps } from '../drafting/step-fields-props.ts';

/** The application's own copy of education or experience, and what posts add up to. */
export function CareerFields(props: FieldsProps & { step: CareerStep }) {
  const { page, dossier, answers, errors, now, step, newId } = props;
  const { rules, vacancy } = dossier;
  const { language } = page;
  const t = CAREER_TEXTS[language];
  const { none, entries } = answers[step];
  const today = dayIn(now, vacancy.deadlineZone);
  const stated = statedEntries(answers, step);
  return (
    <>
      <p>{t.intro[step]}</p>
      {step === 'education' && <AskedFor {...props} />}
      <EntriesForm part={step} {...{ entries, errors, newId, rules, language }} remove={t.leaveOut} />
      {stated.length === 0 && (
        <Checkboxes
          name={`${step}-none`}
          label={t.noneLabel}
          error={errorOf(errors, `${step}-none`)}
          values={none ? ['yes'] : []}
          options={[{ value: 'yes', text: t.none[step] }]}
        />
      )}
      <LeftOut {...props} />
      {step === 'experience' && stated.length > 0 && (
        <CareerSummary career={careerOf(stated, rules, today)} {...{ rules, language }} on={today} />
      )}
      {step === 'education' && (
        <Why>
          <p>{rules.form.education.source[language]}</p>
        </Why>
      )}
    </>
  );
}

/** What the notice itself says of degrees, in its own words; nothing where it says nothing. */
function AskedFor({ page: { language }, dossier: { rules, vacancy } }: FieldsProps) {
  const asked = requirementsOf(vacancy.notice).filter(
    ({ kind, text }) => kind === 'essential' && speaksOfDegree(text, rules.education),
  );
  if (asked.length === 0) return null;
  return (
    <Notice title={EDUCATION_TEXTS[language].asksFor}>
      <ul>
        {asked.map(({ key, text }) => {
          const shown = titleIn(text, language);
          return (
            <li key={key} lang={shown.language === language ? undefined : shown.language}>
              {shown.text}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Entries that this application leaves out, each with the way back. */
function LeftOut({ page: { language }, dossier: { rules }, answers, step }: FieldsProps & { step: CareerStep }) {
  const t = CAREER_TEXTS[language];
  const { leftOut } = answers[step];
  if (leftOut.length === 0) return null;
  return (
    <Notice title={t.leftOut}>
      <p>{t.leftOutNote}</p>
      <ul>
        {leftOut.map((entry) => {
          const name = entryTold(step, entry, { rules, language });
          return (
            <li key={entry.id}>
              {name}{' '}
              <button type="submit" class="link" name="restore" value={entry.id}>
                {t.putBack}
                <span class="hidden"> {name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** What the applicant is willing to do, a yes or a no each, in the organisation's words (E8). */
export function WillingnessFields({ page: { language }, dossier: { rules }, answers, errors }: FieldsProps) {
  const t = CAREER_TEXTS[language];
  const { rule, source } = rules.eligibility.willingness;
  return (
    <>
      <p>{t.willingness}</p>
      <EntryFields
        part="willingness"
        entry={{ id: SINGLE_ID, fields: answers.willingness }}
        {...{ errors, rules, language }}
      />
      <Why>
        <p>
          {rule} · {source[language]}
        </p>
      </Why>
    </>
  );
}
