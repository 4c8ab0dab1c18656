import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { ServingPerson } from './serving-staff-queries.ts';
import { SERVING_STAFF_TEXTS } from './serving-staff-texts.ts';

export type ServingForm = { email: string; until: string; reason: string };

type Props = { page: PageContext; people: ServingPerson[]; zone: string; form: ServingForm; errors: FieldError[] };

export function ServingStaffPage({ page, people, zone, form, errors }: Props) {
  const t = SERVING_STAFF_TEXTS[page.language];
  const here = `/${page.language}/staff/serving-staff`;
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <h2>{t.verify}</h2>
      <form method="post" action={here} novalidate>
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={form.email}
          error={errorOf(errors, 'email')}
        />
        <TextField
          name="until"
          label={t.until}
          hint={t.untilHint}
          value={form.until}
          width="short"
          error={errorOf(errors, 'until')}
        />
        <TextField
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={form.reason}
          error={errorOf(errors, 'reason')}
        />
        <p class="actions">
          <SubmitButton>{t.button}</SubmitButton>
        </p>
      </form>
      <h2>{t.list}</h2>
      {people.length === 0 && <p>{t.none}</p>}
      {people.length > 0 && (
        <DataTable
          caption={t.list}
          hiddenCaption
          columns={[
            { heading: t.name, rowHeader: true },
            { heading: t.foundBy },
            { heading: t.reason },
            { heading: t.validUntil },
            { heading: t.action },
          ]}
          rows={people.map(({ accountId, name, email, foundBy, reason, validUntil }) => ({
            key: accountId,
            cells: [
              `${name}, ${email}`,
              t[foundBy],
              reason,
              formatInstantToMinute(validUntil, zone, page.language),
              <form method="post" action={`${here}/${accountId}/ending`}>
                <button type="submit" class="link">
                  {t.end}
                  <span class="hidden"> {name}</span>
                </button>
              </form>,
            ],
          }))}
        />
      )}
    </StaffLayout>
  );
}
