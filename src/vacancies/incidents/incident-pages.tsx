import { LANGUAGES, type Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstant } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { NOTE_FIELD, REASON_FIELD } from '../editing/correction-form.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { staffNav, TitleText } from '../vacancy-pages.tsx';
import { fillIn } from '../vacancy-texts.ts';
import { EXTENSION_DAYS, isEverybodys, type Incident, type IncidentRules } from './incident.ts';
import { Figures } from './incident-parts.tsx';
import { INCIDENT_TEXTS } from './incident-texts.ts';

export type IncidentsPageProps = {
  page: PageContext;
  incidents: Incident[];
  rules: IncidentRules;
  /** Whether the reader may extend a deadline. */
  mayExtend: boolean;
  values: FormValues;
  chosen: string[];
  errors: FieldError[];
};

/** What happened before which deadline, with its figures, and the one step that extends for everybody. */
export function IncidentsPage(props: IncidentsPageProps) {
  const { page, incidents, rules, errors, mayExtend } = props;
  const everybodys = incidents.filter(isEverybodys);
  const t = INCIDENT_TEXTS[page.language];
  return (
    <StaffLayout page={page} title={t.title} nav={staffNav(page)} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{fillIn(t.intro, { minutes: rules.minutes, hours: rules.hours })}</p>
      {incidents.length === 0 ? <p>{t.none}</p> : <Incidents {...props} />}
      {mayExtend && everybodys.length > 0 && <ExtensionForm {...props} incidents={everybodys} />}
    </StaffLayout>
  );
}

function Incidents({ page: { language }, incidents }: IncidentsPageProps) {
  const t = INCIDENT_TEXTS[language];
  return (
    <DataTable
      caption={t.title}
      hiddenCaption
      columns={[
        { heading: t.vacancy, rowHeader: true },
        { heading: t.deadline },
        { heading: t.happened },
        { heading: t.people },
      ]}
      rows={incidents.map((incident) => {
        const { vacancy, openDrafts, submitted } = incident;
        const { reference } = vacancy;
        return {
          key: `${reference} ${incident.entrance}`,
          cells: [
            <a key="link" href={`/${language}/staff/vacancies/${reference}`}>
              {reference} <TitleText title={vacancy.title} language={language} fallback={reference} />
            </a>,
            <When key="when" {...{ incident, language }} />,
            <Figures key="figures" {...{ incident, language }} />,
            <ul key="people">
              <li>{plural(openDrafts, t.drafts, language)}</li>
              <li>{plural(submitted, t.submitted, language)}</li>
            </ul>,
          ],
        };
      })}
    />
  );
}

/** The deadline; where it is that of serving staff, with the way to give them another. */
function When({ incident, language }: { incident: Incident; language: Language }) {
  const { reference, deadlineAt, deadlineZone } = incident.vacancy;
  const t = INCIDENT_TEXTS[language];
  const at = formatInstant(deadlineAt, deadlineZone, language);
  if (isEverybodys(incident)) return at;
  return (
    <>
      {at}
      <br />
      {t.ofStaff} <a href={`/${language}/staff/vacancies/${reference}/internal-dates`}>{t.moveTheirs}</a>
    </>
  );
}

function ExtensionForm({ page: { language }, incidents, values, chosen, errors }: IncidentsPageProps) {
  const t = INCIDENT_TEXTS[language];
  const days = EXTENSION_DAYS.map((count) => ({ value: String(count), text: plural(count, t.dayChoice, language) }));
  return (
    <section>
      <h2>{t.extend}</h2>
      <p>{t.extendIntro}</p>
      <form method="post" action={`/${language}/staff/incidents/extension`} class="form" novalidate>
        <Checkboxes
          name="vacancy"
          label={t.which}
          options={incidents.map(({ vacancy: { reference } }) => ({ value: reference, text: reference }))}
          values={chosen}
          error={errorOf(errors, 'vacancy')}
        />
        <Radios
          name="days"
          label={t.days}
          hint={t.daysHint}
          options={days}
          value={valueOf(values, 'days')}
          error={errorOf(errors, 'days')}
        />
        <TextArea
          name={REASON_FIELD}
          label={t.reason}
          rows={3}
          value={valueOf(values, REASON_FIELD)}
          error={errorOf(errors, REASON_FIELD)}
        />
        {LANGUAGES.map((side) => (
          <TextArea
            key={side}
            name={NOTE_FIELD[side]}
            label={t.note[side]}
            lang={side}
            rows={3}
            value={valueOf(values, NOTE_FIELD[side])}
            error={errorOf(errors, NOTE_FIELD[side])}
          />
        ))}
        <p class="actions">
          <SubmitButton>{t.submit}</SubmitButton>
        </p>
      </form>
    </section>
  );
}
