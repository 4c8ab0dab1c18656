import type { Translated } from '../platform/language.ts';
import type { Eligibility, NationalityRefusal } from '../regulations/eligibility.ts';
import { membersOn } from '../regulations/eligibility.ts';
import { countriesByName, countryName } from '../regulations/countries.ts';
import { explainNationality } from '../regulations/regulations-texts.ts';
import { Breakable } from '../site/breakable.tsx';
import { ErrorSummary } from '../site/error-summary.tsx';
import { Fieldset } from '../site/field.tsx';
import { errorOf, Select, SubmitButton, type FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { collator, joinList } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, Notice, Why } from '../site/parts.tsx';
import { titleIn, type ApplicationRules, type NotOpen } from './application.ts';
import { APPLICATION_TEXTS, explainNotOpen } from './application-texts.ts';
import { MAX_NATIONALITIES } from './answers.ts';
import { ELIGIBILITY_TEXTS } from './eligibility-texts.ts';

export type EligibilityProps = {
  page: PageContext;
  vacancy: { reference: string; title: Translated };
  rules: ApplicationRules;
  /** The civil day that counts, where the deadline is announced. */
  on: string;
  nationalities: string[];
  /** What the rule says of them; undefined before anything was asked. */
  answer?: Eligibility | NationalityRefusal | undefined;
  errors?: FieldError[];
  /** Why no application can be begun at all. */
  closed?: NotOpen | undefined;
};

/** Tells, before anything is written, whether a person may apply: with the rule, its source, and what to do if wrong. */
export function EligibilityPage(props: EligibilityProps) {
  const { page, vacancy, nationalities, answer, errors = [], closed } = props;
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  const here = `/${language}/vacancies/${vacancy.reference}`;
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <BackLink href={here}>{t.backToVacancy}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{vacancy.reference}</b> <VacancyTitle title={vacancy.title} page={page} />
      </p>
      <h1>{t.title}</h1>
      {closed ? <ClosedNotice page={page} closed={closed} /> : <p class="lede">{t.intro}</p>}
      {!closed && answer && <Answer {...props} answer={answer} />}
      {!closed && (
        <form method="post" action={`${here}/eligibility`} novalidate>
          <NationalityFields {...{ page, nationalities, errors }} legend={t.ask} hint={t.privacy} />
          <div class="actions">
            <SubmitButton tone={answer && !('kind' in answer) ? 'quiet' : 'main'}>{t.check}</SubmitButton>
          </div>
        </form>
      )}
      <OtherWays {...props} />
    </PublicLayout>
  );
}

function ClosedNotice({ page, closed }: { page: PageContext; closed: NotOpen }) {
  const { title, message } = explainNotOpen(closed)[page.language];
  return (
    <Notice tone="warning" title={title}>
      <p>{message}</p>
    </Notice>
  );
}

/** A vacancy's title, marked with its language where it isn't the page's. */
export function VacancyTitle({ title, page }: { title: Translated; page: PageContext }) {
  const { text, language } = titleIn(title, page.language);
  if (!text) return <>{APPLICATION_TEXTS[page.language].untitled}</>;
  return (
    <span lang={language === page.language ? undefined : language}>
      <Breakable text={text} />
    </span>
  );
}

function Answer({
  page,
  vacancy,
  nationalities,
  answer,
}: EligibilityProps & { answer: Eligibility | NationalityRefusal }) {
  const { language } = page;
  const t = ELIGIBILITY_TEXTS[language];
  const explained = explainNationality(answer)[language];
  const refused = 'kind' in answer;
  return (
    <>
      <Notice tone={refused ? 'warning' : 'success'} title={refused ? t.mayNotApply : undefined} status>
        <p>{explained.sentence}</p>
        {refused && <p>{t.another}</p>}
        <Why>
          <p>
            {t.rule} {explained.rule} · {explained.source}
          </p>
          <p>{explained.ifWrong}</p>
        </Why>
      </Notice>
      {!refused && (
        <form method="post" action={`/${language}/my/applications`}>
          <input type="hidden" name="vacancy" value={vacancy.reference} />
          {nationalities.map((code, index) => (
            <input key={code} type="hidden" name={`nationality-${index + 1}`} value={code} />
          ))}
          <div class="actions">
            <SubmitButton>{t.begin}</SubmitButton>
          </div>
          {!page.actor && <p class="hint">{t.beginHint}</p>}
        </form>
      )}
    </>
  );
}

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

/** Who the member nations are, and where those go who work here already (E2): information, not a gate. */
function OtherWays({ page, rules, on }: EligibilityProps) {
  const t = ELIGIBILITY_TEXTS[page.language];
  const names = membersOn(rules, on)
    .map((code) => countryName(code, page.language))
    .toSorted(collator(page.language).compare);
  return (
    <>
      <Why summary={t.memberNations}>
        <p>{joinList(names, page.language)}.</p>
        <p>
          {t.rule} {rules.memberNations.rule} · {rules.memberNations.source}
        </p>
      </Why>
      <h2>{t.servingStaff}</h2>
      <p>{t.servingStaffNote}</p>
    </>
  );
}
