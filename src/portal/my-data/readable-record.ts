import type { Language } from '../../platform/language.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { fieldLabel } from './field-labels.ts';

export type ReadableFact = { label: string; value: string };

type Reading = { language: Language; zone: string; yes: string; no: string };

/** A record as facts to read: what is inside something else goes by both names, what is empty is left out. */
export function readableRecord(record: object, reading: Reading): ReadableFact[] {
  return Object.entries(record).flatMap(([name, value]) =>
    factsOf([fieldLabel(name, reading.language)], value, reading),
  );
}

function factsOf(path: string[], value: unknown, reading: Reading): ReadableFact[] {
  const label = path.join(' · ');
  if (value === null || value === undefined || value === '') return [];
  if (value instanceof Date) return [{ label, value: formatInstantToMinute(value, reading.zone, reading.language) }];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0 ? [] : [{ label, value: value.join(', ') }];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) =>
      factsOf([...path, fieldLabel(name, reading.language)], inner, reading),
    );
  if (typeof value === 'boolean') return [{ label, value: value ? reading.yes : reading.no }];
  return [{ label, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}
