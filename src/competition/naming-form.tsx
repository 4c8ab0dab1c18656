import { countriesByName } from '../regulations/organisation/countries.ts';
import { errorOf, Radios, Select, SubmitButton, TextField } from '../site/forms.tsx';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import { COMPETITION_ROLES, GENDERS } from './member.ts';
import type { MemberForm, PeopleProps } from './people-props.ts';

/** Names somebody for a task in a competition. */
export function NamingForm({ page: { language }, reference, organisation, form, errors }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const roles = COMPETITION_ROLES.map((value) => ({ value, text: t.roles[value], hint: t.roleHints[value] }));
  const grades = organisation.grades.order.map((value) => ({ value, text: value }));
  const countries = countriesByName(language).map(({ code, name }) => ({ value: code, text: name }));
  const field = (name: keyof MemberForm) => ({ name, value: form[name], error: errorOf(errors, name) });
  return (
    <>
      <h2>{t.add}</h2>
      <form method="post" action={`/${language}/staff/vacancies/${reference}/people`} novalidate>
        <TextField {...field('email')} type="email" label={t.email} hint={t.emailHint} />
        <Radios {...field('role')} label={t.role} options={roles} />
        <TextField {...field('namingReason')} label={t.namingReason} hint={t.namingReasonHint} optional />
        <Select {...field('grade')} label={t.grade} hint={t.gradeHint} options={grades} optional />
        {organisation.panel.grade && (
          <TextField
            {...field('gradeReason')}
            label={t.gradeReason}
            hint={`${t.belowRules[organisation.panel.grade.below ?? 'decides']} ${organisation.panel.grade.source[language]}`}
            optional
          />
        )}
        <TextField {...field('unit')} label={t.unit} hint={t.unitHint} optional />
        <Select
          {...field('gender')}
          label={t.gender}
          hint={t.genderHint}
          options={GENDERS.map((value) => ({ value, text: t.genders[value] }))}
          optional
        />
        <Select {...field('nationality')} label={t.nationality} hint={t.nationalityHint} options={countries} optional />
        <p class="actions">
          <SubmitButton>{t.addButton}</SubmitButton>
        </p>
      </form>
    </>
  );
}
