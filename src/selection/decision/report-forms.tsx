import { Fieldset } from '../../site/field.tsx';
import { errorOf, Radios, Select, SubmitButton, TextArea, TextField } from '../../site/forms.tsx';
import { StepUpFields } from '../../people/step-up/step-up-fields.tsx';
import { candidateName, placeIn } from './report-candidate.ts';
import { belowLevel } from '../language-tests/language-standing.ts';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import { reportAddress } from './report-address.ts';
import type { ReportForm, WithReport } from './report-props.ts';
import { shownOf } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { OUTCOMES, type Proposal } from './report.ts';

/** What a form begins from. */
const valuesOf = ({ report, form }: WithReport): ReportForm =>
  form ?? {
    'text-en': report.texts.en ?? '',
    'text-fr': report.texts.fr ?? '',
    ...Object.fromEntries(
      report.proposals.flatMap(({ number, outcome, reason, why, belowLevel: level = '' }) => [
        [`level-${number}`, level],
        [`outcome-${number}`, outcome ?? ''],
        [`reason-${number}`, reason],
        [`why-${number}`, why],
      ]),
    ),
  };

function OutcomeFields({ values, ...props }: WithReport & { values: ReportForm }) {
  const { page, organisation, report, errors } = props;
  const { language } = page;
  const t = REPORT_TEXTS[language];
  const languageTexts = LANGUAGE_TEST_TEXTS[language];
  const below = belowLevel(props.languages);
  const outcomes = OUTCOMES.map((value) => ({ value, text: t.outcomes[value] }));
  const reasons = organisation.selection.reasons.map(({ code, name }) => ({ value: code, text: name[language] }));
  return (
    <>
      {shownOf(report.proposals, props.notShown).map((one: Proposal) => {
        const field = (name: string) => ({
          name: `${name}-${one.number}`,
          value: values[`${name}-${one.number}`],
          error: errorOf(errors, `${name}-${one.number}`),
        });
        return (
          <Fieldset
            key={one.candidate}
            name={one.number}
            label={`${candidateName(props, one)} · ${one.number}`}
            hint={placeIn(props, one)}
          >
            <Select {...field('outcome')} label={t.outcome} empty={t.notChosen} options={outcomes} />
            <Select {...field('reason')} label={t.reason} hint={t.reasonHint} options={reasons} optional />
            <TextField {...field('why')} label={t.why} optional />
            {below.has(one.candidate) && (
              <TextArea
                {...field('level')}
                label={languageTexts.suitable}
                hint={languageTexts.suitableHint}
                rows={3}
                optional
              />
            )}
          </Fieldset>
        );
      })}
    </>
  );
}

export function DraftForm(props: WithReport) {
  const { page, report, errors } = props;
  const t = REPORT_TEXTS[page.language];
  const values = valuesOf(props);
  return (
    <form method="post" action={`${reportAddress(props)}/draft`} novalidate>
      <input type="hidden" name="version" value={report.version} />
      <h2>{t.proposals}</h2>
      <OutcomeFields {...props} values={values} />
      <TextArea
        name="text-en"
        label={t.textEn}
        hint={t.textHint}
        value={values['text-en']}
        lang="en"
        rows={6}
        error={errorOf(errors, 'text-en')}
        optional
      />
      <TextArea name="text-fr" label={t.textFr} value={values['text-fr']} lang="fr" rows={6} optional />
      <p>{t.freezeNote}</p>
      <p class="actions">
        <SubmitButton name="do" value="freeze">
          {t.freeze}
        </SubmitButton>
        <SubmitButton name="do" value="keep" tone="quiet">
          {t.save}
        </SubmitButton>
      </p>
    </form>
  );
}

function WhoItIs({ page, offered, errors }: WithReport) {
  const t = REPORT_TEXTS[page.language];
  return <StepUpFields {...{ page, offered, errors }} label={t.password} hint={t.passwordHint} />;
}

export function SigningForm(props: WithReport) {
  const { page, report, form } = props;
  const t = REPORT_TEXTS[page.language];
  return (
    <form method="post" action={`${reportAddress(props)}/signature`} novalidate>
      <input type="hidden" name="sha256" value={report.sha256 ?? ''} />
      <TextArea name="dissent" label={t.dissent} hint={t.dissentHint} value={form?.['dissent']} rows={3} optional />
      <WhoItIs {...props} />
      <p class="actions">
        <SubmitButton>{t.sign}</SubmitButton>
      </p>
    </form>
  );
}

const DECISIONS = ['accept', 'depart', 'return'] as const;

export function DecisionForm(props: WithReport) {
  const { page, report, form, errors } = props;
  const t = REPORT_TEXTS[page.language];
  const values = valuesOf(props);
  return (
    <form method="post" action={`${reportAddress(props)}/decision`} novalidate>
      <input type="hidden" name="version" value={report.version} />
      <h2>{t.decide}</h2>
      <p>
        <a href={`/${page.language}/staff/vacancies/${props.reference}/declaration`}>{t.sayFirst}</a>
      </p>
      <Radios
        name="action"
        label={t.decide}
        hiddenLabel
        options={DECISIONS.map((value) => ({ value, text: t.actions[value], hint: t.actionHints[value] }))}
        value={form?.['action']}
        error={errorOf(errors, 'action')}
      />
      <TextArea
        name="decision-reason"
        label={t.decisionReason}
        hint={t.decisionReasonHint}
        value={form?.['decision-reason']}
        rows={4}
        error={errorOf(errors, 'decision-reason')}
        optional
      />
      <h3>{t.otherwise}</h3>
      <OutcomeFields {...props} values={values} />
      <WhoItIs {...props} />
      <p class="actions">
        <SubmitButton>{t.decideButton}</SubmitButton>
      </p>
    </form>
  );
}
