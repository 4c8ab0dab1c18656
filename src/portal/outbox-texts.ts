import type { Localized } from '../platform/language.ts';

export const OUTBOX_TEXTS: Localized<Record<'title' | 'introduction' | 'none' | 'noneNext', string>> = {
  en: {
    title: 'Mail not sent',
    introduction:
      'This development server sends no mail. What it would have sent is written to its data folder and shown here, the newest first.',
    none: 'No mail yet',
    noneNext: 'Create an account, for instance: its message appears here within a second.',
  },
  fr: {
    title: 'Courrier non envoyé',
    introduction:
      'Ce serveur de développement n’envoie pas de courrier. Ce qu’il aurait envoyé est écrit dans son dossier de données et montré ici, le plus récent d’abord.',
    none: 'Aucun courrier pour l’instant',
    noneNext: 'Créez par exemple un compte : son message apparaîtra ici dans la seconde.',
  },
};
