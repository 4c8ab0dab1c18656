import type { Language, Localized, Translated } from '../../platform/language.ts';
import { calendarOf, type SentBy } from '../../site/calendar.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { endOf, type Attendance, type Slot } from './invitation.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';

export type Entry = {
  stage: { id: string; name: Localized };
  application: { applicationId: string; number: string; reference: string };
  slot: Pick<Slot, 'startsAt' | 'minutes' | 'place' | 'link'>;
  /** The zone (IANA) that the times of the stage are announced in. */
  zone: string;
  /** Where the plan of the stage says it, for a slot that says nothing of its own. */
  plan: { place: Translated; link: string };
  attendance: Pick<Attendance, 'extraMinutes' | 'version'>;
  cancelled?: boolean;
};

export type Outside = {
  language: Language;
  publicUrl: string;
  organisation: Localized;
  /** The address that mails come from. */
  from: string;
  now: Date;
};

/**
 * The entry of one person's time at a stage: the same for ever, whichever slot it is (UID), later versions of it numbered
 * (SEQUENCE), struck out when it no longer holds. It says the stage, the place, and in words the time as it is announced (the reader's
 * calendar shows it in their own zone), nothing of the person.
 */
export function calendarEntry(entry: Entry, { language, publicUrl, organisation, from, now }: Outside): string {
  const { stage, application, slot, zone, plan, attendance, cancelled = false } = entry;
  const t = INVITATION_TEXTS[language];
  const url = `${publicUrl}/${language}/my/applications/${application.number}/invitations`;
  const place = slot.place[language] ?? plan.place[language];
  const link = slot.link || plan.link;
  const sent: SentBy = {
    method: cancelled ? 'CANCEL' : 'PUBLISH',
    organiser: { name: organisation[language], address: from },
  };
  return calendarOf({
    name: t.calendarName(organisation[language]),
    sent,
    events: [
      {
        uid: `stage-${stage.id}-${application.applicationId}@${new URL(publicUrl).hostname}`,
        sequence: attendance.version,
        changedAt: now,
        at: slot.startsAt,
        endsAt: endOf(slot, attendance.extraMinutes),
        zone,
        summary: t.summary(stage.name[language], application.reference),
        description: [formatInstantToMinute(slot.startsAt, zone, language), link, url].filter(Boolean).join('\n'),
        location: place ?? (link || undefined),
        url,
        cancelled,
      },
    ],
  });
}
