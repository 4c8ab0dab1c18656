import type { Localized } from '../../platform/language.ts';
import { UNDO_DAYS } from './discard.ts';

type DiscardTexts = {
  link: string;
  title: string;
  means: string;
  removed: string;
  answers: string;
  accommodation: string;
  profileStays: string;
  undo: string;
  button: string;
  keep: string;
  back: string;
  gone: string;
  goneUntil: string;
  putBack: string;
  isBack: string;
  tooLate: string;
  applyAnew: string;
  listed: string;
  copyBelow: string;
  meanwhile: string;
};

const EN: DiscardTexts = {
  link: 'Throw this draft away',
  title: 'Throw this draft away',
  means: 'Nobody has read it, and nobody will. You may apply again as long as the vacancy is open.',
  removed: 'What is removed',
  answers: 'All that you wrote in this draft',
  accommodation: 'A request for an accommodation that you made with it, and its evidence',
  profileStays: 'Your profile, the documents you keep there and your other applications stay as they are.',
  undo: `For ${UNDO_DAYS} days you can put it back; then it is deleted for good, with its documents.`,
  button: 'Throw it away',
  keep: 'Keep my draft',
  back: 'Back to the draft',
  gone: 'You threw this draft away',
  goneUntil: 'You can put it back, as it was, until',
  putBack: 'Put it back',
  isBack: 'Your draft is back as it was.',
  tooLate: 'The time to put it back is over, and it is being deleted.',
  applyAnew: 'Apply anew, while the vacancy is open',
  listed: 'Drafts you threw away',
  copyBelow: 'It stands below, so that you can also copy it.',
  meanwhile: 'What happened in the meantime',
};

const FR: DiscardTexts = {
  link: 'Jeter ce brouillon',
  title: 'Jeter ce brouillon',
  means: 'Personne ne l’a lu, et personne ne le lira. Vous pourrez de nouveau postuler tant que l’avis est ouvert.',
  removed: 'Ce qui est supprimé',
  answers: 'Tout ce que vous avez écrit dans ce brouillon',
  accommodation: 'Une demande d’aménagement que vous y avez jointe, avec ses justificatifs',
  profileStays: 'Votre profil, les documents que vous y gardez et vos autres candidatures restent tels quels.',
  undo: `Vous pouvez le reprendre pendant ${UNDO_DAYS} jours. Ensuite, il est supprimé pour de bon, avec ses documents.`,
  button: 'Jeter le brouillon',
  keep: 'Garder mon brouillon',
  back: 'Retour au brouillon',
  gone: 'Vous avez jeté ce brouillon',
  goneUntil: 'Vous pouvez le reprendre, tel qu’il était, jusqu’au moment suivant\u00a0:',
  putBack: 'Le reprendre',
  isBack: 'Votre brouillon est de nouveau là, tel qu’il était.',
  tooLate: 'Le délai pour le reprendre est passé ; il est en cours de suppression.',
  applyAnew: 'Postuler de nouveau, tant que l’avis est ouvert',
  listed: 'Brouillons que vous avez jetés',
  copyBelow: 'Votre saisie figure ci-dessous : vous pouvez aussi la copier.',
  meanwhile: 'Ce qui s’est passé entre-temps',
};

export const DISCARD_TEXTS: Localized<DiscardTexts> = { en: EN, fr: FR };

/** What comes from a form of a draft that was thrown away is not taken, and not lost: its form still shows it. */
export const NOT_SAVED: Localized<{ title: string; message: string }> = {
  en: {
    title: 'You threw this draft away',
    message: 'What you just sent is not saved. Put the draft back, then send it again.',
  },
  fr: {
    title: 'Vous avez jeté ce brouillon',
    message: 'Ce que vous venez d’envoyer n’est pas enregistré. Reprenez le brouillon, puis envoyez-le de nouveau.',
  },
};
