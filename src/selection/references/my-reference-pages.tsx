import { LANGUAGES } from '../../platform/language.ts';
import { dateIn } from '../../site/dates.ts';
import { errorOf, Select, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice, Tag } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../my-application-frame.tsx';
import type { PlanStatus } from '../plan/stage-plan.ts';
import { TONES } from './referee-tones.ts';
import { REFERENCE_TEXTS } from './reference-texts.ts';
import { MOST_REFEREES, type Referee, type RefereeForm } from './reference.ts';

export type KnownReferee = { id: string; fields: Pick<RefereeForm, 'name' | 'email' | 'relation'> };

type MyReferencesProps = {
  page: PageContext;
  number: string;
  zone: string;
  /** How the stage stands that asks for references; nothing where they are not invited to one. */
  stage: PlanStatus | undefined;
  wanted: number;
  referees: Referee[];
  /** From their profile. */
  known: KnownReferee[];
  form: RefereeForm;
  errors: FieldError[];
};

/** Whom a candidate names, whom of them they agree to be asked, and how each stands. */
export function MyReferencesPage(props: MyReferencesProps) {
  const { page, number, stage, errors, wanted } = props;
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  return (
    <MyApplicationFrame {...{ page, number, errors }} title={t.title} back={t.back}>
      {stage === undefined ? (
        <EmptyState title={t.notInvited}>
          <p>{t.notInvitedNote}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t.lede}</p>
          <p>
            {plural(wanted, t.wanted, language)} {t.unseen}
          </p>
          {stage !== 'open' && <Notice title={stage === 'planned' ? t.notOpen : t.closed} />}
          <Referees {...props} />
          {stage !== 'closed' && props.referees.length < MOST_REFEREES && <NamingForm {...props} />}
        </>
      )}
    </MyApplicationFrame>
  );
}

function Referees(props: MyReferencesProps) {
  const t = REFERENCE_TEXTS[props.page.language];
  if (props.referees.length === 0)
    return <EmptyState title={t.nobody}>{props.stage !== 'closed' && <p>{t.nobodyNote}</p>}</EmptyState>;
  return (
    <>
      {props.referees.map((referee) => (
        <OneReferee key={referee.id} {...props} referee={referee} />
      ))}
    </>
  );
}

type OneProps = MyReferencesProps & { referee: Referee };

function OneReferee(props: OneProps) {
  const { page, referee, zone, stage } = props;
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  const { status, askedAt, answeredAt } = referee;
  // Where no form for the consent stands, a refusal leads here.
  const place = status === 'named' && stage === 'open' ? undefined : `f-consent-${referee.id}`;
  return (
    <section id={place}>
      <h2>
        {referee.name} <Tag tone={TONES[status]}>{t.statuses[status]}</Tag>
      </h2>
      <p>
        {referee.email} · {referee.relation} · {t.languages[referee.language]}
      </p>
      {askedAt && <p>{t.askedOn(dateIn(askedAt, zone, language))}</p>}
      {answeredAt && <p>{t.answeredOn(dateIn(answeredAt, zone, language))}</p>}
      {status === 'named' && stage === 'open' && <ConsentForm {...props} />}
      {status === 'named' && stage !== 'closed' && <ActForm {...props} act="removal" label={t.remove(referee.name)} />}
      {status === 'asked' && stage !== 'closed' && (
        <>
          <p>{t.takeBackNote}</p>
          <ActForm {...props} act="withdrawal" label={t.takeBack(referee.name)} />
        </>
      )}
    </section>
  );
}

const actionOf = ({ page, number, referee }: OneProps, act: string) =>
  `/${page.language}/my/applications/${number}/references/${referee.id}/${act}`;

function ConsentForm(props: OneProps) {
  const { page, referee, errors } = props;
  const t = REFERENCE_TEXTS[page.language];
  const id = `consent-${referee.id}`;
  const error = errorOf(errors, id);
  return (
    <form method="post" action={actionOf(props, 'consent')} novalidate>
      <div class={error ? 'field in-error' : 'field'}>
        {error && (
          <p class="field-error" id={`f-${id}-error`}>
            {error}
          </p>
        )}
        <div class="choice">
          <input
            id={`f-${id}`}
            type="checkbox"
            name="consent"
            value="yes"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? `f-${id}-error` : undefined}
          />
          <label for={`f-${id}`}>{t.consent(referee.name)}</label>
        </div>
      </div>
      <div class="actions">
        <SubmitButton>{t.ask(referee.name)}</SubmitButton>
      </div>
    </form>
  );
}

function ActForm(props: OneProps & { act: string; label: string }) {
  return (
    <form method="post" action={actionOf(props, props.act)}>
      <div class="actions">
        <SubmitButton tone="quiet">{props.label}</SubmitButton>
      </div>
    </form>
  );
}

function NamingForm(props: MyReferencesProps) {
  const { page, number, form, errors, known, referees } = props;
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  const here = `/${language}/my/applications/${number}/references`;
  const unused = known.filter(({ fields }) => !referees.some(({ name }) => name === fields.name));
  return (
    <section>
      <h2>{t.add}</h2>
      {unused.length > 0 && (
        <>
          <p>{t.fromProfile}</p>
          <ul class="links">
            {unused.map(({ id, fields }) => (
              <li key={id}>
                <a href={`${here}?use=${encodeURIComponent(id)}`}>{t.use(fields.name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={here} novalidate>
        <TextField name="name" label={t.name} value={form.name} autocomplete="off" error={errorOf(errors, 'name')} />
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={form.email}
          autocomplete="off"
          error={errorOf(errors, 'email')}
        />
        <TextField
          name="relation"
          label={t.relation}
          hint={t.relationHint}
          value={form.relation}
          error={errorOf(errors, 'relation')}
        />
        <Select
          name="language"
          label={t.language}
          options={LANGUAGES.map((value) => ({ value, text: t.languages[value] }))}
          value={form.language}
          error={errorOf(errors, 'language')}
        />
        <div class="actions">
          <SubmitButton>{t.addButton}</SubmitButton>
        </div>
      </form>
    </section>
  );
}
