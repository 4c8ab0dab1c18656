import { countryName } from '../regulations/organisation/countries.ts';
import { DataTable } from '../site/data-table.tsx';
import { plural } from '../site/numbers.ts';
import { EmptyState, Facts, Tag } from '../site/parts.tsx';
import { COMPETITION_TEXTS, explainLack } from './competition-texts.ts';
import type { Gender } from './member.ts';
import { balanceOf, type Balance } from './panel.ts';
import type { PeopleProps } from './people-props.ts';

export function BalanceFacts({ page: { language }, members }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const valueIn = (of: Balance['of'], value: string) => {
    if (of === 'gender') return t.genders[value as Gender];
    return of === 'nationality' ? countryName(value, language) : value;
  };
  const told = ({ of, counts, notSaid }: Balance) => {
    const said = counts.map(([value, count]) => `${valueIn(of, value)} ${count}`);
    return [...said, ...(notSaid > 0 ? [plural(notSaid, t.notSaid, language)] : [])].join(' · ');
  };
  return (
    <>
      <h2>{t.balance}</h2>
      <p>{t.balanceNote}</p>
      <Facts facts={balanceOf(members).map((balance) => ({ term: t.balanceOf[balance.of], value: told(balance) }))} />
    </>
  );
}

export function Quorum({ page: { language }, organisation, standings }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const { quorum } = organisation.panel;
  return (
    <>
      <h2>{t.quorum}</h2>
      <p>{quorum === null ? t.quorumAll : t.quorumNote(quorum)}</p>
      {standings.length === 0 ? (
        <EmptyState title={t.noCandidates}>
          <p>{t.noCandidatesNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.quorum}
          hiddenCaption
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.able },
            { heading: t.recused },
            { heading: t.state },
          ]}
          rows={standings.map(({ candidate, able, recused, lacks, reached }) => ({
            key: candidate.number,
            cells: [
              candidate.number,
              able.map(({ name }) => name).join(', ') || t.notAsked,
              recused.map(({ name }) => name).join(', ') || t.notAsked,
              <>
                <Tag tone={reached ? 'success' : 'warning'}>{reached ? t.reached : t.below}</Tag>{' '}
                {lacks.map((lack) => explainLack(lack)[language]).join(' ')}
              </>,
            ],
          }))}
        />
      )}
    </>
  );
}
