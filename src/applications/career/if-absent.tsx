import type { DocumentRules } from '../../regulations/organisation/organisation.ts';
import { useLanguage } from '../../site/language-context.tsx';
import { Why } from '../../site/parts.tsx';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { DOCUMENT_TEXTS } from '../documents/document-texts.ts';

/** What follows where a document is not attached (A3): the organisation's rule with its source, or that it has none. */
export function IfAbsent({ documents: { consequence } }: { documents: DocumentRules }) {
  const language = useLanguage();
  const t = DOCUMENT_TEXTS[language];
  if (consequence.missing === null) return <p>{t.ifAbsent}</p>;
  return (
    <>
      <p>{t.ruleIfAbsent(consequence.missing[language])}</p>
      <Why>
        <p>
          {APPLICATION_TEXTS[language].rule} {consequence.rule} · {consequence.source[language]}
        </p>
      </Why>
    </>
  );
}
