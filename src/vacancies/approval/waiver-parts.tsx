import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import type { Language } from '../../platform/language.ts';
import { SubmitButton, TextArea } from '../../site/forms.tsx';
import { APPROVAL_TEXTS } from './approval-texts.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy, Waiver } from '../vacancy.ts';
import { findingKey } from './waivers.ts';

type WaivingProps = {
  id: string;
  found: LintFinding;
  waiver: Waiver | undefined;
  vacancy: Vacancy;
  language: Language;
  /** The address of the review page. */
  here: string;
  editable: boolean;
};

/** The reason for which a finding stands; or the form that lets it stand, closed until it is wanted. */
export function Waiving(props: WaivingProps) {
  const { id, found, waiver, vacancy, language, here, editable } = props;
  const t = APPROVAL_TEXTS[language];
  const hidden = (
    <>
      <input type="hidden" name="version" value={vacancy.version} />
      <input type="hidden" name="finding" value={findingKey(found)} />
      <input type="hidden" name="place" value={id} />
    </>
  );
  if (waiver)
    return (
      <>
        <p class="quiet">{fillIn(t.stands, { reason: waiver.reason })}</p>
        {editable && (
          <form method="post" action={`${here}/waivers`}>
            {hidden}
            <button type="submit" name="back" value="yes" class="link">
              {t.takeBack}
            </button>
          </form>
        )}
      </>
    );
  if (!editable || found.severity === 'info') return null;
  return (
    <details class="waiving">
      <summary>{t.letStand}</summary>
      <form method="post" action={`${here}/waivers`}>
        {hidden}
        <TextArea name={`reason-${id}`} label={t.letStandWhy} hint={t.letStandHint} rows={2} />
        <SubmitButton tone="quiet">{t.letStandButton}</SubmitButton>
      </form>
    </details>
  );
}
