import type { Organisation } from '../regulations/organisation/organisation.ts';
import { formatNumber, plural } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { Notice, Why } from '../site/parts.tsx';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';

/** How many applications there are, and how many of them the reader has read. */
export type ReadCounts = { applications: number; read: number };

/** That nothing here judges, what is seen and what is not, and whose rule it is; or that nothing is examined. */
export function HowItIs({ page: { language }, organisation }: { page: PageContext; organisation: Organisation }) {
  const t = INTEGRITY_TEXTS[language];
  const { examined, source, passages } = organisation.integrity;
  if (!examined)
    return (
      <Notice tone="plain" title={t.off}>
        <p>{t.offNote}</p>
        <Why summary={t.why}>
          <p>{source[language]}</p>
        </Why>
      </Notice>
    );
  const { sharedAtLeast, containmentPercent, commonIn } = passages;
  const figures = [sharedAtLeast, containmentPercent, commonIn].map((value) => formatNumber(value, language));
  return (
    <>
      <p>{t.noScore}</p>
      <Why summary={t.limits}>
        <p>{t.limitsNote}</p>
        <p>{t.settings(figures[0] ?? '', figures[1] ?? '', figures[2] ?? '')}</p>
        <p>{passages.source[language]}</p>
        <p>{source[language]}</p>
      </Why>
    </>
  );
}

export function ReadSoFar({
  page: { language },
  counts: { applications, read },
}: {
  page: PageContext;
  counts: ReadCounts;
}) {
  const t = INTEGRITY_TEXTS[language];
  if (applications === 0) return null;
  const soFar = t.readCount(formatNumber(read, language), formatNumber(applications, language));
  return <p class="hint">{read < applications ? soFar : plural(applications, t.allRead, language)}</p>;
}
