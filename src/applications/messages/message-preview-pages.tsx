import type { Language } from '../../platform/language.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import type { Candidate } from '../stages/stage-queries.ts';
import { readIn } from './message.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';

import type { Composed } from './compose-pages.tsx';

type PreviewProps = {
  page: PageContext;
  reference: string;
  composed: Composed;
  candidates: Candidate[];
  mark: string;
};

/** Who it goes to and how many, and what those of each language read. */
export function MessagePreviewPage({ page, reference, composed, candidates, mark }: PreviewProps) {
  const { language } = page;
  const t = MESSAGE_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/messages`;
  return (
    <StaffLayout page={page} title={t.previewTitle} nav={staffNavigation(page)}>
      <h1>{t.previewTitle}</h1>
      {LANGUAGES.map((each) => (
        <AsReadIn key={each} language={each} {...{ page, composed, candidates }} />
      ))}
      <p>{plural(candidates.length, t.goesTo, language)}</p>
      <ul>
        {candidates.map(({ number, name }) => (
          <li key={number}>
            {name} · {number}
          </li>
        ))}
      </ul>
      <form method="post" action={here}>
        <Kept composed={composed} />
        <input type="hidden" name="mark" value={mark} />
        <p>{t.confirmNote}</p>
        <div class="actions">
          <SubmitButton name="step" value="send">
            {t.confirm}
          </SubmitButton>
          <SubmitButton tone="quiet" name="step" value="change">
            {t.change}
          </SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}

type AsReadInProps = { page: PageContext; language: Language; composed: Composed; candidates: Candidate[] };

function AsReadIn({ page, language, composed, candidates }: AsReadInProps) {
  const t = MESSAGE_TEXTS[page.language];
  const count = candidates.filter((candidate) => candidate.language === language).length;
  if (count === 0) return null;
  const read = readIn(composed, language);
  const named = (code: Language) => languageName(code, page.language);
  return (
    <section>
      <h2>{plural(count, t.readers, page.language).replace('{language}', named(language))}</h2>
      {read !== language && (
        <Notice tone="warning">
          <p>{t.foreign(named(read), named(language))}</p>
        </Notice>
      )}
      <h3 lang={read}>{composed.subject[read]}</h3>
      <p class="as-typed" lang={read}>
        {composed.body[read]}
      </p>
    </section>
  );
}

/** What was typed, handed from the preview back to the form or on to the sending. */
function Kept({ composed }: { composed: Composed }) {
  const fields = LANGUAGES.flatMap((language): [string, string | undefined][] => [
    [`subject-${language}`, composed.subject[language]],
    [`body-${language}`, composed.body[language]],
  ]);
  return (
    <>
      <input type="hidden" name="whom" value={composed.whom} />
      <input type="hidden" name="number" value={composed.number} />
      {composed.replies && <input type="hidden" name="replies" value="yes" />}
      {fields.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
    </>
  );
}
