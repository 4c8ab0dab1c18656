import type { Fault, OrganisationFiles } from './organisation-files.ts';
import { NOT_ANONYMOUS } from './procedure-schema.ts';
import type { Path } from './yaml-places.ts';

/** The reason of a decision in a case is one of those that may be told to somebody who is not retained. */
export function unknownReason(files: OrganisationFiles): Fault[] {
  const { reason } = files['integrity.yaml'].decision;
  const told = files['selection.yaml'].reasons.map(({ code }) => code);
  return reason === null || told.includes(reason)
    ? []
    : [{ file: 'integrity.yaml', path: ['decision', 'reason'], message: 'No such reason in selection.yaml' }];
}

/** A screening names a stage and reasons of the same file. */
export function unknownInScreening(files: OrganisationFiles): Fault[] {
  const { stages, reasons, screening } = files['selection.yaml'];
  const fault = (path: Path, message: string): Fault => ({
    file: 'selection.yaml',
    path: ['screening', ...path],
    message,
  });
  const { until } = screening.anonymous;
  const invitations = stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const unknownStage = until !== null && until !== NOT_ANONYMOUS && !invitations.includes(until);
  const unknownReasons = (['eligibility', 'requirement'] as const).filter(
    (key) => !reasons.some(({ code }) => code === screening.reasons[key]),
  );
  return [
    ...(unknownStage ? [fault(['anonymous', 'until'], 'No such stage with an invitation in this file')] : []),
    ...unknownReasons.map((key) => fault(['reasons', key], 'No such reason in this file')),
  ];
}

/** What is counted in working days needs to know on which days the organisation works. */
export function uncountableDays(files: OrganisationFiles): Fault[] {
  if (files['working-days.yaml'].calendar) return [];
  const message = 'Working days are counted by a calendar, and working-days.yaml has none';
  const inSelection = (['screening', 'decision'] as const).flatMap((key): Fault[] =>
    files['selection.yaml'][key].unit === 'working-days'
      ? [{ file: 'selection.yaml', path: [key, 'unit'], message }]
      : [],
  );
  return [...inSelection, ...spansIn(files).map((path): Fault => ({ file: 'appointment.yaml', path, message }))];
}

/** Where a time before an appointment is counted in working days. */
function spansIn(files: OrganisationFiles): Path[] {
  const { conditions, offer } = files['appointment.yaml'];
  const isWorking = (span: { unit: string } | null) => span?.unit === 'working-days';
  return [
    ...conditions.flatMap((condition, at): Path[] =>
      (['usual', 'holds'] as const)
        .filter((key) => isWorking(condition[key]))
        .map((key) => ['conditions', at, key, 'unit']),
    ),
    ...(isWorking(offer.answer) ? [['offer', 'answer', 'unit']] : []),
  ];
}
