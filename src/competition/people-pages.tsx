import { VacancyLine } from '../applications/vacancy-line.tsx';
import type { Language, Translated } from '../platform/language.ts';
import { countryName } from '../regulations/organisation/countries.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { DataTable } from '../site/data-table.tsx';
import { dateIn } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import type { FieldError } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { plural } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Facts, Tag } from '../site/parts.tsx';
import { colon } from '../site/punctuation.ts';
import { WhoDecides } from './authority-parts.tsx';
import type { AuthorityStanding } from './authority.ts';
import { COMPETITION_TEXTS, explainLack } from './competition-texts.ts';
import type { Conflict } from './conflict.ts';
import type { Gender, Member } from './member.ts';
import { NamingForm, type MemberForm } from './naming-form.tsx';
import { balanceOf, gradeFinding, onPanel, type Balance, type Declared, type Standing } from './panel.ts';

export type PeopleProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  zone: string;
  organisation: Organisation;
  /** The grades of the post. */
  grades: readonly string[];
  members: Member[];
  declarations: Declared[];
  standings: Standing[];
  conflicts: Conflict[];
  /** Undefined for who learns of nobody's conflicts, and before there are candidates. */
  authority: AuthorityStanding | undefined;
  /** What the reader may do here. */
  may: Record<'readVacancy' | 'arrange' | 'clear' | 'declare' | 'invite' | 'readReferences', boolean>;
  /** Whether the reader has signed for every candidate there is. */
  signed: boolean;
  form: MemberForm;
  errors: FieldError[];
};

/** Who works on a competition, whether its panel can judge, and whom each of them may not judge. */
export function PeoplePage(props: PeopleProps) {
  const { page, reference, members, may, errors } = props;
  const { language } = page;
  const t = COMPETITION_TEXTS[language];
  const base = `/${language}/staff/vacancies/${reference}`;
  return (
    <StaffLayout page={page} title={t.title(reference)} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      {may.readVacancy ? (
        <BackLink href={base}>{t.vacancy}</BackLink>
      ) : (
        <BackLink href={`/${language}/staff/competitions`}>{t.tasks}</BackLink>
      )}
      <ErrorSummary errors={errors} />
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{t.people}</h1>
      <p class="lede">{t.lede}</p>
      <p class="actions">
        {may.declare && (
          <a class={props.signed ? 'button quiet' : 'button'} href={`${base}/declaration`}>
            {props.signed ? t.ownDeclaration : t.declarationLink}
          </a>
        )}
        <a class="button quiet" href={`${base}/stages`}>
          {t.planLink}
        </a>
      </p>
      <WhatElse base={base} may={may} language={language} />
      {members.length === 0 ? (
        <EmptyState title={t.nobody}>{may.arrange && <p>{t.nobodyNote}</p>}</EmptyState>
      ) : (
        <Members {...props} />
      )}
      {onPanel(members).length > 0 && <BalanceFacts {...props} />}
      <Quorum {...props} />
      {props.authority && <WhoDecides standing={props.authority} language={language} />}
      <Conflicts {...props} />
      {may.arrange && <NamingForm {...props} />}
    </StaffLayout>
  );
}

