import type { NoticeRecord } from '../notice.ts';

/** What people would write in a notice begun from a post, in both languages; the language item stays last. */
export function written(begun: NoticeRecord): NoticeRecord {
  const levels = { en: begun.essential.en.slice(-1), fr: begun.essential.fr.slice(-1) };
  return {
    ...begun,
    deadline: { date: '2026-12-31', time: null },
    summary: {
      en: [
        ...begun.summary.en,
        'The Section warns the river towns of floods. It reads the gauges day and night.',
        'The incumbent keeps the flood model in good order and explains each forecast to the towns.',
      ],
      fr: [
        ...begun.summary.fr,
        'La Section avertit les villes riveraines du risque de crue. Elle relève les échelles jour et nuit.',
        'La personne titulaire du poste veille au bon état du modèle de crue et explique chaque prévision aux villes.',
      ],
    },
    essential: {
      en: ['hold a university degree in hydrology', 'have at least 4 years of experience in forecasting', ...levels.en],
      fr: [
        'être titulaire d’un diplôme universitaire en hydrologie',
        'avoir au moins quatre ans d’expérience de la prévision',
        ...levels.fr,
      ],
    },
    desirable: { en: ['knowledge of the lower river'], fr: ['la connaissance du cours inférieur'] },
    accountabilities: {
      en: begun.accountabilities.en.map(({ heading }) => ({ heading, text: 'Compare each forecast with the gauge.' })),
      fr: begun.accountabilities.fr.map(({ heading }) => ({
        heading,
        text: 'Compare chaque prévision au relevé de l’échelle.',
      })),
    },
    interrelationships: {
      en: 'The incumbent reports to the Head of the Section.',
      fr: 'La personne titulaire du poste relève de la/du chef de la Section.',
    },
  };
}
