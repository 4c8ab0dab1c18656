import type { Language, Localized } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { controlProps, Labelled, type FieldProps } from '../../site/field.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { HIDDEN_TEXT } from '../../notices/documents/document-texts.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Tag } from '../../site/parts.tsx';
import type { ImportDecision } from './import-notice.ts';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';

/** What came of one text: what it did for which reference, or why it was refused. */
export type ImportOutcome = { fileName: string } & (
  | { kind: 'imported'; reference: string; decision: ImportDecision; hiddenText: boolean }
  | { kind: 'refused'; explanation: Localized }
);

type ImportProps = {
  page: PageContext;
  text: string;
  errors: FieldError[];
  outcomes: ImportOutcome[];
};

/** Where notices come in: a text pasted, or files. */
export function ImportPage({ page, text, errors, outcomes }: ImportProps) {
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.import.title} nav={staffNav(page)} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/vacancies`}>{t.vacancies}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.import.title}</h1>
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} language={language} />}
      <p>{t.import.intro}</p>
      <form method="post" action={`/${language}/staff/vacancies/import`} enctype="multipart/form-data">
        <TextArea
          name="text"
          label={t.import.paste}
          hint={t.import.pasteHint}
          value={text}
          rows={10}
          error={errorOf(errors, 'text')}
          optional
        />
        <FilesField
          name="files"
          label={t.import.files}
          hint={t.import.filesHint}
          error={errorOf(errors, 'files')}
          optional
        />
        <SubmitButton>{t.import.submit}</SubmitButton>
      </form>
    </StaffLayout>
  );
}

/** What a browser offers to choose from; what a file is, its bytes say. */
const ACCEPTED = '.pdf,.docx,.html,.htm,.txt,.json,text/plain,text/html,application/pdf';

/** Several files in one field. */
function FilesField(props: FieldProps) {
  return (
    <Labelled field={props}>
      <input {...controlProps(props)} type="file" class="file" accept={ACCEPTED} multiple />
    </Labelled>
  );
}

function Outcomes({ outcomes, language }: { outcomes: ImportOutcome[]; language: Language }) {
  const { import: t } = VACANCY_TEXTS[language];
  const rows = outcomes.map((outcome, index) => ({
    key: index,
    cells: [outcome.fileName, <Outcome outcome={outcome} language={language} />],
  }));
  const columns = [{ heading: t.file, rowHeader: true }, { heading: t.outcome }];
  return (
    <output>
      <DataTable caption={t.result} columns={columns} rows={rows} />
    </output>
  );
}

function Outcome({ outcome, language }: { outcome: ImportOutcome; language: Language }) {
  const { import: t } = VACANCY_TEXTS[language];
  if (outcome.kind === 'refused')
    return (
      <>
        <Tag tone="error">{t.refused}</Tag> {outcome.explanation[language]}
      </>
    );
  const { reference, decision } = outcome;
  const here = `/${language}/staff/vacancies/${reference}`;
  return (
    <>
      {decisionText(outcome, language)}. {outcome.hiddenText && `${HIDDEN_TEXT[language]} `}
      <a href={decision.kind === 'offer' ? `${here}/imports/${decision.number}` : here}>
        {fillIn(t.review, { reference })}
      </a>
    </>
  );
}

function decisionText({ decision }: Extract<ImportOutcome, { kind: 'imported' }>, language: Language): string {
  const { import: t } = VACANCY_TEXTS[language];
  if (decision.kind === 'draft') return plural(decision.vacancy.doubts.length, t.draft, language);
  return fillIn(t[decision.kind], { n: decision.number });
}
