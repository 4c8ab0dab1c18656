import { countriesByName } from '../../regulations/organisation/countries.ts';
import { Fieldset } from '../../site/field.tsx';
import { errorOf, Select, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { MAX_NATIONALITIES } from '../answers.ts';

type NationalityProps = {
  page: PageContext;
  nationalities: string[];
  errors: FieldError[];
  legend: string;
  hint: string;
};

/** Up to three nationalities, each chosen from the countries in the language's alphabetical order. */
export function NationalityFields({ page, nationalities, errors, legend, hint }: NationalityProps) {
  const t = APPLICATION_TEXTS[page.language];
  const options = countriesByName(page.language).map(({ code, name }) => ({ value: code, text: name }));
  return (
    <Fieldset name="nationalities" label={legend} hint={`${t.nationalitiesHint} ${hint}`}>
      {Array.from({ length: MAX_NATIONALITIES }, (_, index) => (
        <Select
          key={index}
          name={`nationality-${index + 1}`}
          label={t.nationality(index + 1)}
          optional={index > 0}
          options={options}
          value={nationalities[index]}
          error={errorOf(errors, `nationality-${index + 1}`)}
        />
      ))}
    </Fieldset>
  );
}
