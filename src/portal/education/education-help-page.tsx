import type { Language } from '../../platform/language.ts';
import { calledIn, hasRemarks, namesIn, type DegreeNames } from '../../regulations/education/education.ts';
import { EDUCATION_TEXTS } from '../../regulations/education/education-texts.ts';
import { Called, kindsTold, Remarks } from '../../regulations/education/which-kind.tsx';
import { inForce } from '../../regulations/in-force.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import type { Education, Organisation } from '../../regulations/organisation/organisation.ts';
import { RuleLink } from '../../regulations/rule-link.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { Select, SubmitButton } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { collator } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Notice, Why } from '../../site/parts.tsx';

type HelpProps = {
  page: PageContext;
  organisation: Organisation;
  /** ISO 3166-1 alpha-2; the empty text for all countries. */
  country: string;
  /** The civil day, for the rule in force. */
  on: string;
};

/** Which kind of degree is whose: the kinds in plain words, and what degrees are usually called, country by country. */
export function EducationHelpPage({ page, organisation, country, on }: HelpProps) {
  const { language } = page;
  const t = EDUCATION_TEXTS[language];
  const { education } = organisation;
  const group = country === '' ? undefined : namesIn(education, country);
  const groups = country === '' ? education.countries : group ? [group] : [];
  const judged = inForce(organisation.eligibility.education, on);
  return (
    <PublicLayout page={page} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      {judged && (
        <Notice>
          <p>{t.judged.replace('{who}', judged.assessedBy[language])}</p>
          <Why>
            <p>
              <RuleLink rule={judged.rule} language={language} /> · {judged.source[language]}
            </p>
          </Why>
        </Notice>
      )}
      <h2>{t.kinds}</h2>
      <Kinds education={education} language={language} />
      <h2 id="names">{t.names}</h2>
      <p>{t.namesNote}</p>
      <CountryForm {...{ education, country, language }} />
      {groups.length === 0 && (
        <Notice title={countryName(country, language)}>
          <p>{t.noNames}</p>
        </Notice>
      )}
      {groups.map((one) => (
        <Names key={one.code} group={one} {...{ education, language }} />
      ))}
    </PublicLayout>
  );
}

type PartProps = { education: Education; language: Language };

function Kinds({ education, language }: PartProps) {
  const t = EDUCATION_TEXTS[language];
  const { kinds, scales } = education;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return (
    <>
      <DataTable
        caption={t.kinds}
        hiddenCaption
        columns={[{ heading: t.kind, rowHeader: true }, { heading: t.meaning }, { heading: t.levels }]}
        rows={kinds.map(({ code, name, meaning, isced, eqf }) => ({
          key: code,
          cells: [
            name[language],
            meaning[language],
            `${scales.isced[language]}${colon}${fromTo(isced)} · ${scales.eqf[language]}${colon}${fromTo(eqf)}`,
          ],
        }))}
      />
      <p>{t.other}</p>
      <Why>
        <p>{education.source[language]}</p>
        <p>{scales.source[language]}</p>
      </Why>
    </>
  );
}

/** `3–5`, `8`. */
const fromTo = (levels: readonly string[]): string => [...new Set([levels[0], levels.at(-1)])].join('–');

/** Works without JavaScript: it asks for the same page of one country. */
function CountryForm({ education, country, language }: PartProps & { country: string }) {
  const t = EDUCATION_TEXTS[language];
  const { compare } = collator(language);
  const covered = education.countries.flatMap(({ countries }) => countries);
  const options = [...new Set([...covered, ...(country === '' ? [] : [country])])]
    .map((value) => ({ value, text: countryName(value, language) }))
    .toSorted((a, b) => compare(a.text, b.text));
  return (
    <form method="get" action={`/${language}/help/education#names`}>
      <Select
        name="country"
        label={t.country}
        hint={t.countryHint}
        options={options}
        value={country}
        empty={t.anyCountry}
      />
      <SubmitButton tone="quiet">{t.show}</SubmitButton>
    </form>
  );
}

function Names({ group, education, language }: PartProps & { group: DegreeNames }) {
  const t = EDUCATION_TEXTS[language];
  return (
    <section id={group.code}>
      <h3>{group.name[language]}</h3>
      <DataTable
        caption={`${t.names} – ${group.name[language]}`}
        hiddenCaption
        columns={[{ heading: t.called, rowHeader: true }, { heading: t.usually }, { heading: t.remarks }]}
        rows={group.degrees.map((degree) => ({
          key: calledIn(degree)
            .map(({ name }) => name)
            .join(' '),
          cells: [
            <Called key="called" degree={degree} language={language} />,
            kindsTold(degree, education, language),
            hasRemarks(degree) ? <Remarks key="remarks" degree={degree} language={language} /> : '–',
          ],
        }))}
      />
      <Why>
        <p>{group.source[language]}</p>
      </Why>
    </section>
  );
}
