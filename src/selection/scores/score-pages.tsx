import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { dateIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Fieldset } from '../../site/field.tsx';
import { errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Facts, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { InLanguage } from '../plan/stage-name.tsx';
import type { PlannedStage, StageItem } from '../plan/stage-plan.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import { MAX_NOTE, type Given, type ScoreSheet } from './score-sheet.ts';

export type SheetProps = {
  page: PageContext;
  reference: string;
  name: string;
  zone: string;
  stage: PlannedStage;
  /** Without a name where a test is read by number. */
  candidate: { number: string; name: string | undefined };
  /** Where what they wrote is read, for whom reads it. */
  paper: string | undefined;
  /** The reader's own scores: what is kept, or what was just typed. Undefined where they give none. */
  own: { given: Typed; version: number; signed: boolean } | undefined;
  /** What of others' the reader may see, with their names. */
  others: (Pick<ScoreSheet, 'accountId' | 'given'> & { name: string })[];
  mayScore: boolean;
  /** Why the reader scores nobody here, where they are of the panel. */
  barred: string | undefined;
  /** A review opened the stage again for this candidate alone. */
  again: boolean;
  /** What was agreed on, where something was and the reader may see it. */
  agreed: { given: Given; recordedAt: Date } | undefined;
  /** The form in which the chair writes down what is agreed, or in which a result from outside is entered. */
  agreeing: { given: Typed; version: number; kind: 'agree' | 'enter' } | undefined;
  errors: FieldError[];
};

/** Points and notes as they were typed. */
export type Typed = Record<string, { points: string; note: string }>;

export const typedOf = (given: Given): Typed =>
  Object.fromEntries(Object.entries(given).map(([key, { points, note }]) => [key, { points: String(points), note }]));

/** One candidate at one stage: one's own scores, then those of the others, then what the panel agrees on. */
export function SheetPage(props: SheetProps) {
  const { page, reference, name, stage, candidate, own, mayScore, barred, errors, paper } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const list = `/${language}/staff/vacancies/${reference}/stages/${stage.id}/scores`;
  return (
    <StaffLayout
      page={page}
      title={t.sheet(candidate.number)}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={list}>{t.scoresOf(name)}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{reference}</b> {name}
      </p>
      <h1>
        {candidate.name} <span class="quiet">{candidate.number}</span>
      </h1>
      {paper && (
        <p>
          <a href={paper}>{t.readPaper}</a>
        </p>
      )}
      {props.again && (
        <Notice title={t.again}>
          <p>{t.againNote}</p>
        </Notice>
      )}
      {barred && <Notice tone="warning" title={barred} />}
      {own?.signed && <Notice tone="success" title={t.ownSigned} />}
      {own && mayScore && !own.signed && <OwnForm {...props} own={own} address={`${list}/${candidate.number}`} />}
      <GivenByEach {...props} />
      <Agreed {...props} address={`${list}/${candidate.number}/agreement`} />
      <ScaleTable stage={stage} language={language} />
    </StaffLayout>
  );
}

type FormParts = Pick<SheetProps, 'page' | 'stage' | 'errors'> & {
  given: Typed;
  prefix: string;
  labels: { note: string; noteHint: string };
};

function ItemFields({ page: { language }, stage, errors, given, prefix, labels }: FormParts) {
  const t = SELECTION_TEXTS[language];
  const options = (stage.scale ?? []).map(({ points, name }) => ({
    value: String(points),
    text: `${points} · ${name[language] ?? ''}`,
  }));
  return (
    <>
      {stage.items.map((item) => (
        <Fieldset key={item.key} name={`${prefix}${item.key}`} label={<ItemText item={item} language={language} />}>
          <Radios
            name={`${prefix}points-${item.key}`}
            label={t.pointsOf}
            options={options}
            value={given[item.key]?.points}
            error={errorOf(errors, `${prefix}points-${item.key}`)}
            inline
          />
          <TextArea
            name={`${prefix}note-${item.key}`}
            label={labels.note}
            hint={labels.noteHint}
            value={given[item.key]?.note}
            rows={3}
            maxCharacters={MAX_NOTE}
            error={errorOf(errors, `${prefix}note-${item.key}`)}
          />
        </Fieldset>
      ))}
    </>
  );
}

function ItemText({ item: { text, question }, language }: { item: StageItem; language: Language }) {
  const t = SELECTION_TEXTS[language];
  return (
    <>
      <InLanguage text={text} language={language} />
      {Object.keys(question).length > 0 && (
        <span class="hint">
          {' '}
          {t.question}
          {colon(language)}
          <InLanguage text={question} language={language} />
        </span>
      )}
    </>
  );
}

function OwnForm(props: SheetProps & { own: NonNullable<SheetProps['own']>; address: string }) {
  const { page, own, address } = props;
  const t = SELECTION_TEXTS[page.language];
  return (
    <form method="post" action={address} novalidate>
      <input type="hidden" name="version" value={own.version} />
      <ItemFields {...props} given={own.given} prefix="" labels={{ note: t.note, noteHint: t.noteHint }} />
      <p>{t.signNote}</p>
      <p class="actions">
        <SubmitButton name="do" value="sign">
          {t.sign}
        </SubmitButton>
        <SubmitButton name="do" value="keep" tone="quiet">
          {t.keep}
        </SubmitButton>
      </p>
    </form>
  );
}

function GivenByEach({ page: { language }, stage, own, others, mayScore }: SheetProps) {
  const t = SELECTION_TEXTS[language];
  if (stage.assessedBy !== 'panel') return null;
  const shown = own?.signed ? [{ accountId: 'own', name: t.yours, typed: own.given }] : [];
  const sheets = [
    ...shown,
    ...others.map(({ accountId, name, given }) => ({ accountId, name, typed: typedOf(given) })),
  ];
  return (
    <>
      <h2>{t.others}</h2>
      {others.length === 0 && <p>{mayScore && !own?.signed ? t.othersNot : t.watchNot}</p>}
      {sheets.length > 0 && (
        <DataTable
          caption={t.others}
          hiddenCaption
          columns={[{ heading: t.items, rowHeader: true }, ...sheets.map(({ name }) => ({ heading: name }))]}
          rows={stage.items.map(({ key, text }) => ({
            key,
            cells: [
              <InLanguage text={text} language={language} />,
              ...sheets.map(({ typed }) => <PointsAndNote one={typed[key]} />),
            ],
          }))}
        />
      )}
    </>
  );
}

const PointsAndNote = ({ one }: { one: Typed[string] | undefined }): ComponentChildren =>
  one ? (
    <>
      <b>{one.points}</b> {one.note}
    </>
  ) : null;

function Agreed(props: SheetProps & { address: string }) {
  const { page, stage, zone, agreed, agreeing, address } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  return (
    <>
      <h2>{t.consensus}</h2>
      {agreed ? (
        <>
          <p>{t.agreedOn(dateIn(agreed.recordedAt, zone, language))}</p>
          <Facts
            facts={stage.items.map(({ key, text }) => ({
              term: <InLanguage text={text} language={language} />,
              value: agreed.given[key]?.points ?? t.none,
              note: agreed.given[key]?.note,
            }))}
          />
        </>
      ) : (
        <p>{t.notAgreed}</p>
      )}
      {agreeing && (
        <form method="post" action={address} novalidate>
          <input type="hidden" name="version" value={agreeing.version} />
          <ItemFields
            {...props}
            given={agreeing.given}
            prefix="agreed-"
            labels={{ note: t.noteAgreed, noteHint: t.noteAgreedHint }}
          />
          <p class="actions">
            <SubmitButton>{agreeing.kind === 'agree' ? t.agree : t.enter}</SubmitButton>
          </p>
        </form>
      )}
    </>
  );
}

function ScaleTable({ stage, language }: { stage: PlannedStage; language: Language }) {
  const t = SELECTION_TEXTS[language];
  return (
    <>
      <h2>{t.scale}</h2>
      <DataTable
        caption={t.scale}
        hiddenCaption
        columns={[{ heading: t.points, rowHeader: true }, { heading: t.shows }]}
        rows={(stage.scale ?? []).map(({ points, name, shows }) => ({
          key: points,
          cells: [`${points} · ${name[language] ?? ''}`, shows[language] ?? ''],
        }))}
      />
    </>
  );
}
