import type { Language } from '../../platform/language.ts';
import { joinList } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import type { Drafting } from './drafting.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** Who drafts a report, and who is missing where all who do are recused from somebody. */
export function WhoDrafts({ drafting: { drafters, missing }, language }: { drafting: Drafting; language: Language }) {
  const t = REPORT_TEXTS[language].drafting;
  return (
    <>
      <h2>{t.title}</h2>
      <ul>
        {drafters.map(({ member: { id, name }, recusedFrom }) => (
          <li key={id}>{recusedFrom.length > 0 ? t.but(name, joinList(recusedFrom, language)) : name}</li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Notice tone="warning" title={t.missing(joinList(missing, language))}>
          <p>{t.missingNote}</p>
        </Notice>
      )}
    </>
  );
}
