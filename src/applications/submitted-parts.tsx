import type { Language } from '../platform/language.ts';
import type { PageContext } from '../site/page-context.ts';
import { LinkList } from '../site/link-list.tsx';
import { EQUALITY_TEXTS } from './equality/equality-texts.ts';
import { ACCOMMODATION_TEXTS } from './accommodation/accommodation-texts.ts';
import type { Dossier, SentStatus } from './application.ts';
import { APPLICATION_TEXTS } from './application-texts.ts';
import { Standing as StandingInSelection } from './stages/standing-pages.tsx';
import { positionOf, type StageEntry } from './stages/stage-state.ts';
import { STAGE_TEXTS } from './stages/stage-texts.ts';
import { UndoWithdrawal } from './withdrawal/withdrawal-pages.tsx';
import { addressOf, type ApplicationProps } from './application-props.ts';

export function Submitted({ page, dossier, followed, now, status }: ApplicationProps & { status: SentStatus }) {
  const { application, vacancy, rules } = dossier;
  const { number, submittedAt } = application;
  const { entries, unread, withdrawal, beside } = followed;
  const t = APPLICATION_TEXTS[page.language];
  const here = addressOf(page.language, number);
  const tracked = {
    status,
    submittedAt,
    entries,
    vacancy,
    now,
    withdrawnAt: withdrawal?.withdrawnAt ?? null,
    organisation: rules,
    screeningDay: followed.screeningDay,
  };
  return (
    <>
      {status === 'withdrawn' && withdrawal && (
        <UndoWithdrawal {...{ page, number, withdrawal, zone: vacancy.deadlineZone, now }} />
      )}
      <StandingInSelection {...{ page, number, tracked, unread }} />
      <SideSteps page={page} number={number} equality={rules.equality.questions.length > 0} />
      <ul class="links">
        {beside.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        {status === 'submitted' && <InvitedTo here={here} language={page.language} {...{ entries, rules }} />}
        <li>
          <a href={`${here}/receipt`}>{t.seeReceipt}</a>
        </li>
        {status === 'submitted' && positionOf(entries) !== 'not-retained' && (
          <li>
            <a href={`${here}/withdrawal`}>{t.withdraw}</a>
          </li>
        )}
      </ul>
    </>
  );
}

type InvitedProps = { here: string; language: Language; entries: StageEntry[]; rules: Dossier['rules'] };

/** What somebody answers who is invited to a stage: a time, and whom we may ask about them. */
function InvitedTo({ here, language, entries, rules }: InvitedProps) {
  const t = STAGE_TEXTS[language];
  const codes = entries.flatMap(({ stage }) => (stage === null ? [] : [stage]));
  const asksReferences = rules.selection.stages.some(({ code, references }) => references && codes.includes(code));
  return (
    <>
      {codes.length > 0 && (
        <li>
          <a href={`${here}/invitations`}>{t.invitations}</a>
        </li>
      )}
      {asksReferences && (
        <li>
          <a href={`${here}/references`}>{t.references}</a>
        </li>
      )}
    </>
  );
}

/** What belongs to an application and is no part of it: nobody who selects sees it. */
export function SideSteps({
  page: { language },
  number,
  equality,
}: {
  page: PageContext;
  number: string;
  equality?: boolean;
}) {
  const here = addressOf(language, number);
  const links = [
    { href: `${here}/accommodation`, text: ACCOMMODATION_TEXTS[language].link },
    ...(equality ? [{ href: `${here}/equality`, text: EQUALITY_TEXTS[language].link }] : []),
  ];
  return <LinkList links={links} />;
}
