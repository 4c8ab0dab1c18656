import { countryName } from '../regulations/organisation/countries.ts';
import { PERSON_NAMES } from '../regulations/contracts/contract-texts.ts';
import { PERSONS } from '../regulations/organisation/contracts-schema.ts';
import { DateField } from '../site/date-field.tsx';
import { errorOf, Radios, Select, TextField } from '../site/forms.tsx';
import type { DateFieldName, TextFieldName } from './contract-planner-form.ts';
import type { ContractFieldsProps } from './contract-planner-props.ts';
import { PLANNER_TEXTS } from './contract-planner-texts.ts';

/** The clause, the person, the first day, the grade and the country: what a contract is planned by. */
export function PostFields(props: ContractFieldsProps & { countryNeeded?: boolean }) {
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
      <ContractDay {...props} name="start" />
      <Select {...fieldOf(props, 'grade')} options={gradesOf(props)} value={typed.grade} optional />
      <Select
        {...fieldOf(props, 'country')}
        options={countries.map((code) => ({ value: code, text: countryName(code, language) }))}
        value={typed.country}
        optional={!props.countryNeeded}
      />
    </>
  );
}

/** For how long it is renewed, and how long they served in the post before. */
export function MonthFields(props: ContractFieldsProps) {
  const { typed } = props;
  return (
    <>
      <TextField {...fieldOf(props, 'renewal')} value={typed.renewal} inputmode="numeric" width="short" optional />
      <TextField {...fieldOf(props, 'earlier')} value={typed.earlier} inputmode="numeric" width="short" optional />
    </>
  );
}

/** The second of two grades, where the organisation knows such posts. */
export function HigherGrade(props: ContractFieldsProps) {
  if (props.organisation.grades.twinGrade.length === 0) return null;
  return <Select {...fieldOf(props, 'higher')} options={gradesOf(props)} value={props.typed.higher} optional />;
}

const gradesOf = ({ organisation }: ContractFieldsProps) =>
  organisation.grades.order.map((grade) => ({ value: grade, text: grade }));

const fieldOf = ({ page, errors }: ContractFieldsProps, name: TextFieldName | DateFieldName) => ({
  name,
  ...PLANNER_TEXTS[page.language].fields[name],
  error: errorOf(errors, name),
});

type DayProps = ContractFieldsProps & { name: DateFieldName; birthday?: boolean; hint?: string };

export function ContractDay(props: DayProps) {
  const { name, birthday, hint, typed } = props;
  const field = { ...fieldOf(props, name), ...(hint !== undefined && { hint }) };
  return <DateField {...field} value={typed[name]} birthday={birthday} optional={name !== 'start'} />;
}
