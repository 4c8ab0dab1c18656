import type { Language } from '../../platform/language.ts';
import { FileField, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import { nameOfUnit } from './translation-rows.tsx';
import { fillIn } from '../vacancy-texts.ts';
import type { Misfit, XliffMerge } from './xliff-import.ts';
import { XLIFF_TEXTS } from './xliff-texts.ts';

type FileProps = {
  /** The address of the file of this translation. */
  address: string;
  language: Language;
  /** Whether the reader may change the translation now. */
  editable: boolean;
  errors: readonly FieldError[];
};

/** For translators with tools of their own: the texts as a file, and the file back. */
export function TranslationFile({ address, language, editable, errors }: FileProps) {
  const t = XLIFF_TEXTS[language];
  return (
    <section id="file">
      <h2>{t.title}</h2>
      <p>{t.hint}</p>
      <p>
        <a href={address} download>
          {t.download}
        </a>
      </p>
      {editable && (
        <form method="post" action={address} enctype="multipart/form-data">
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".xlf,.xliff,application/xliff+xml"
            error={errors.find(({ field }) => field === 'file')?.message}
          />
          <SubmitButton tone="quiet">{t.submit}</SubmitButton>
        </form>
      )}
    </section>
  );
}

type OutcomeProps = { merge: XliffMerge; target: Language; language: Language };

/** What a file brought, and each text that was not simply taken, with what the file says for it. */
export function FileOutcome({ merge, target, language }: OutcomeProps) {
  const t = XLIFF_TEXTS[language];
  const { items, same, empty, misfits } = merge;
  return (
    <Notice tone={misfits.length > 0 ? 'warning' : 'success'} title={t.outcome} status>
      <ul>
        <li>{plural(items.size, t.taken, language)}</li>
        {same > 0 && <li>{plural(same, t.same, language)}</li>}
        {empty > 0 && <li>{plural(empty, t.empty, language)}</li>}
      </ul>
      {misfits.length > 0 && (
        <dl class="stands-now">
          {misfits.map((misfit) => (
            <MisfitRow key={`${misfit.id} ${misfit.kind}`} {...{ misfit, target, language }} />
          ))}
        </dl>
      )}
    </Notice>
  );
}

/** A text that only stands in the file is told in full: it can be copied from here. */
function MisfitRow({ misfit, target, language }: { misfit: Misfit; target: Language; language: Language }) {
  const t = XLIFF_TEXTS[language];
  const name = misfit.unit ? nameOfUnit(misfit.unit, language) : fillIn(t.unknown, { id: misfit.id });
  return (
    <div>
      <dt>
        <b>{name}</b> · {t.misfits[misfit.kind]}
      </dt>
      {misfit.kind !== 'original-changed' && misfit.kind !== 'unusable' && (
        <dd class="as-typed" lang={target}>
          {misfit.text || '–'}
        </dd>
      )}
    </div>
  );
}
