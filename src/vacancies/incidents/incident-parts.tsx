import type { Language } from '../../platform/language.ts';
import { formatClock, formatInstantToMinute, timeIn } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import { downMinutes, refusedApplicants, type Incident } from './incident.ts';
import { INCIDENT_TEXTS } from './incident-texts.ts';
import { fillIn } from '../vacancy-texts.ts';

type Shown = { incident: Incident; language: Language };

/** The figures of an incident: when nobody answered, whom it kept out. */
export function Figures({ incident, language }: Shown) {
  const t = INCIDENT_TEXTS[language];
  const minutes = downMinutes(incident);
  const refused = refusedApplicants(incident);
  const shed = (incident.refused['search'] ?? 0) + (incident.refused['public'] ?? 0);
  const { deadlineZone: zone } = incident.vacancy;
  const clock = (at: Date) => formatClock(timeIn(at, zone).slice(0, 5), language);
  return (
    <ul>
      <li>{minutes === 0 ? t.notDown : plural(minutes, t.down, language)}</li>
      {incident.gaps.map(({ from, to }) => (
        <li key={from.toISOString()}>
          {fillIn(t.fromTo, { from: formatInstantToMinute(from, zone, language), to: clock(to) })}
        </li>
      ))}
      <li>{refused === 0 ? t.noneRefused : plural(refused, t.refused, language)}</li>
      {shed > 0 && <li>{plural(shed, t.shed, language)}</li>}
    </ul>
  );
}

/** On the vacancy's own page, for its recruiters. */
export function IncidentNotice({ incident, language }: Shown) {
  const t = INCIDENT_TEXTS[language];
  return (
    <Notice tone="warning" title={t.onVacancy}>
      <Figures {...{ incident, language }} />
      <p>
        <a href={`/${language}/staff/incidents`}>{t.see}</a>
      </p>
    </Notice>
  );
}
