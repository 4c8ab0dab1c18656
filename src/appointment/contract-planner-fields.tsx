import { countryName } from '../regulations/organisation/countries.ts';
import { PERSON_NAMES } from '../regulations/contracts/contract-texts.ts';
import { PERSONS } from '../regulations/organisation/contracts-schema.ts';
import { DateField } from '../site/date-field.tsx';
import { errorOf, Radios, Select, SubmitButton, TextField } from '../site/forms.tsx';
import type { PlannerProps } from './contract-planner-props.ts';
import type { DateFieldName, TextFieldName } from './contract-planner-form.ts';
import { PLANNER_TEXTS } from './contract-planner-texts.ts';
import { dependsOnAge } from './contract-planner.ts';

/**
 * What is asked. The form only reads, so that its answer has an address; with a date of birth in it, it is sent as a body,
 * since nothing personal stands in an address.
 */
export function PlannerForm(props: PlannerProps) {
  const { page, organisation, plan } = props;
  const t = PLANNER_TEXTS[page.language];
  const address = `/${page.language}/staff/contract-planner`;
  const withAge = dependsOnAge(organisation);
  return (
    <form method={withAge ? 'post' : 'get'} action={address} class="planner-form" novalidate>
      <h2>{t.choosePost}</h2>
      <PostFields {...props} />
      <details open={isMoreGiven(props)}>
        <summary>{t.more}</summary>
        <div class="fields">
          <MoreFields {...props} />
          {withAge && <Day {...props} name="born" birthday />}
        </div>
      </details>
      <div class="actions">
        <SubmitButton>{t.plan}</SubmitButton>
        {plan && <a href={address}>{t.anew}</a>}
      </div>
    </form>
  );
}

const MORE = ['renewal', 'earlier', 'higher'] as const;
const MORE_DATES = ['on', 'request', 'born'] as const;

/** What stands folded is open where something is in it, or is wrong in it. */
const isMoreGiven = ({ typed, errors }: PlannerProps): boolean =>
  MORE.some((name) => typed[name] !== '') ||
  MORE_DATES.some((name) => Object.values(typed[name]).some((part) => part !== '')) ||
  errors.some(({ field }) => [...MORE, ...MORE_DATES].some((name) => name === field));

function PostFields(props: PlannerProps) {
  const { page, organisation, typed } = props;
  const { language } = page;
  const clauses = organisation.contractClauses.map(({ code, name, headline }) => ({
    value: code,
    text: name[language],
    hint: headline[language],
  }));
  const persons = PERSONS.map((person) => ({ value: person, text: PERSON_NAMES[person][language] }));
  const countries = [...new Set(organisation.dutyStations.map(({ country }) => country))];
  return (
    <>
      <Radios {...fieldOf(props, 'clause')} options={clauses} value={typed.clause} />
      <Radios {...fieldOf(props, 'person')} options={persons} value={typed.person || 'non-seconded'} />
      <Day {...props} name="start" />
      <Select {...fieldOf(props, 'grade')} options={gradesOf(props)} value={typed.grade} optional />
      <Select
        {...fieldOf(props, 'country')}
        options={countries.map((code) => ({ value: code, text: countryName(code, language) }))}
        value={typed.country}
        optional
      />
    </>
  );
}

function MoreFields(props: PlannerProps) {
  const { organisation, typed } = props;
  return (
    <>
      <Day {...props} name="on" />
      <TextField {...fieldOf(props, 'renewal')} value={typed.renewal} inputmode="numeric" width="short" optional />
      <TextField {...fieldOf(props, 'earlier')} value={typed.earlier} inputmode="numeric" width="short" optional />
      <Day {...props} name="request" />
      {organisation.grades.twinGrade.length > 0 && (
        <Select {...fieldOf(props, 'higher')} options={gradesOf(props)} value={typed.higher} optional />
      )}
    </>
  );
}

const gradesOf = ({ organisation }: PlannerProps) =>
  organisation.grades.order.map((grade) => ({ value: grade, text: grade }));

const fieldOf = ({ page, errors }: PlannerProps, name: TextFieldName | DateFieldName) => ({
  name,
  ...PLANNER_TEXTS[page.language].fields[name],
  error: errorOf(errors, name),
});

function Day(props: PlannerProps & { name: DateFieldName; birthday?: boolean }) {
  const { name, birthday, typed } = props;
  return <DateField {...fieldOf(props, name)} value={typed[name]} birthday={birthday} optional={name !== 'start'} />;
}
