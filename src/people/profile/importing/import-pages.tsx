import type { Language } from '../../../platform/language.ts';
import { ErrorSummary } from '../../../site/error-summary.tsx';
import { Checkboxes, errorOf, FileField, Radios, SubmitButton, type FieldError } from '../../../site/forms.tsx';
import { PublicLayout } from '../../../site/layout.tsx';
import { plural } from '../../../site/numbers.ts';
import type { PageContext } from '../../../site/page-context.ts';
import { BackLink, Notice } from '../../../site/parts.tsx';
import { EntryFields } from '../entry-fields.tsx';
import { entryTold, type ProfileRules } from '../entry-words.ts';
import { isSingle, type Profile } from '../profile.ts';
import type { PendingImport } from '../profile-queries.ts';
import { PART_TEXTS, PROFILE_TEXTS } from '../profile-texts.ts';
import { IMPORT_TEXTS } from './import-texts.ts';
import { duplicateOf, entryOf, type LeftOver, type ProposedEntry } from './proposal.ts';

/** That a file was read and waits. */
export function PendingNotice({ pending, language }: { pending: PendingImport; language: Language }) {
  const t = IMPORT_TEXTS[language];
  return (
    <Notice title={t.pendingTitle}>
      <p>{t.pendingNote(pending.fileName)}</p>
      <p>
        <a href={`/${language}/my/profile/import/review`}>{t.pendingLink}</a>
      </p>
    </Notice>
  );
}

/** Where a file is chosen. */
export function ImportPage({ page, errors }: { page: PageContext; errors: FieldError[] }) {
  const { language } = page;
  const t = IMPORT_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <BackLink href={`/${language}/my/profile`}>{PROFILE_TEXTS[language].backToProfile}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <ul>
        {t.accepted.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <form method="post" action={`/${language}/my/profile/import`} enctype="multipart/form-data" novalidate>
        <Checkboxes
          name="keep-file"
          label={t.keepFile}
          values={['yes']}
          options={[{ value: 'yes', text: t.keepFileToo, hint: t.keepFileNote }]}
        />
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".pdf,.docx,.xml,.json,.txt"
          error={errorOf(errors, 'file')}
        />
        <p class="actions">
          <SubmitButton>{t.read}</SubmitButton>
        </p>
      </form>
      <p class="hint">{t.nothingKept}</p>
    </PublicLayout>
  );
}

export type ReviewProps = { page: PageContext; pending: PendingImport; profile: Profile; rules: ProfileRules };

/** What was read, field by field beside its source; what found no field below it. */
export function ImportReviewPage(props: ReviewProps) {
  const { page, pending } = props;
  const { language } = page;
  const t = IMPORT_TEXTS[language];
  const { entries, leftOver } = pending.proposal;
  const here = `/${language}/my/profile/import`;
  return (
    <PublicLayout page={page} title={t.reviewTitle}>
      <BackLink href={`/${language}/my/profile`}>{PROFILE_TEXTS[language].backToProfile}</BackLink>
      <h1>{t.reviewTitle}</h1>
      <p>{t.reviewIntro(pending.fileName)}</p>
      <p class="eyebrow">
        {t.formats[pending.format]} · {plural(entries.length, t.found, language)}
      </p>
      {entries.length === 0 && <p>{t.nothingFound}</p>}
      {entries.length > 0 && (
        <form method="post" action={`${here}/review`} novalidate>
          {entries.map((entry, index) => (
            <Proposed key={index} {...props} entry={entry} index={index} />
          ))}
          <p class="actions">
            <SubmitButton>{t.keep}</SubmitButton>
          </p>
        </form>
      )}
      <LeftOverList leftOver={leftOver} language={language} />
      <form method="post" action={`${here}/discard`}>
        <p class="hint">{t.discardNote}</p>
        <SubmitButton tone="quiet">{t.discard}</SubmitButton>
      </form>
    </PublicLayout>
  );
}

/** The id of a proposed entry in the form. */
export const proposedId = (index: number): string => `p${index}`;

function Proposed({ page, profile, rules, entry, index }: ReviewProps & { entry: ProposedEntry; index: number }) {
  const { language } = page;
  const t = IMPORT_TEXTS[language];
  const told = { rules, language };
  const text = PART_TEXTS[language][entry.part];
  const own = entryOf(entry, proposedId(index));
  const same = duplicateOf(entry, profile);
  const [single] = isSingle(entry.part) ? profile.parts[entry.part] : [];
  const passage = (field: string) => {
    const found = entry.fields[field];
    return found ? t.inFile(found.passage) : t.notInFile;
  };
  const name = entryTold(entry.part, own, told);
  return (
    <section class="proposed">
      <h2>
        {name === '' || isSingle(entry.part) ? text.entry : `${text.entry}${language === 'fr' ? ' : ' : ': '}${name}`}
      </h2>
      {same && <p class="hint">{t.duplicate(entryTold(entry.part, same, told))}</p>}
      {single && <p class="hint">{t.sameAsProfile}</p>}
      <EntryFields part={entry.part} entry={own} errors={[]} source={passage} {...told} />
      <Radios
        name={`take-${index}`}
        label={t.take}
        inline
        value={same ? 'no' : 'yes'}
        options={[
          { value: 'yes', text: t.takeIt },
          { value: 'no', text: t.leaveOut },
        ]}
      />
    </section>
  );
}

function LeftOverList({ leftOver, language }: { leftOver: LeftOver[]; language: Language }) {
  const t = IMPORT_TEXTS[language];
  return (
    <section>
      <h2>{t.leftOver}</h2>
      {leftOver.length === 0 ? <p>{t.nothingLeft}</p> : <p>{t.leftOverNote}</p>}
      <dl class="stray">
        {leftOver.map(({ heading, lines }, index) => (
          <div key={index}>
            <dt>{heading || t.withoutHeading}</dt>
            <dd class="as-typed">{lines.length > 0 ? lines.join('\n') : t.allPlaced}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
