import type { Localized } from '../../platform/language.ts';

/** In the place of a deadline, where a notice has none. */
export const OPEN_ENDED: Localized = { en: 'Open until filled', fr: 'Ouvert jusqu’à ce que le poste soit pourvu' };

const EN = {
  when: 'When is it published?',
  now: 'Now',
  later: 'On a day to come',
  day: 'Day of publication',
  time: 'Time of publication',
  timeHint: 'As 09:00, {zone}. Concours publishes it by itself at that time, if nothing stands against it then.',
  audience: 'Who is it for?',
  audiences: {
    both: { name: 'Everybody', hint: 'Everyone can read it; serving staff and others may apply.' },
    external: { name: 'External candidates', hint: 'Everyone can read it; serving staff may not apply.' },
    internal: {
      name: 'Serving staff alone',
      hint: 'Only people with a staff account can read it and apply. To everybody else it is not there.',
    },
  },
  noLastDay: 'No last day',
  noLastDayHint: 'In place of a date: applications are received until somebody closes the vacancy.',
  scheduled: 'To be published on {time}',
  audienceTag: { internal: 'Internal', external: 'External' },
  problem: {
    date: 'Write a day that exists, as 18 1 2027.',
    time: 'Write a time, as 09:00.',
  },
  refusedSubject: 'Not published: {reference}, {title}',
  refusedMail: `{reference}, “{title}”, was to be published on {time}. It was not, and is in review again:

{why}

{address}`,
  scheduledFor: 'scheduled its publication for {time}',
  refusedEvent: 'did not publish it at the time set, and put it back into review',
};

const FR: typeof EN = {
  when: 'Quand le publier ?',
  now: 'Maintenant',
  later: 'Un jour à venir',
  day: 'Jour de la publication',
  time: 'Heure de la publication',
  timeHint: 'Par exemple 09:00, {zone}. Concours le publie alors de lui-même, si rien ne s’y oppose à ce moment-là.',
  audience: 'À qui s’adresse-t-il ?',
  audiences: {
    both: {
      name: 'À tout le monde',
      hint: 'Chacun(e) peut le lire ; le personnel en fonction et les autres peuvent postuler.',
    },
    external: {
      name: 'Aux candidat(e)s externes',
      hint: 'Chacun(e) peut le lire ; le personnel en fonction ne peut pas postuler.',
    },
    internal: {
      name: 'Au seul personnel en fonction',
      hint: 'Seules les personnes qui ont un compte du personnel peuvent le lire et postuler. Pour toutes les autres, il n’existe pas.',
    },
  },
  noLastDay: 'Sans date limite',
  noLastDayHint: 'À la place d’une date : les candidatures sont reçues jusqu’à ce qu’une personne close le poste.',
  scheduled: 'À publier {time}',
  audienceTag: { internal: 'Interne', external: 'Externe' },
  problem: {
    date: 'Écrivez un jour qui existe, comme 18 1 2027.',
    time: 'Écrivez une heure, comme 09:00.',
  },
  refusedSubject: 'Non publié : {reference}, {title}',
  refusedMail: `{reference}, « {title} », devait être publié {time}. Il ne l’a pas été et se trouve de nouveau en relecture :

{why}

{address}`,
  scheduledFor: 'a programmé la publication pour {time}',
  refusedEvent: 'n’a pas publié à l’heure fixée et a remis en relecture',
};

/** Every word about when a vacancy is published and for whom. */
export const PUBLICATION_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
