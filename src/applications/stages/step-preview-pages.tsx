import type { Language } from '../../platform/language.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import { SITUATION_TEXTS } from './situation-texts.ts';
import type { Candidate } from './stage-queries.ts';
import { levelField, type TypedStep } from './stage-form.ts';
import { type StageEntry } from './stage-state.ts';
import { STAGE_TEXTS } from './stage-texts.ts';

type PreviewProps = {
  page: PageContext;
  reference: string;
  organisation: Organisation;
  typed: TypedStep;
  taken: { candidate: Candidate; entry: StageEntry }[];
  mark: string;
};

/** Who the step is for, and what those of each language read once it is taken. */
export function StepPreviewPage({ page, reference, organisation, typed, taken, mark }: PreviewProps) {
  const { language } = page;
  const t = STAGE_TEXTS[language];
  const action = typed.action === '' ? '' : t.actions[typed.action];
  const [first] = taken;
  return (
    <StaffLayout page={page} title={t.previewTitle} nav={staffNavigation(page)}>
      <h1>{t.previewTitle}</h1>
      <p class="lede">{action}</p>
      {first &&
        LANGUAGES.map((each) => {
          const readers = taken.filter(({ candidate }) => candidate.language === each).length;
          return readers > 0 && <AsRead key={each} {...{ page, organisation, language: each, entry: first.entry }} />;
        })}
      <p>{plural(taken.length, t.previewCount, language)}</p>
      <ul>
        {taken.map(({ candidate: { number, name, language: reads }, entry }) => (
          <li key={number}>
            {name} · {number} · {languageName(reads, language)}
            {entry.belowLevel && (
              <>
                <p>{t.belowLevelWhy(name)}</p>
                <blockquote class="as-typed">{entry.belowLevel}</blockquote>
              </>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={`/${language}/staff/vacancies/${reference}/selection`}>
        <Kept typed={typed} />
        <input type="hidden" name="mark" value={mark} />
        <p>{t.confirmNote}</p>
        <div class="actions">
          <SubmitButton name="do" value="confirm" tone={typed.action === 'not-retain' ? 'danger' : 'main'}>
            {t.confirm}
          </SubmitButton>
          <SubmitButton tone="quiet" name="do" value="change">
            {t.back}
          </SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}

type AsReadProps = { page: PageContext; organisation: Organisation; language: Language; entry: StageEntry };

function AsRead({ page, organisation, language, entry }: AsReadProps) {
  const t = STAGE_TEXTS[page.language];
  const words = SITUATION_TEXTS[language][entry.position];
  const stage = organisation.selection.stages.find(({ code }) => code === entry.stage)?.name[language];
  const due = entry.dueOn && STAGE_TEXTS[language].dueOn(formatDate(entry.dueOn, language));
  const noted = entry.note[language] ? language : LANGUAGES.find((other) => entry.note[other]);
  return (
    <section>
      <h2>{t.whatTheyRead(languageName(language, page.language))}</h2>
      <div lang={language}>
        <p>
          <b>{[words.label, stage, due].filter(Boolean).join(' · ')}</b>
        </p>
        <p>{entry.told?.[language] ?? words.meaning}</p>
        {noted && (
          <p class="as-typed" lang={noted}>
            {entry.note[noted]}
          </p>
        )}
      </div>
    </section>
  );
}

/** The step as typed, handed from the preview back to the form or on to the deed. */
function Kept({ typed }: { typed: TypedStep }) {
  const { position, action, stage, reason, whom, day, note, numbers, levels } = typed;
  const due = { 'due-day': day.day, 'due-month': day.month, 'due-year': day.year };
  const reasons = Object.fromEntries(Object.entries(levels).map(([number, why]) => [levelField(number), why]));
  const notes = { 'note-en': note.en ?? '', 'note-fr': note.fr ?? '' };
  return (
    <>
      {Object.entries({ position, action, stage, reason, whom, ...due, ...notes, ...reasons }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {numbers.map((number) => (
        <input key={number} type="hidden" name="numbers" value={number} />
      ))}
    </>
  );
}
