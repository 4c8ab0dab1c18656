import type { Localized } from '../../platform/language.ts';
import type { AudienceRefusal } from '../../vacancies/publication/audience.ts';

type Explained = Localized<{ title: string; message: string }>;

const EXPLAINED: Record<AudienceRefusal['kind'], Explained> = {
  'for-staff-only': {
    en: {
      title: 'This vacancy is for serving staff',
      message:
        'Your account is no staff account any more. Nothing you wrote is lost; write to the recruitment service if this looks wrong.',
    },
    fr: {
      title: 'Ce poste est réservé au personnel en fonction',
      message:
        'Votre compte n’est plus un compte du personnel. Rien de ce que vous avez écrit n’est perdu ; écrivez au service du recrutement si cela vous semble erroné.',
    },
  },
  'not-for-staff': {
    en: {
      title: 'This vacancy is for external candidates',
      message:
        'You are signed in with a staff account, and serving staff cannot apply for it. If you are leaving, or this looks wrong, write to the recruitment service before the deadline.',
    },
    fr: {
      title: 'Ce poste s’adresse aux candidat(e)s externes',
      message:
        'Vous utilisez un compte du personnel, et le personnel en fonction ne peut pas postuler. Si vous quittez l’organisation ou si cela vous semble erroné, écrivez au service du recrutement avant la date limite.',
    },
  },
};

/** Why somebody is not of those a vacancy is for, and what to do where that is wrong. */
export const explainAudience = ({ kind }: AudienceRefusal): Explained => EXPLAINED[kind];
