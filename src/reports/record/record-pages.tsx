import type { RecordedEvent } from '../../people/event-queries.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { TABLE_FILES } from './record.ts';
import { RECORD_TEXTS, TABLE_TEXTS } from './record-texts.ts';

type RecordPageProps = {
  page: PageContext;
  reference: string;
  zone: string;
  /** The name that it would be saved under. */
  file: string;
  applications: number;
  /** When it was made before, and by whom. */
  made: RecordedEvent[];
  /** Whether as many are being made as can be. */
  busy: boolean;
};

/** What the record of a competition holds, and the button that makes it. */
export function RecordPage(props: RecordPageProps) {
  const { page, reference, file, applications, busy } = props;
  const { language } = page;
  const t = RECORD_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.title(reference)} nav={page.actor?.links ?? []} inError={busy}>
      <BackLink href={`/${language}/staff/vacancies/${reference}`}>{t.back}</BackLink>
      <h1>{t.title(reference)}</h1>
      {busy && (
        <Notice tone="error" status>
          <p>{t.busy}</p>
        </Notice>
      )}
      <p>{t.intro}</p>
      <p>{plural(applications, t.size, language)}</p>
      <Notice tone="warning">
        <p>{t.personal}</p>
      </Notice>
      <form method="post" action={`/${language}/staff/vacancies/${reference}/record`}>
        <p class="hint">{t.takesLong}</p>
        <div class="actions">
          <SubmitButton>{t.make}</SubmitButton>
        </div>
      </form>
      <Contents page={page} />
      <h2>{t.verify}</h2>
      <p>{t.verifyHow}</p>
      <p>
        <code>bin/concours verify-record {file}</code>
      </p>
      <p>
        {t.verifyKey} <a href={`/${language}/receipts`}>{t.receipts}</a>
      </p>
      <MadeBefore {...props} />
    </StaffLayout>
  );
}

function Contents({ page: { language } }: { page: PageContext }) {
  const t = RECORD_TEXTS[language];
  const rows: [file: string, holds: string][] = [
    ...TABLE_FILES.map((file): [string, string] => [file, TABLE_TEXTS[file][language]]),
    ['notice/', t.notices],
    ['reports/', t.reports],
    ['applications/', t.applications],
    ['events.jsonl', t.events],
    ['chain.txt', t.chain],
    ['event-heads.txt', t.heads],
    ['keys.txt', t.keys],
    ['manifest.json', t.manifest],
    ['README.txt', t.readme],
  ];
  return (
    <>
      <DataTable
        caption={t.contents}
        columns={[{ heading: t.file, rowHeader: true }, { heading: t.holds }]}
        rows={rows.map(([file, holds]) => ({ key: file, cells: [<code key="file">{file}</code>, holds] }))}
      />
      <h2>{t.notYet}</h2>
      <p>{t.notYetNote}</p>
      <ul>
        {t.notYetList.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h2>{t.never}</h2>
      <ul>
        {t.neverList.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

function MadeBefore({ page: { language }, made, zone }: RecordPageProps) {
  const t = RECORD_TEXTS[language];
  return (
    <>
      <h2>{t.made}</h2>
      {made.length === 0 ? (
        <EmptyState title={t.nobody} />
      ) : (
        <ul>
          {made.toReversed().map(({ id, at, actorName }) => (
            <li key={id}>
              <time datetime={at.toISOString()}>{formatInstantToMinute(at, zone, language)}</time> {actorName}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