/** Where the reader's task leads on from here. */
function WhatElse({ base, may, language }: { base: string; may: PeopleProps['may']; language: Language }) {
  const t = COMPETITION_TEXTS[language];
  const links = [
    ...(may.invite ? [{ href: `${base}/invitations`, text: t.invitationsLink }] : []),
    ...(may.readReferences ? [{ href: `${base}/references`, text: t.referencesLink }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul class="links">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function Members({ page, reference, zone, organisation, grades, members, declarations, may }: PeopleProps) {
  const { language } = page;
  const t = COMPETITION_TEXTS[language];
  const gradeOf = (member: Member) => {
    const finding = onPanel([member]).length > 0 ? gradeFinding(member, grades, organisation) : 'not-asked';
    const told = t.gradeFindings[finding];
    return [member.grade, told, member.gradeReason].filter(Boolean).join(', ') || t.notAsked;
  };
  return (
    <DataTable
      caption={t.title(reference)}
      hiddenCaption
      columns={[
        { heading: t.name, rowHeader: true },
        { heading: t.role },
        { heading: t.grade },
        { heading: t.unit },
        { heading: t.signed },
        ...(may.arrange ? [{ heading: t.action }] : []),
      ]}
      rows={members.map((member) => ({
        key: member.id,
        cells: [
          member.name,
          [t.roles[member.role], member.namingReason].filter(Boolean).join('. '),
          gradeOf(member),
          member.unit || t.notAsked,
          signatureOf(member, { declarations, zone, language }),
          <a href={`/${language}/staff/vacancies/${reference}/people/${member.id}/ending`}>
            {t.remove}
            <span class="hidden"> {member.name}</span>
          </a>,
        ],
      }))}
    />
  );
}

type Signatures = { declarations: readonly (Declared & { signedAt?: Date })[]; zone: string; language: Language };

function signatureOf({ accountId, role }: Member, { declarations, zone, language }: Signatures): string {
  const t = COMPETITION_TEXTS[language];
  const last = declarations.findLast((one) => one.accountId === accountId)?.signedAt;
  if (last) return t.signedOn(dateIn(last, zone, language));
  return role === 'appointing-authority' ? t.notAsked : t.notSigned;
}

function BalanceFacts({ page: { language }, members }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const valueIn = (of: Balance['of'], value: string) => {
    if (of === 'gender') return t.genders[value as Gender];
    return of === 'nationality' ? countryName(value, language) : value;
  };
  const told = ({ of, counts, notSaid }: Balance) => {
    const said = counts.map(([value, count]) => `${valueIn(of, value)} ${count}`);
    return [...said, ...(notSaid > 0 ? [plural(notSaid, t.notSaid, language)] : [])].join(' · ');
  };
  return (
    <>
      <h2>{t.balance}</h2>
      <p>{t.balanceNote}</p>
      <Facts facts={balanceOf(members).map((balance) => ({ term: t.balanceOf[balance.of], value: told(balance) }))} />
    </>
  );
}

function Quorum({ page: { language }, organisation, standings }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const { quorum } = organisation.panel;
  return (
    <>
      <h2>{t.quorum}</h2>
      <p>{quorum === null ? t.quorumAll : t.quorumNote(quorum)}</p>
      {standings.length === 0 ? (
        <EmptyState title={t.noCandidates}>
          <p>{t.noCandidatesNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.quorum}
          hiddenCaption
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.able },
            { heading: t.recused },
            { heading: t.state },
          ]}
          rows={standings.map(({ candidate, able, recused, lacks, reached }) => ({
            key: candidate.number,
            cells: [
              candidate.number,
              able.map(({ name }) => name).join(', ') || t.notAsked,
              recused.map(({ name }) => name).join(', ') || t.notAsked,
              <>
                <Tag tone={reached ? 'success' : 'warning'}>{reached ? t.reached : t.below}</Tag>{' '}
                {lacks.map((lack) => explainLack(lack)[language]).join(' ')}
              </>,
            ],
          }))}
        />
      )}
    </>
  );
}

function Conflicts({ page: { language }, reference, zone, organisation, members, conflicts, may }: PeopleProps) {
  const t = COMPETITION_TEXTS[language];
  const nameOf = (id: string) => members.find(({ accountId }) => accountId === id)?.name ?? t.notAsked;
  const kindOf = (kind: string) =>
    organisation.panel.conflicts.find(({ code }) => code === kind)?.name[language] ?? kind;
  const stateOf = ({ id, accountId, candidate, cleared }: Conflict) => {
    if (cleared) return `${t.clearedBy(cleared.byName, dateIn(cleared.at, zone, language))}. ${cleared.reason}`;
    return (
      <>
        <Tag tone="warning">{t.counts}</Tag>{' '}
        {may.clear && (
          <a href={`/${language}/staff/vacancies/${reference}/people/conflicts/${id}`}>
            {t.clear}
            <span class="hidden">
              {' '}
              {nameOf(accountId)}, {candidate}
            </span>
          </a>
        )}
      </>
    );
  };
  return (
    <>
      <h2>{t.conflicts}</h2>
      {conflicts.length === 0 ? (
        <p>{t.noConflicts}</p>
      ) : (
        <DataTable
          caption={t.conflicts}
          hiddenCaption
          columns={[
            { heading: t.person, rowHeader: true },
            { heading: t.candidate },
            { heading: t.kind },
            { heading: t.found },
            { heading: t.stateOfConflict },
          ]}
          rows={conflicts.map((conflict) => ({
            key: conflict.id,
            cells: [
              nameOf(conflict.accountId),
              conflict.candidate,
              kindOf(conflict.kind),
              [t.foundBy[conflict.foundBy], conflict.reason].filter(Boolean).join(colon(language)),
              stateOf(conflict),
            ],
          }))}
        />
      )}
    </>
  );
}
