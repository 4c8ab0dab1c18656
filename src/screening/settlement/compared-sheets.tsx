import { DataTable } from '../../site/data-table.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Tag } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { Asked, Sheet } from '../sheet/sheet.ts';
import { findingTold, placeTold } from './place-words.ts';
import { differencesOf, placesOf, saidIn } from './settlement.ts';

type ComparedProps = { page: PageContext; asked: Asked; sheets: readonly Sheet[]; names: ReadonlyMap<string, string> };

/** The sheets of one application side by side: only ever shown once all of them are signed. */
export function SheetsCompared({ page: { language }, asked, sheets, names }: ComparedProps) {
  const t = SCREENING_TEXTS[language];
  const differing = differencesOf(asked, sheets);
  const differs = (code: string) => differing.some((one) => one.code === code);
  const places = placesOf(asked).filter((place) =>
    sheets.some(({ findings }) => saidIn(asked, findings, place) !== undefined),
  );
  return (
    <section>
      <h2>{t.otherSheets}</h2>
      <DataTable
        caption={t.sideBySide}
        hiddenCaption
        columns={[
          { heading: t.what, rowHeader: true },
          ...sheets.map(({ screenerId }) => ({ heading: names.get(screenerId) ?? t.screener })),
        ]}
        rows={places.map((place) => ({
          key: place.code,
          cells: [
            placeTold(asked, place, language),
            ...sheets.map(({ findings }) => (
              <>
                <Tag tone={differs(place.code) ? 'warning' : 'plain'}>
                  {findingTold(place.part, saidIn(asked, findings, place), language)}
                </Tag>{' '}
                {findings[place.part][place.code]?.reason}
              </>
            )),
          ],
        }))}
      />
    </section>
  );
}
