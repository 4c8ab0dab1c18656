import type { ComponentChildren } from 'preact';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { Fieldset } from '../site/field.tsx';
import { Checkboxes, errorOf, Select, SubmitButton, TextArea, TextField, type FieldError } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../site/parts.tsx';
import type { Candidate } from './candidate-queries.ts';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import type { Typed } from './declaration.ts';

type Common = {
  page: PageContext;
  reference: string;
  organisation: Organisation;
  errors: FieldError[];
};

export type DeclarationProps = Common & {
  candidates: Candidate[];
  typed: (number: string) => Typed;
  /** Those on the list for whom the reader has not signed. */
  unsigned: readonly string[];
  signedBefore: boolean;
  /** Whether the reader decides on the report. */
  decides: boolean;
};

/** Whom somebody cannot judge, candidate by candidate, and their signature. */
export function DeclarationPage(props: DeclarationProps) {
  const { candidates, organisation, page, errors, typed, unsigned, signedBefore } = props;
  const t = COMPETITION_TEXTS[page.language];
  const kinds = kindsOf(props);
  if (candidates.length === 0)
    return (
      <Frame {...props}>
        <EmptyState title={t.nothingToSign}>
          <p>{t.nothingToSignNote}</p>
        </EmptyState>
      </Frame>
    );
  return (
    <Frame {...props}>
      <p class="lede">{t.declarationLede}</p>
      {props.decides && <p>{t.declarationDecides}</p>}
      {signedBefore && unsigned.length === 0 && <Notice title={t.allSigned} />}
      <Signing text={organisation.panel.declaration.text[page.language] ?? ''} {...props}>
        {candidates.map(({ number, givenNames, familyName }) => (
          <Fieldset
            key={number}
            name={number}
            label={`${givenNames} ${familyName} · ${number}`}
            hint={signedBefore && unsigned.includes(number) ? t.newOnList : undefined}
          >
            <Select
              name={`kind-${number}`}
              label={t.kind}
              empty={t.nothing}
              options={kinds}
              value={typed(number).kind}
              error={errorOf(errors, `kind-${number}`)}
            />
            <TextField
              name={`why-${number}`}
              label={t.why}
              hint={t.whyHint}
              value={typed(number).why}
              error={errorOf(errors, `why-${number}`)}
              optional
            />
          </Fieldset>
        ))}
      </Signing>
    </Frame>
  );
}

export type BlindProps = Common & { names: string; kind: string };

/** The same for who reads applications without names: they name people, and are not told who applied. */
export function BlindDeclarationPage(props: BlindProps) {
  const { organisation, page, errors, names, kind } = props;
  const t = COMPETITION_TEXTS[page.language];
  return (
    <Frame {...props}>
      <p class="lede">{t.blindLede}</p>
      <Signing text={organisation.panel.declaration.text[page.language] ?? ''} {...props}>
        <TextArea
          name="names"
          label={t.blindNames}
          hint={t.blindNamesHint}
          value={names}
          rows={6}
          error={errorOf(errors, 'names')}
          optional
        />
        <Select
          name="kind"
          label={t.blindKind}
          empty={t.nothing}
          options={kindsOf(props)}
          value={kind}
          error={errorOf(errors, 'kind')}
        />
      </Signing>
    </Frame>
  );
}

/** Before the list is complete, nobody signs for it. */
export function NotYetPage(props: Common) {
  const t = COMPETITION_TEXTS[props.page.language];
  return (
    <Frame {...props}>
      <EmptyState title={t.stillOpen}>
        <p>{t.stillOpenNote}</p>
      </EmptyState>
    </Frame>
  );
}

const kindsOf = ({ organisation, page: { language } }: Common) =>
  organisation.panel.conflicts.map(({ code, name }) => ({ value: code, text: name[language] ?? code }));

function Frame({ page, reference, errors, children }: Common & { children: ComponentChildren }) {
  const { language } = page;
  const t = COMPETITION_TEXTS[language];
  return (
    <StaffLayout
      page={page}
      title={`${t.declaration} – ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}/staff/vacancies/${reference}/people`}>{t.people}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{t.declaration}</h1>
      {children}
    </StaffLayout>
  );
}

type SigningProps = Common & { text: string; children: ComponentChildren };

function Signing({ page: { language }, reference, errors, text, children }: SigningProps) {
  const t = COMPETITION_TEXTS[language];
  return (
    <form method="post" action={`/${language}/staff/vacancies/${reference}/declaration`} novalidate>
      {children}
      <blockquote>
        <p>{text}</p>
      </blockquote>
      <Checkboxes
        name="declares"
        label={t.declaration}
        hiddenLabel
        options={[{ value: 'yes', text: t.sign }]}
        error={errorOf(errors, 'declares')}
      />
      <p class="actions">
        <SubmitButton>{t.signButton}</SubmitButton>
      </p>
    </form>
  );
}
