import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import type { PageContext } from '../../site/page-context.ts';
import { SummaryList } from '../../site/parts.tsx';
import { type AccommodationRequest } from './accommodation.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

type AskedProps = { page: PageContext; organisation: Organisation; request: AccommodationRequest };

/** What was asked, to read. */
export function AskedFor({ page: { language }, organisation, request: { asked } }: AskedProps) {
  const t = ACCOMMODATION_TEXTS[language];
  const { kinds } = organisation.accommodation;
  const named = asked.kinds.map((code) => kinds.find((kind) => kind.code === code)?.name[language] ?? code);
  return (
    <SummaryList
      rows={[
        { term: t.kinds, value: named.length === 0 ? t.notSaid : named.map((name) => <p key={name}>{name}</p>) },
        { term: t.words, value: asked.words === '' ? t.notSaid : <div class="as-typed">{asked.words}</div> },
        { term: t.until, value: asked.neededUntil === '' ? t.notSaid : formatDate(asked.neededUntil, language) },
      ]}
    />
  );
}
