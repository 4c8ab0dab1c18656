import { marksText } from '../../applications/drafting/draft.ts';
import type { Language } from '../../platform/language.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import type { FieldError } from '../../site/forms.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, SummaryList } from '../../site/parts.tsx';
import { InLanguage, stageName } from '../plan/stage-name.tsx';
import type { Met, MetProps, MyWrittenTestProps } from './my-written-test-props.ts';
import { WritingForm } from './writing-form.tsx';
import { minutesTold, WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import type { Moment, Texts } from './written-test.ts';

/** What somebody is to write, what they write, and what they wrote. */
export function MyWrittenTestPage(props: MyWrittenTestProps) {
  const { page, number, met, organisation, problem } = props;
  const { language } = page;
  const t = WRITTEN_TEST_TEXTS[language];
  const title = met ? stageName(met.stage.code, organisation, language) : t.title;
  const errors = errorsOf(props);
  return (
    <PublicLayout page={page} title={`${title} · ${number}`} inError={errors.length > 0 || problem !== undefined}>
      <BackLink href={`/${language}/my/applications/${number}`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{title}</h1>
      {met ? (
        <Standing {...props} met={met} errors={errors} />
      ) : (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      )}
      <Others {...props} />
    </PublicLayout>
  );
}

function errorsOf({ page: { language }, met, unkept }: MyWrittenTestProps): FieldError[] {
  const t = WRITTEN_TEST_TEXTS[language];
  if (!unkept || !met) return [];
  const { refusal } = unkept;
  if (!refusal) return [{ field: 'finished', message: t.finishedMissing }];
  if (refusal.kind !== 'changed-meanwhile') return [];
  return met.test.questions.flatMap(({ key }, index) =>
    refusal.conflicts.includes(key) ? [{ field: `answer-${index + 1}`, message: t.elsewhere }] : [],
  );
}

function Standing(props: MetProps & { errors: FieldError[] }) {
  const { page, met, unkept } = props;
  const t = WRITTEN_TEST_TEXTS[page.language];
  const late = unkept?.refusal && unkept.refusal.kind !== 'changed-meanwhile' ? unkept : undefined;
  return (
    <>
      {late && (
        <Notice tone="error" status title={late.refusal?.kind === 'ended' ? t.late : t.afterHandIn}>
          <p>{t.lateNote}</p>
        </Notice>
      )}
      {late && <WrittenTexts {...props} title={t.sent} texts={late.texts} />}
      {met.moment === 'under-way' && met.paper && (
        <WritingForm {...props} paper={met.paper} base={marksText({ ...met.paper.texts })} />
      )}
      {met.moment === 'handed-in' && met.paper && <HandedIn {...props} />}
      {!met.paper && <Awaited {...props} />}
    </>
  );
}

const STATES = { early: 'early', missed: 'missed', 'not-ready': 'notReady' } as const;
const NOTES: Partial<Record<Moment, 'missedNote' | 'notReadyNote'>> = {
  missed: 'missedNote',
  'not-ready': 'notReadyNote',
};

/** What awaits somebody, and the button that begins it. */
function Awaited({ page: { language }, number, zone, met }: MetProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  const { test, moment, time } = met;
  const note = NOTES[moment];
  const state = moment === 'early' || moment === 'missed' || moment === 'not-ready' ? STATES[moment] : undefined;
  return (
    <>
      {state && (
        <Notice tone={moment === 'missed' ? 'warning' : 'info'} title={t[state]}>
          {note && <p>{test.again?.isSet === false ? t.notSetYet : t[note]}</p>}
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: t.yourTime, value: minutesTold(time, language) },
          ...(test.again?.isSet === false
            ? []
            : [
                { term: t.from, value: <Instant at={test.opensAt} zone={zone} toMinute /> },
                { term: t.until, value: <Instant at={test.closesAt} zone={zone} toMinute /> },
              ]),
          ...(test.questions.length > 0
            ? [{ term: t.questions, value: plural(test.questions.length, t.questionCount, language) }]
            : []),
          { term: t.length, value: plural(test.maxCharacters, t.characters, language) },
        ]}
      />
      <h2>{t.rules}</h2>
      <ul>
        {[...t.rulesList, test.byNumber ? t.readByNumber : t.readByName].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {moment === 'open' && (
        <form method="post" action={`/${language}/my/applications/${number}/written-test/begin`}>
          <input type="hidden" name="stage" value={met.stage.code} />
          <p>{t.beginNote}</p>
          <div class="actions">
            <SubmitButton>{t.begin}</SubmitButton>
          </div>
        </form>
      )}
    </>
  );
}

function HandedIn(props: MetProps) {
  const { page, zone, met } = props;
  const t = WRITTEN_TEST_TEXTS[page.language];
  const { paper } = met;
  if (!paper) return null;
  const early = paper.handedInAt !== null;
  return (
    <>
      <Notice tone="success" title={early ? t.handedIn : t.settling}>
        <p>
          <Instant at={paper.handedInAt ?? paper.endsAt} zone={zone} />
        </p>
        <p>{early ? t.handedInNote : t.settlingNote}</p>
      </Notice>
      <WrittenTexts {...props} title={t.written} texts={paper.texts} />
    </>
  );
}

type WrittenProps = { page: PageContext; met: Met; title: string; texts: Texts };

/** Each question with what was written to it. */
function WrittenTexts({ page: { language }, met, title, texts }: WrittenProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  return (
    <section>
      <h2>{title}</h2>
      {met.test.questions.map(({ key, question }, index) => (
        <section key={key}>
          <h3>{t.question(index + 1)}</h3>
          <p>
            <InLanguage text={question} language={language} />
          </p>
          {texts[key] ? <p class="as-typed">{texts[key]}</p> : <p class="quiet">{t.nothing}</p>}
        </section>
      ))}
    </section>
  );
}

function Others({ page: { language }, organisation, others }: MyWrittenTestProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{t.others}</h2>
      <ul>
        {others.map(({ stage, moment }) => (
          <li key={stage.id}>
            {stageName(stage.code, organisation, language)} ({momentTold(moment, language)})
          </li>
        ))}
      </ul>
    </section>
  );
}

function momentTold(moment: Moment, language: Language): string {
  const t = WRITTEN_TEST_TEXTS[language];
  return {
    'not-ready': t.notReady,
    early: t.early,
    open: t.mayBegin,
    missed: t.missed,
    'under-way': t.underWay,
    'handed-in': t.handedIn,
  }[moment];
}
