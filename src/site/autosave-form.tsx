import type { ComponentChildren } from 'preact';
import { PageModules } from './page-modules.tsx';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type AutosaveFormProps = {
  action: string;
  /** What the fields hold as the form is made, as fingerprints; each save brings it back, so that changes are joined. */
  base: string;
  /** When it was last saved, in words. */
  saved?: string | undefined;
  multipart?: boolean | undefined;
  children: ComponentChildren;
};

/**
 * A form that saves itself where there is JavaScript: what is typed is posted to `action` asking for JSON, as
 * `browser/pages/autosave.ts` says. Without, it is an ordinary form.
 */
export function AutosaveForm({ action, base, saved, multipart, children }: AutosaveFormProps) {
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-autosave
    >
      <input type="hidden" name="base" value={base} autocomplete="off" />
      {children}
      <SaveState saved={saved} />
      <PageModules names={['autosave']} />
    </form>
  );
}

function SaveState({ saved }: { saved: string | undefined }) {
  const language = useLanguage();
  const t = SITE_TEXTS[language];
  const words = {
    'data-put-back': t.putBack,
    'data-show': t.showOthers,
    'data-saving': t.saving,
    'data-saved': t.saved,
    'data-not-saved': t.notSaved,
    'data-signed-out': t.signedOut,
    'data-sign-in-again': t.signInAgain,
    'data-sign-in': `/${language}/sign-in`,
    'data-changed-elsewhere': t.changedElsewhere,
    'data-compare': t.compare,
  };
  return (
    <output class="save-state" data-save-state {...words}>
      {saved}
    </output>
  );
}
