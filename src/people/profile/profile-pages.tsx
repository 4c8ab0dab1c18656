import type { ComponentChildren } from 'preact';
import { AutosaveForm } from '../../site/autosave-form.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice, TaskList, type Task } from '../../site/parts.tsx';
import { careerOf } from './career.ts';
import { CareerSummary } from './career-summary.tsx';
import { EntriesForm } from './entries-form.tsx';
import { entryErrors } from './entry-fields.tsx';
import { differences, type ProfileRules, type Told } from './entry-words.ts';
import { PART_TEXTS, PROFILE_TEXTS } from './profile-texts.ts';
import { isBlank, isSingle, PARTS, type Entry, type Part, type Profile } from './profile.ts';

type OverviewProps = {
  page: PageContext;
  profile: Profile;
  rules: ProfileRules;
  documents: number;
  pending: ComponentChildren;
};

/** What a person keeps of themselves, part by part, and how it comes in and goes out. */
export function ProfilePage({ page, profile, rules, documents, pending }: OverviewProps) {
  const { language } = page;
  const t = PROFILE_TEXTS[language];
  const here = `/${language}/my/profile`;
  const kept: Task = {
    title: t.documents,
    hint: t.documentsHint,
    href: `${here}/documents`,
    tone: documents === 0 ? 'plain' : 'success',
    status: documents === 0 ? t.noEntry : plural(documents, t.entries, language),
  };
  return (
    <PublicLayout page={page} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {pending}
      <TaskList tasks={[...PARTS.map((part) => taskOf(part, profile, { rules, language })), kept]} />
      <h2>{t.fill}</h2>
      <p>{t.fillNote}</p>
      <p>
        <a href={`${here}/import`}>{t.fill}</a>
      </p>
      <h2>{t.export}</h2>
      <p>{t.exportNote}</p>
      <ul class="links">
        <li>
          <a href={`${here}/export/resume.json`}>{t.exportJson}</a>
        </li>
        <li>
          <a href={`${here}/export/europass.xml`}>{t.exportEuropass}</a>
        </li>
        <li>
          <a href={`${here}/export/cv.pdf`}>{t.exportPdf}</a>
        </li>
        <li>
          <a href={`${here}/export/cv.docx`}>{t.exportWord}</a>
        </li>
      </ul>
    </PublicLayout>
  );
}

function taskOf(part: Part, { parts }: Profile, told: Told): Task {
  const { language } = told;
  const t = PROFILE_TEXTS[language];
  const entries = parts[part].filter((entry) => !isBlank(entry));
  const problems = entryErrors(part, entries, { ...told, everything: true }).length;
  const task = { title: PART_TEXTS[language][part].title, href: `/${language}/my/profile/${part}` };
  if (entries.length === 0) return { ...task, tone: 'plain', status: t.noEntry };
  const toCheck = {
    href: `${task.href}?check`,
    tone: 'warning',
    status: plural(problems, t.toCheck, language),
  } as const;
  if (problems > 0) return { ...task, ...toCheck };
  return { ...task, tone: 'success', status: isSingle(part) ? t.filled : plural(entries.length, t.entries, language) };
}

export type PartPageProps = {
  page: PageContext;
  part: Part;
  profile: Profile;
  rules: ProfileRules;
  /** The civil day, for what goes on. */
  today: string;
  newId: string;
  canUndo: boolean;
  savedAt?: string | undefined;
  /** Whether what is missing is told as well, not only what is wrong. */
  check?: boolean;
  /** As typed, where something else was saved meanwhile. */
  typed?: Entry[] | undefined;
};

/** One part of the profile: all its entries in one form that saves itself. */
export function PartPage(props: PartPageProps) {
  const { page, part, profile, rules, today, newId, typed } = props;
  const { language } = page;
  const t = PROFILE_TEXTS[language];
  const text = PART_TEXTS[language][part];
  const entries = typed ?? profile.parts[part];
  const told = { rules, language };
  const errors = entryErrors(part, entries, { ...told, everything: props.check ?? false });
  const here = `/${language}/my/profile`;
  return (
    <PublicLayout page={page} title={text.title} inError={errors.length > 0}>
      <BackLink href={here}>{t.backToProfile}</BackLink>
      {typed && <BothParts {...props} typed={typed} />}
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      {part === 'willingness' && <p class="hint">{rules.eligibility.willingness.source[language]}</p>}
      <AutosaveForm action={`${here}/${part}`} base={String(profile.revisions[part])} saved={props.savedAt}>
        <EntriesForm {...{ part, entries, errors, newId }} {...told} />
        <div class="actions">
          <SubmitButton>{typed ? t.keepBelow : t.save}</SubmitButton>
          {typed && <a href={`${here}/${part}`}>{t.takeSaved}</a>}
        </div>
      </AutosaveForm>
      {props.canUndo && !typed && (
        <form method="post" action={`${here}/${part}/undo`}>
          <SubmitButton tone="quiet">{t.undo}</SubmitButton>
        </form>
      )}
      {part === 'experience' && entries.length > 0 && (
        <CareerSummary career={careerOf(entries, rules, today)} rules={rules} language={language} on={today} />
      )}
    </PublicLayout>
  );
}

/** What was saved meanwhile beside what was just typed, where they differ. */
function BothParts({ page, part, profile, rules, typed }: PartPageProps & { typed: Entry[] }) {
  const { language } = page;
  const t = PROFILE_TEXTS[language];
  return (
    <>
      <Notice tone="warning" title={t.changedTitle} status>
        <p>{t.changedNote}</p>
      </Notice>
      <DataTable
        caption={t.changedCaption}
        columns={[
          { heading: t.changedEntry, rowHeader: true },
          { heading: t.changedSaved },
          { heading: t.changedTyped },
        ]}
        rows={differences(part, { saved: profile.parts[part], typed, rules, language }).map(
          ([field, saved, mine], index) => ({
            key: index,
            cells: [field, asTyped(saved || t.nothing), asTyped(mine || t.nothing)],
          }),
        )}
      />
    </>
  );
}

const asTyped = (text: string) => <span class="as-typed">{text}</span>;
