import { titleIn } from '../../applications/application.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState } from '../../site/parts.tsx';
import { DueCell } from './due-parts.tsx';
import type { ScreeningLeft } from './due-queries.ts';
import { DUE_TEXTS } from './due-texts.ts';
import type { Due } from './screening-due.ts';

/** A competition in the list, with the day where its deadline was announced. */
export type ScreeningDue = ScreeningLeft & { due: Due | undefined; today: string; toSign: number };

/** The screenings under way that its reader works on: what is late first. */
export function ScreeningsPage({ page, screenings }: { page: PageContext; screenings: ScreeningDue[] }) {
  const { language } = page;
  const t = DUE_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      {screenings.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          hiddenCaption
          columns={[
            { heading: t.competition, rowHeader: true },
            { heading: t.doneBy },
            { heading: t.settled },
            { heading: t.yours, numeric: true },
          ]}
          rows={screenings.map((one) => rowOf(page, one))}
        />
      )}
    </StaffLayout>
  );
}

function rowOf({ language }: PageContext, { reference, title, begun, submitted, left, ...one }: ScreeningDue) {
  const t = DUE_TEXTS[language];
  const told = titleIn(title, language);
  const number = (count: number) => formatNumber(count, language);
  return {
    key: reference,
    cells: [
      <a href={`/${language}/staff/vacancies/${reference}/screening`}>
        {reference}{' '}
        <span lang={told.language}>
          <Breakable text={told.text} />
        </span>
      </a>,
      <DueCell due={one.due} today={one.today} language={language} />,
      begun ? t.settledOf(number(submitted - left), number(submitted)) : t.notBegun,
      number(one.toSign),
    ],
  };
}
