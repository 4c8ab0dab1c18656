import { DataTable } from '../site/data-table.tsx';
import { dateIn } from '../site/dates.ts';
import { Tag } from '../site/parts.tsx';
import { colon } from '../site/punctuation.ts';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import type { Conflict } from './conflict.ts';
import type { PeopleProps } from './people-props.ts';

export function Conflicts({ page: { language }, reference, zone, organisation, members, conflicts, may }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const nameOf = (id: string) => members.find(({ accountId }) => accountId === id)?.name ?? t.notAsked;
  const kindOf = (kind: string) =>
    organisation.panel.conflicts.find(({ code }) => code === kind)?.name[language] ?? kind;
  const stateOf = ({ id, accountId, candidate, cleared }: Conflict) => {
    if (cleared) return `${t.clearedBy(cleared.byName, dateIn(cleared.at, zone, language))}. ${cleared.reason}`;
    return (
      <>
        <Tag tone="warning">{t.counts}</Tag>{' '}
        {may.clear && (
          <a href={`/${language}/staff/vacancies/${reference}/people/conflicts/${id}`}>
            {t.clear}
            <span class="hidden">
              {' '}
              {nameOf(accountId)}, {candidate}
            </span>
          </a>
        )}
      </>
    );
  };
  return (
    <>
      <h2>{t.conflicts}</h2>
      {conflicts.length === 0 ? (
        <p>{t.noConflicts}</p>
      ) : (
        <DataTable
          caption={t.conflicts}
          hiddenCaption
          columns={[
            { heading: t.person, rowHeader: true },
            { heading: t.candidate },
            { heading: t.kind },
            { heading: t.found },
            { heading: t.stateOfConflict },
          ]}
          rows={conflicts.map((conflict) => ({
            key: conflict.id,
            cells: [
              nameOf(conflict.accountId),
              conflict.candidate,
              kindOf(conflict.kind),
              [t.foundBy[conflict.foundBy], conflict.reason].filter(Boolean).join(colon(language)),
              stateOf(conflict),
            ],
          }))}
        />
      )}
    </>
  );
}
