import type { Language } from '../platform/language.ts';
import type { PageContext } from '../site/page-context.ts';
import { TaskList, type Step as TrackStep, type Tone } from '../site/parts.tsx';
import type { Dossier, Standing } from './application.ts';
import { APPLICATION_TEXTS, explainGap, STANDING_TEXTS } from './application-texts.ts';
import { REMINDER_TEXTS } from './news/reminder-texts.ts';
import { stepsOf, type Step } from './drafting/steps.ts';
import { addressOf } from './application-props.ts';

export function Tasks({ page, dossier, submittable }: { page: PageContext; dossier: Dossier; submittable: boolean }) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const here = addressOf(language, dossier.application.number);
  return (
    <section>
      <h2>{t.tasks}</h2>
      <p>{t.tasksHint}</p>
      <TaskList tasks={stepsOf(dossier).map((step) => taskOf(step, here, language))} />
      {submittable && (
        <p class="actions">
          <a class="button" href={`${here}/review`}>
            {t.review}
          </a>
        </p>
      )}
    </section>
  );
}

/** Whether a mail comes when the deadline is near, and the button that changes it. */
export function Reminders({ language, here, wanted }: { language: Language; here: string; wanted: boolean }) {
  const t = REMINDER_TEXTS[language];
  return (
    <section>
      <h2>{t.title}</h2>
      <form method="post" action={`${here}/reminders`}>
        <p>{wanted ? t.on : t.off}</p>
        <p>
          <button type="submit" class="link" name="wanted" value={wanted ? 'no' : 'yes'}>
            {wanted ? t.turnOff : t.turnOn}
          </button>
        </p>
      </form>
    </section>
  );
}

const STATE_TONES: Record<Step['state'], Tone> = {
  'to-do': 'plain',
  optional: 'plain',
  incomplete: 'warning',
  done: 'success',
};

function taskOf({ name, state, gaps }: Step, here: string, language: Language) {
  const t = APPLICATION_TEXTS[language];
  const check = state === 'incomplete' && name !== 'documents' ? '?check' : '';
  const [first] = state === 'incomplete' ? gaps : [];
  return {
    title: t.steps[name],
    href: `${here}/${name}${check}`,
    tone: STATE_TONES[state],
    status: t.stepStates[state],
    hint: first && explainGap(first, language),
  };
}

/** The track of what is not submitted: what is now, what is to come. */
export function trackOf(standing: Standing, language: Language): TrackStep[] {
  const { tracks, trackNotes } = APPLICATION_TEXTS[language];
  if (standing !== 'draft') {
    const { label, next } = STANDING_TEXTS[language][standing];
    return [
      { title: tracks.draft, state: 'done' },
      { title: label, state: 'current', children: next },
    ];
  }
  return [
    { title: tracks.draft, state: 'current' },
    { title: tracks.submitted, state: 'to-do' },
    { title: tracks.screening, state: 'to-do', children: trackNotes.screening },
    { title: tracks.tests, state: 'to-do', children: trackNotes.tests },
    { title: tracks.decision, state: 'to-do', children: trackNotes.decision },
  ];
}
