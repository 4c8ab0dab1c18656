import type { Language } from '../../platform/language.ts';
import type { Office } from '../../regulations/organisation/appointment-schema.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { Tag, type Tone } from '../../site/parts.tsx';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import { TOLD_ONLY } from './contract-calendar.ts';
import { actsOn, type StandingDay } from './contract-days.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type DatesProps = { language: Language; days: readonly StandingDay[]; today: string; office: Office };

type State = keyof (typeof CONTRACT_TEXTS)['en']['states'];
const TONES: Record<State, Tone> = {
  settled: 'success',
  open: 'info',
  overdue: 'error',
  told: 'plain',
  ifRenewed: 'plain',
};

function stateOf({ kind, day, settled, ifRenewed }: StandingDay, today: string): State {
  if (ifRenewed) return 'ifRenewed';
  if (TOLD_ONLY.includes(kind)) return 'told';
  if (settled) return 'settled';
  return day < today ? 'overdue' : 'open';
}

/** The dates of one contract for staff: each with who acts on it and how it stands. */
export function ContractDates({ language, days, today, office }: DatesProps) {
  const t = CONTRACT_TEXTS[language];
  const actors = { office: CONDITIONS_TEXTS[language].offices[office], person: t.thePerson };
  return (
    <DataTable
      caption={t.dates}
      hiddenCaption
      columns={[{ heading: t.what, rowHeader: true }, { heading: t.day }, { heading: t.acts }, { heading: t.state }]}
      rows={days.map((one) => {
        const state = stateOf(one, today);
        return {
          key: one.kind,
          cells: [
            t.days[one.kind],
            formatDate(one.day, language),
            TOLD_ONLY.includes(one.kind) ? '–' : actors[actsOn(one.kind)],
            <Tag tone={TONES[state]}>{t.states[state]}</Tag>,
          ],
        };
      })}
    />
  );
}

/** The same in words for the person whose contract it is. */
export function OwnDates({ language, days }: Pick<DatesProps, 'language' | 'days'>) {
  const t = CONTRACT_TEXTS[language];
  return (
    <DataTable
      caption={t.dates}
      hiddenCaption
      columns={[{ heading: t.what, rowHeader: true }, { heading: t.day }]}
      rows={days.map(({ kind, day, ifRenewed, settled }) => ({
        key: kind,
        cells: [
          t.mine.days[kind],
          <>
            {formatDate(day, language)} {ifRenewed && <Tag>{t.states.ifRenewed}</Tag>}
            {settled && !TOLD_ONLY.includes(kind) && <Tag tone="success">{t.states.settled}</Tag>}
          </>,
        ],
      }))}
    />
  );
}
