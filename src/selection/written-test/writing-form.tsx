import { AutosaveForm } from '../../site/autosave-form.tsx';
import { errorOf, Checkboxes, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { colon } from '../../site/punctuation.ts';
import { PageModules } from '../../site/page-modules.tsx';
import { Notice } from '../../site/parts.tsx';
import { InLanguage } from '../plan/stage-name.tsx';
import type { MetProps } from './my-written-test-props.ts';
import { leftTold, WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import type { Paper } from './written-test.ts';

type WritingProps = MetProps & {
  errors: FieldError[];
  paper: Paper;
  /** What is kept as the form is made, as fingerprints. */
  base: string;
};

/** The questions with their answers; it saves itself where there is JavaScript, and by a button where there is none. */
export function WritingForm(props: WritingProps) {
  const { page, number, met, paper, errors, base, unkept } = props;
  const { language } = page;
  const t = WRITTEN_TEST_TEXTS[language];
  const conflicts = unkept?.refusal?.kind === 'changed-meanwhile' ? unkept.refusal.conflicts : [];
  return (
    <>
      <TimeLeft {...props} />
      {conflicts.length > 0 && (
        <Notice tone="warning" status title={t.elsewhere}>
          <p>{t.elsewhereNote}</p>
        </Notice>
      )}
      <AutosaveForm action={`/${language}/my/applications/${number}/written-test`} base={base}>
        <input type="hidden" name="stage" value={met.stage.code} />
        {met.test.questions.map(({ key, question }, index) => (
          <section key={key}>
            <h2>{t.question(index + 1)}</h2>
            <p>
              <InLanguage text={question} language={language} />
            </p>
            {conflicts.includes(key) && (
              <Notice title={t.keptElsewhere}>
                <p class="as-typed">{paper.texts[key]}</p>
              </Notice>
            )}
            <TextArea
              name={`answer-${index + 1}`}
              label={t.answerTo(index + 1)}
              hint={t.limitHint}
              value={unkept?.texts[key] ?? paper.texts[key]}
              rows={12}
              maxCharacters={met.test.maxCharacters}
              error={errorOf(errors, `answer-${index + 1}`)}
            />
          </section>
        ))}
        <div class="actions">
          <SubmitButton tone="quiet" name="do" value="save">
            {t.save}
          </SubmitButton>
        </div>
        <h2>{t.handInTitle}</h2>
        <Checkboxes
          name="finished"
          label={t.handInTitle}
          hiddenLabel
          options={[{ value: 'yes', text: t.finished }]}
          values={[]}
          error={errorOf(errors, 'finished')}
        />
        <div class="actions">
          <SubmitButton name="do" value="hand-in">
            {t.handIn}
          </SubmitButton>
        </div>
      </AutosaveForm>
    </>
  );
}

/** What is left by the server's clock; where there is JavaScript it goes on by itself, and is said at few moments. */
function TimeLeft({ page: { language }, zone, now, paper }: WritingProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  return (
    <Notice>
      <div
        data-time-left={Math.max(0, paper.endsAt.getTime() - now.getTime())}
        data-whole-time={paper.endsAt.getTime() - paper.begunAt.getTime()}
        data-less={t.lessThanMinute}
        data-left={t.announceLeft}
        data-over={t.announceOver}
      >
        <p>
          {t.timeLeft}
          {colon(language)}
          <b data-time-shown>{leftTold(now, paper.endsAt, language)}</b>
        </p>
        <p data-ends-at>
          {t.endsAt} <Instant at={paper.endsAt} zone={zone} />
        </p>
        <noscript>
          <p>{t.asOf}</p>
        </noscript>
        <output class="hidden" data-time-said />
      </div>
      <PageModules names={['time-left']} />
    </Notice>
  );
}
