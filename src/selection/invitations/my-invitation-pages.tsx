import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { dateIn, formatDate } from '../../site/dates.ts';
import { Select, SubmitButton, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice, SummaryList, Tag } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../my-application-frame.tsx';
import type { StageChange } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { Invited } from './invitation.ts';
import { OwnLateWishes } from './late-wish-parts.tsx';
import { isKept, type LateWish } from './late-wish.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';
import { MeetingLink } from './meeting-link.tsx';
import { ZONES } from './schedule-form.ts';
import { AnswerForms, NotSent, OwnTime } from './my-time-parts.tsx';

export type OwnStage = {
  stage: PlannedStage;
  changes: StageChange[];
  invited: Invited | undefined;
  writtenHere: boolean;
  /** What was wished for too late, and is kept. */
  late: LateWish[];
};

export type MyInvitationsProps = {
  page: PageContext;
  number: string;
  organisation: Organisation;
  deadlineZone: string;
  /** The zone that the reader chose to see beside that of the stage. */
  ownZone: string | undefined;
  /** What is arranged for the reader, in the words they were told. */
  arrangement: string | undefined;
  now: Date;
  stages: OwnStage[];
  problem: { stage: string; field: string; message: string; reason: string } | undefined;
};

/** What somebody is invited to, when and where, and what they can do about it. */
export function MyInvitationsPage(props: MyInvitationsProps) {
  const { page, number, stages, problem } = props;
  const { language } = page;
  const t = INVITATION_TEXTS[language];
  const errors: FieldError[] = problem ? [problem] : [];
  return (
    <MyApplicationFrame {...{ page, number, errors }} title={t.title} back={t.back}>
      <p>{t.lede}</p>
      {stages.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <>
          <ZoneForm {...props} />
          {stages.map((own) => (
            <StageSection key={own.stage.id} {...props} own={own} />
          ))}
          <ArrangementNote {...props} />
        </>
      )}
    </MyApplicationFrame>
  );
}

/** Without JavaScript a zone is chosen and goes with each form of the page; with it, the reader's own clock stands beside. */
function ZoneForm({ page: { language, path }, ownZone }: MyInvitationsProps) {
  const t = INVITATION_TEXTS[language];
  return (
    <form method="get" action={`/${language}${path}`}>
      <Select
        name="zone"
        label={t.zone}
        hint={t.zoneHint}
        empty={t.zoneNone}
        options={ZONES.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
        value={ownZone}
      />
      <div class="actions">
        <SubmitButton tone="quiet">{t.showZone}</SubmitButton>
      </div>
    </form>
  );
}

type StageProps = MyInvitationsProps & { own: OwnStage };

function StageSection(props: StageProps) {
  const { page, organisation, own, deadlineZone } = props;
  const { language } = page;
  const t = INVITATION_TEXTS[language];
  const named = organisation.selection.stages.find(({ code }) => code === own.stage.code);
  return (
    <section>
      <h2>{named?.name[language] ?? own.stage.code}</h2>
      {named && <p>{named.meaning[language]}</p>}
      <SummaryList rows={factsOf(own.stage, language)} />
      {own.changes.length > 0 && (
        <Notice title={t.changes}>
          <ul>
            {own.changes.map(({ at, reason }) => (
              <li key={at.getTime()}>{t.changed(dateIn(at, deadlineZone, language), reason)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {own.writtenHere && (
        <p>
          <a href={`/${language}/my/applications/${props.number}/written-test`}>{t.writtenHere}</a>
        </p>
      )}
      {named?.references ? (
        <p>
          <a href={`/${language}/my/applications/${props.number}/references`}>{t.referees}</a>
        </p>
      ) : (
        <Times {...props} />
      )}
      <OwnLateWishes
        {...{ language, number: props.number, wishes: own.late }}
        zone={deadlineZone}
        field={props.problem && isKept(props.problem.reason, own.late) ? props.problem.field : undefined}
      />
    </section>
  );
}

function factsOf(stage: PlannedStage, language: Language) {
  const t = INVITATION_TEXTS[language];
  const place = stage.place[language];
  return [
    {
      term: t.dates,
      value: (
        <>
          {daysOf(stage, language)}{' '}
          {stage.fromOn && <Tag tone={stage.datesFixed ? 'success' : 'info'}>{datesTold(stage, language)}</Tag>}
        </>
      ),
    },
    ...(place ? [{ term: t.place, value: place }] : []),
    ...(stage.link ? [{ term: t.link1, value: <MeetingLink href={stage.link} language={language} /> }] : []),
  ];
}

const datesTold = ({ datesFixed }: PlannedStage, language: Language) =>
  datesFixed ? INVITATION_TEXTS[language].fixed : INVITATION_TEXTS[language].provisional;

function daysOf({ fromOn, toOn }: PlannedStage, language: Language): string {
  const t = INVITATION_TEXTS[language];
  if (!fromOn) return t.noDates;
  if (!toOn || toOn === fromOn) return formatDate(fromOn, language);
  return t.fromTo(formatDate(fromOn, language), formatDate(toOn, language));
}

function Times(props: StageProps) {
  const { page, own, now, number, ownZone, problem } = props;
  const { language } = page;
  const t = INVITATION_TEXTS[language];
  const { invited, stage } = own;
  const ofStage = problem?.stage === stage.code ? problem : undefined;
  if (!invited || (invited.schedule.offeredAt === null && !invited.attendance.slotId))
    return stage.status === 'closed' || own.writtenHere ? null : <p>{t.noTimes}</p>;
  const shared = { language, invited, stage, number, ownZone, now };
  return (
    <>
      <OwnTime {...shared} />
      <AnswerForms {...shared} problem={ofStage} />
      <NotSent {...shared} problem={ofStage} late={own.late} />
    </>
  );
}

function ArrangementNote({ page: { language }, number, arrangement }: MyInvitationsProps) {
  const t = INVITATION_TEXTS[language];
  return arrangement ? (
    <Notice tone="plain" title={t.arrangement}>
      <p class="as-typed">{arrangement}</p>
    </Notice>
  ) : (
    <p>
      <a href={`/${language}/my/applications/${number}/accommodation`}>{t.arrangementAsk}</a>
    </p>
  );
}
