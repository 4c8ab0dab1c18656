import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { CorrectionRefusal } from './correction.ts';

const EN = {
  notYet: 'Nothing is saved yet: one more step',
  toNote: 'Say what the public is told of this change, then save.',
  title: 'What the public is told',
  intro:
    'The public has seen this notice. Read the draft below, say what people need to know of the change, and save. It is shown at the top of the public page.',
  note: { en: 'Correction, in English', fr: 'Correction, in French' },
  noteHint: 'One or two sentences.',
  reason: 'Why is the deadline changed?',
  reasonHint: 'Kept in the history with your name; the public does not see it. Write nothing personal about anyone.',
  move: {
    extended: 'The deadline is extended. Everybody who has begun or submitted an application is told by mail.',
    'brought-forward':
      'The deadline is brought forward. People may be relying on the one announced, and nobody is told by mail: consider closing the vacancy at the announced deadline instead.',
  },
  reopens: 'The vacancy is closed: with this deadline it is open again.',
  draftDeadline: {
    extended: 'The deadline was extended to {deadline}.',
    'brought-forward': 'The deadline was brought forward to {deadline}.',
  },
  draftFields: 'Changed: {fields}.',
  save: 'Save and tell the public',
  publicTitle: 'Corrections to this notice',
  correctedOn: 'Corrected on {date}',
  events: {
    'extend-deadline': 'extended the deadline, in an edit of {fields}',
    'extend-and-reopen': 'extended the deadline and so reopened it, in an edit of {fields}',
    'bring-deadline-forward': 'brought the deadline forward, in an edit of {fields}',
    'open-to-everybody': 'opened it to everybody',
  },
  toldPublic: 'Told the public: {note}',
};

const FR: typeof EN = {
  notYet: 'Rien n’est encore enregistré : encore une étape',
  toNote: 'Dites ce que le public apprend de cette modification, puis enregistrez.',
  title: 'Ce qui est dit au public',
  intro:
    'Le public a vu cet avis. Relisez le projet ci-dessous, dites ce qu’il faut savoir de la modification, puis enregistrez. Cela paraît en tête de la page publique.',
  note: { en: 'Rectificatif, en anglais', fr: 'Rectificatif, en français' },
  noteHint: 'Une ou deux phrases.',
  reason: 'Pourquoi la date limite est-elle modifiée ?',
  reasonHint:
    'Conservé dans l’historique avec votre nom ; le public ne le voit pas. N’écrivez rien de personnel sur qui que ce soit.',
  move: {
    extended:
      'La date limite est reportée. Chaque personne qui a commencé ou déposé une candidature en est avisée par courriel.',
    'brought-forward':
      'La date limite est avancée. Des personnes comptent peut-être sur celle qui est annoncée, et personne n’est avisé par courriel : mieux vaut peut-être clore le poste à la date annoncée.',
  },
  reopens: 'Le poste est clos : avec cette date limite, il est de nouveau ouvert.',
  draftDeadline: {
    extended: 'La date limite est reportée {deadline}.',
    'brought-forward': 'La date limite est avancée {deadline}.',
  },
  draftFields: 'Modifié : {fields}.',
  save: 'Enregistrer et le dire au public',
  publicTitle: 'Rectificatifs de cet avis',
  correctedOn: 'Rectifié le {date}',
  events: {
    'extend-deadline': 'a reporté la date limite, en modifiant {fields}',
    'extend-and-reopen': 'a reporté la date limite et ainsi rouvert le poste, en modifiant {fields}',
    'bring-deadline-forward': 'a avancé la date limite, en modifiant {fields}',
    'open-to-everybody': 'l’a ouvert à tout le monde',
  },
  toldPublic: 'Dit au public : {note}',
};

/** Every word about what was changed after publication. */
export const CORRECTION_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** Why a correction was refused, and what would clear the way. */
export function explainCorrection(refusal: CorrectionRefusal): Localized {
  switch (refusal.kind) {
    case 'no-note':
      return {
        en: 'Write what was changed, for those who read the notice in this language.',
        fr: 'Écrivez ce qui a été modifié, pour les personnes qui lisent l’avis dans cette langue.',
      };
    case 'no-deadline-reason':
      return { en: 'Write why the deadline is changed.', fr: 'Écrivez pourquoi la date limite est modifiée.' };
    case 'new-deadline-passed':
      return {
        en: 'This deadline has passed already. Set one to come; to stop receiving applications now, close the vacancy.',
        fr: 'Cette date limite est déjà passée. Fixez-en une à venir ; pour ne plus recevoir de candidatures dès maintenant, clôturez le poste.',
      };
    default:
      return assertNever(refusal);
  }
}
