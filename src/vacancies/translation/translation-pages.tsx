import { otherLanguages } from '../../platform/language.ts';
import { BilingualRows, type BilingualRow } from '../../site/bilingual-rows.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { NAMES } from '../field-texts.ts';
import { PARTS, type Part } from '../notice-fields.ts';
import { isShown, SHOWN } from './translation-form.ts';
import { unitRow } from './translation-rows.tsx';
import { TRANSLATION_TEXTS } from './translation-texts.ts';
import { isToCheck, progressOf } from './translation.ts';
import { staffNav, StatusTag, TitleText } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import { FileOutcome, TranslationFile } from './xliff-pages.tsx';
import type { TranslationProps } from './translation-props.ts';

export const translationAddress = ({ page, vacancy, target }: Pick<TranslationProps, 'page' | 'vacancy' | 'target'>) =>
  `/${page.language}/staff/vacancies/${vacancy.reference}/translation/${target}`;

/** The translator's page: every text with its translation beside it, what is left to do first. */
export function TranslationPage(props: TranslationProps) {
  const { page, vacancy, target, units, problem, conflict, editable, errors, merge } = props;
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  const title = fillIn(t.title, { language: languageName(target, language) });
  const inError = problem !== undefined || conflict !== undefined || errors.length > 0;
  return (
    <StaffLayout page={page} title={`${title} · ${vacancy.reference}`} nav={staffNav(page)} inError={inError}>
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      {merge && <FileOutcome merge={merge} target={target} language={language} />}
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      {conflict && (
        <Notice tone="warning" title={t.conflictTitle} status>
          <p>{t.conflict}</p>
          <Homeless {...props} />
        </Notice>
      )}
      <p class="eyebrow">
        <b>{vacancy.reference}</b> <StatusTag status={vacancy.status} language={language} />
      </p>
      <h1>{title}</h1>
      <p class="lede">
        <TitleText title={vacancy.notice.title} language={vacancy.originalLanguage} fallback={vacancy.reference} />
      </p>
      {!editable && problem === undefined && (
        <Notice>
          <p>{fillIn(t.readOnly, { status: VACANCY_TEXTS[language].status[vacancy.status].toLocaleLowerCase() })}</p>
        </Notice>
      )}
      {units.length === 0 ? <p>{t.nothingToTranslate}</p> : <Texts {...props} />}
      {units.length > 0 && (
        <TranslationFile address={`${translationAddress(props)}/file`} {...{ language, editable, errors }} />
      )}
      {props.settingOriginal && <OriginalLanguage {...props} />}
    </StaffLayout>
  );
}

/** What was typed for a text that is gone stays on the page, to be copied to where it belongs now. */
function Homeless({ page, target, homeless }: TranslationProps) {
  if (homeless.length === 0) return null;
  return (
    <>
      <p>{TRANSLATION_TEXTS[page.language].homeless}</p>
      <ul>
        {homeless.map((text, index) => (
          <li key={index} class="as-typed" lang={target}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Texts(props: TranslationProps) {
  const { page, vacancy, units, shown, editable, values, conflict } = props;
  const t = TRANSLATION_TEXTS[page.language];
  const visible = units.filter(
    (unit) => isShown(unit, shown) || conflict?.has(unit.key) || values[unit.key] !== undefined,
  );
  const table = visible.length === 0 ? <NothingShown {...props} /> : <UnitRows {...props} units={visible} />;
  return (
    <>
      <Progress {...props} />
      {!editable && table}
      {editable && (
        <form method="post" action={translationAddress(props)} class="edit-form translation">
          <input type="hidden" name="version" value={vacancy.version} />
          <input type="hidden" name="show" value={shown} />
          {visible.length > 0 && (
            <p class="review-bar">
              <SubmitButton>{t.save}</SubmitButton>
            </p>
          )}
          {table}
          <CheckAll {...props} />
        </form>
      )}
    </>
  );
}

/** How far it has come, and the ways to show what is left, what waits for a check, or all. */
function Progress(props: TranslationProps) {
  const { page, units, shown } = props;
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  const { total, left, checked } = progressOf(units);
  const done = total - left;
  return (
    <>
      <div class="translation-progress">
        <progress max={Math.max(1, total)} value={done} aria-hidden="true" />
        <p>{fillIn(t.progress, { done, total, checked })}</p>
      </div>
      <nav aria-label={t.show}>
        <ul class="links">
          {SHOWN.map((one) => (
            <li key={one}>
              <a href={`${translationAddress(props)}?show=${one}`} aria-current={one === shown ? 'page' : undefined}>
                {t.shown[one]} ({units.filter((unit) => isShown(unit, one)).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function NothingShown({ page, shown, target }: TranslationProps) {
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  const check = shown === 'check';
  return (
    <EmptyState title={check ? t.noneToCheck : t.noneLeft}>
      <p>{check ? t.noneToCheckHint : fillIn(t.noneLeftHint, { language: languageName(target, language) })}</p>
    </EmptyState>
  );
}

function UnitRows(props: TranslationProps) {
  const { page, vacancy, target, units } = props;
  const t = TRANSLATION_TEXTS[page.language];
  const parts = PARTS.filter((part) => units.some((unit) => unit.part === part));
  const rows = parts.flatMap((part): BilingualRow[] => [
    { kind: 'heading', key: part, id: `part-${part}`, heading: <PartHeading {...props} part={part} /> },
    ...units.filter((unit) => unit.part === part).map((unit) => unitRow(unit, props)),
  ]);
  const role = { [vacancy.originalLanguage]: t.role.original, [target]: t.role.translation };
  return <BilingualRows caption={t.caption} role={role} margin={t.margin} rows={rows} />;
}

/** A part by its name; its button saves the whole form, and comes back here. */
function PartHeading({ part, page, editable }: TranslationProps & { part: Part }) {
  const { language } = page;
  return (
    <>
      {NAMES[language][part]}{' '}
      {editable && (
        <button type="submit" class="link edit" name="part" value={part}>
          {TRANSLATION_TEXTS[language].savePart}
          <span class="hidden"> ({NAMES[language][part]})</span>
        </button>
      )}
    </>
  );
}

/** One button for all that wait for somebody else’s eyes, where they are on the page. */
function CheckAll({ page, units, shown, reader }: TranslationProps) {
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  const waiting = units.filter((unit) => isToCheck(unit) && unit.made?.by !== reader).length;
  if (waiting === 0 || shown === 'left') return null;
  return (
    <div class="check-all">
      <SubmitButton tone="quiet" name="check" value="all">
        {plural(waiting, t.checkAll, language)}
      </SubmitButton>
      <p class="hint">{t.checkAllHint}</p>
    </div>
  );
}

function OriginalLanguage({ page, vacancy }: TranslationProps) {
  const { language } = page;
  const t = TRANSLATION_TEXTS[language];
  const here = `/${language}/staff/vacancies/${vacancy.reference}/original-language`;
  return (
    <section id="original-language">
      <h2>{t.originalLanguage}</h2>
      <p>{fillIn(t.originalLanguageIs, { language: languageName(vacancy.originalLanguage, language) })}</p>
      <p class="hint">{t.originalLanguageHint}</p>
      <form method="post" action={here} class="actions">
        <input type="hidden" name="version" value={vacancy.version} />
        {otherLanguages(vacancy.originalLanguage).map((other) => (
          <SubmitButton key={other} tone="quiet" name="language" value={other}>
            {fillIn(t.setOriginal, { language: languageName(other, language) })}
          </SubmitButton>
        ))}
      </form>
    </section>
  );
}
