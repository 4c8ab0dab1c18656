import type { ComponentChildren } from 'preact';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type AutosaveFormProps = {
  action: string;
  /** What the draft was read at; a save against a later one is refused. */
  version: number;
  /** When it was last saved, in words. */
  saved?: string | undefined;
  multipart?: boolean | undefined;
  children: ComponentChildren;
};

/**
 * A form that saves itself where there is JavaScript: what is typed is posted to `action` asking for JSON, as
 * `browser/autosave.ts` says. Without, it is an ordinary form.
 */
export function AutosaveForm({ action, version, saved, multipart, children }: AutosaveFormProps) {
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-autosave
    >
      <input type="hidden" name="version" value={version} autocomplete="off" />
      {children}
      <SaveState saved={saved} />
    </form>
  );
}

function SaveState({ saved }: { saved: string | undefined }) {
  const language = useLanguage();
  const t = SITE_TEXTS[language];
  const words = {
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
