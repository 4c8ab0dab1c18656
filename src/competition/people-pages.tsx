import { VacancyLine } from '../applications/vacancy-line.tsx';
import type { Language } from '../platform/language.ts';
import { DataTable } from '../site/data-table.tsx';
import { dateIn } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { LinkList } from '../site/link-list.tsx';
import { BackLink, EmptyState } from '../site/parts.tsx';
import { WhoDecides } from './authority-parts.tsx';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import { Conflicts } from './conflict-parts.tsx';
import type { Member } from './member.ts';
import { NamingForm } from './naming-form.tsx';
import { BalanceFacts, Quorum } from './panel-parts.tsx';
import { gradeFinding, onPanel, type Declared } from './panel.ts';
import type { PeopleProps } from './people-props.ts';

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
  return <LinkList links={links} />;
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
