import type { Language, Localized } from '../../platform/language.ts';
import { Checkboxes, SubmitButton } from '../../site/forms.tsx';
import { Notice } from '../../site/parts.tsx';
import { CAREER_TEXTS } from './career-texts.ts';
import type { ProfileOffer } from './profile-copy.ts';

/** What was done between a step and the profile, from the address it led to. */
export const PROFILE_DONE: Localized<Record<string, string | undefined>> = {
  en: { kept: CAREER_TEXTS.en.kept, taken: CAREER_TEXTS.en.taken },
  fr: { kept: CAREER_TEXTS.fr.kept, taken: CAREER_TEXTS.fr.taken },
};

/** Whether what this step says is kept in the profile too, so that it is never typed again: for its author to say. */
export function KeepToo({ wanted, language }: { wanted: boolean; language: Language }) {
  const t = CAREER_TEXTS[language];
  return (
    <>
      <input type="hidden" name="keep-asked" value="1" />
      <Checkboxes
        name="keep"
        label={t.profile}
        values={wanted ? ['yes'] : []}
        options={[{ value: 'yes', text: t.keepNew, hint: t.keepNewNote }]}
      />
    </>
  );
}

type OfferProps = { offer: ProfileOffer; action: string; language: Language };

/** Offers what the profile says now, or to keep there what was written here: neither is done unasked. */
export function ProfileOfferForms({ offer: { take, keep, changedSince }, action, language }: OfferProps) {
  const t = CAREER_TEXTS[language];
  if (!take && !keep) return null;
  return (
    <Notice title={changedSince ? t.changedSince : t.differs}>
      <p>{changedSince ? t.changedSinceNote : t.differsNote}</p>
      <form method="post" action={action} class="actions">
        {keep && (
          <SubmitButton tone="quiet" name="do" value="keep">
            {t.keepToo}
          </SubmitButton>
        )}
        {take && (
          <SubmitButton tone="quiet" name="do" value="take">
            {t.take}
          </SubmitButton>
        )}
        <a href={`/${language}/my/profile`}>{t.toProfile}</a>
      </form>
    </Notice>
  );
}
