import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { FindingFields } from '../sheet/finding-fields.tsx';
import type { Asked, Findings, Sheet } from '../sheet/sheet.ts';
import { SheetsCompared } from './compared-sheets.tsx';
import type { LeftToSettle } from './difference-queries.ts';
import { placeTold } from './place-words.ts';
import { differencesOf, type Difference } from './settlement.ts';

type SettlingProps = {
  page: PageContext;
  reference: string;
  number: string;
  asked: Asked;
  sheets: Sheet[];
  names: ReadonlyMap<string, string>;
  typed?: Findings | undefined;
  errors?: FieldError[];
  problem?: string | undefined;
  /** How many differ, this one among them, and the next that its reader may settle. */
  left: LeftToSettle;
  /** Whether its reader may see whose application it is. */
  linked: boolean;
};

/** One application on which the screeners differ: side by side, and what a named person holds of each difference. */
export function SettlingPage(props: SettlingProps) {
  const { page, reference, number, asked, sheets, errors = [], problem } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/screening`;
  return (
    <StaffLayout page={page} title={t.settling(number)} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`${here}/settlement`}>{t.settlement}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>{t.settling(number)}</h1>
      <p class="hint">{plural(props.left.count, t.leftToSettle, language)}</p>
      {props.left.next && (
        <p>
          <a rel="next" href={`${here}/${props.left.next}/settlement`}>
            {t.laterThisOne} →
          </a>
        </p>
      )}
      {props.linked && (
        <p>
          <a href={`/${language}/staff/applications/${number}`}>{t.toSelection}</a>
        </p>
      )}
      <SheetsCompared {...props} />
      <form method="post" action={`${here}/${number}/settlement`} novalidate>
        <h2>{t.yourFinding}</h2>
        {differencesOf(asked, sheets).map((place) => (
          <Held key={place.code} {...props} place={place} />
        ))}
        <div class="actions">
          {props.left.next && (
            <SubmitButton name="do" value="next">
              {t.settleNext}
            </SubmitButton>
          )}
          <SubmitButton name="do" value="settle" {...(props.left.next && { tone: 'quiet' })}>
            {t.settle}
          </SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}

function Held({ page: { language }, asked, place, typed, errors = [] }: SettlingProps & { place: Difference }) {
  const { part, code } = place;
  const isDesirable = part === 'desirable';
  return (
    <FindingFields
      {...{ language, code, errors }}
      title={placeTold(asked, place, language)}
      desirable={isDesirable}
      value={isDesirable ? typed?.desirable[code]?.weight : typed?.[part][code]?.finding}
      reason={typed?.[part][code]?.reason}
      optional={false}
    />
  );
}
