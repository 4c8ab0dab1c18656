import { COMPETITION_TEXTS } from '../../competition/competition-texts.ts';
import { Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { candidateName } from './report-candidate.ts';
import type { ReportProps, WithReport } from './report-props.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** Whom a reader is recused from is named, with what keeps them from judging, and nothing else is said of them. */
export function RecusedFrom(props: WithReport) {
  const { page, report, notShown, may, mayNotDecide } = props;
  const t = REPORT_TEXTS[page.language];
  const people = report.proposals.filter(({ number }) => notShown.has(number));
  if (people.length === 0) return null;
  return (
    <Notice title={t.notShown}>
      <ul>
        {people.map((one) => (
          <li key={one.candidate}>
            {candidateName(props, one)} · {one.number}. {whyOf(props, one.number).join('. ')}
          </li>
        ))}
      </ul>
      <p>
        {t.notShownNote} {may.draft && t.notShownDraft} {mayNotDecide && !report.decided && t.notShownDecides}
      </p>
    </Notice>
  );
}

/** What keeps the reader from judging somebody, and how it is known. */
function whyOf({ page: { language }, organisation, recusals }: ReportProps, number: string): string[] {
  const t = COMPETITION_TEXTS[language];
  return recusals
    .filter(({ candidate }) => candidate === number)
    .map(({ kind, foundBy, reason }) => {
      const name = organisation.panel.conflicts.find(({ code }) => code === kind)?.name[language] ?? kind;
      const known = [t.foundBy[foundBy], reason].filter(Boolean).join(colon(language));
      return `${name} (${known})`;
    });
}
