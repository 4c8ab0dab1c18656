import { sql } from 'kysely';
import { addMonths } from '../regulations/civil-dates.ts';
import { civilDayIn } from '../site/dates.ts';
import { hiddenIn, type Colleague } from './colleague.ts';
import type { DemonstrationAppointment } from './competition-schema.ts';
import { takeStep } from './panel.ts';
import type { Underway } from './underway.ts';

const DAY_MS = 24 * 3_600_000;

/** By whose hands an appointment goes: who holds a role, and who was chosen. */
export type Hands = {
  withRole: (role: string) => Promise<Colleague>;
  applicant: (email: string) => Promise<Colleague>;
  /** Undefined where nobody knows it any more. */
  passwordOf: (email: string) => string | undefined;
  /** When the demonstration begins. */
  now: Date;
};

type Appointing = Underway & Hands & { appointment: DemonstrationAppointment; number: string; of: string };

/** Takes those who were chosen as far as the file says, each by the office whose step it is, on the day of the step. */
export async function appointAll(
  underway: Underway,
  appointments: readonly DemonstrationAppointment[],
  hands: Hands,
): Promise<void> {
  const numbers = underway.applied.map(({ number }) => number);
  const [first] = appointments;
  if (!first) return;
  underway.workplace.at(daysBefore(hands.now, first.selected));
  const stage = underway.context.organisation.selection.stages.findLast(({ invitation }) => invitation)?.code ?? '';
  await takeStep(underway, { position: 'received', numbers, action: 'review' });
  await takeStep(underway, { position: 'under-review', numbers, action: 'invite', stage });
  await takeStep(underway, { position: 'invited', numbers, action: 'select' });
  for (const appointment of appointments) {
    const number = underway.applied.find(({ email }) => email === appointment.of)?.number;
    if (number === undefined) throw new Error(`Demonstration: ${appointment.of} has not applied`);
    const of = `/staff/vacancies/${underway.competition.reference}/appointments/${number}`;
    await appoint({ ...underway, ...hands, appointment, number, of });
  }
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
const pathFor = ({ language }: Colleague, path: string): string => `/${language}${path}`;

/** A civil day `YYYY-MM-DD` as the three fields of a form. */
function fieldsOf(name: string, day: string): Record<string, string> {
  const [year = '', month = '', inMonth = ''] = day.split('-');
  return { [`${name}-day`]: inMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

async function appoint(appointing: Appointing): Promise<void> {
  const { appointment, workplace, withRole, now, vacancy, of } = appointing;
  const recruiter = await withRole('recruiter');
  workplace.at(daysBefore(now, appointment.begun));
  const address = pathFor(recruiter, of);
  await recruiter.sends(address, {});
  const soon = civilDayIn(new Date(now.getTime() + appointment.firstDay.inDays * DAY_MS), vacancy.deadlineZone);
  const firstDay = `${addMonths(soon, 1).slice(0, 7)}-01`;
  await recruiter.sends(address, { to: `${address}/first-day`, ...fieldsOf('day', firstDay) });
  for (const condition of appointment.conditions) await seeThrough(appointing, condition);
  if (appointment.offer) await offer(appointing, { ...appointment.offer, firstDay });
  if (appointment.appointed === undefined) return;
  workplace.at(daysBefore(now, appointment.appointed));
  const manager = await withRole('recruitment-manager');
  await manager.sends(pathFor(manager, of), { to: pathFor(manager, `${of}/making`) });
}

type Condition = DemonstrationAppointment['conditions'][number];

async function seeThrough(appointing: Appointing, condition: Condition): Promise<void> {
  const { context, withRole, of } = appointing;
  const rule = context.organisation.appointment.conditions.find(({ code }) => code === condition.code);
  if (!rule) throw new Error(`Demonstration: there is no condition ${condition.code}`);
  const office = await withRole(rule.office);
  if (rule.kind === 'verification') await confirm(appointing, office, condition);
  const { level, authority } = condition;
  for (const [action, days] of [
    ['begin', condition.begun],
    ['meet', condition.met],
  ] as const)
    if (days !== undefined)
      await step(appointing, office, {
        path: `${of}/conditions/${condition.code}/${action}`,
        days,
        ...(level !== undefined && { level }),
        ...(authority !== undefined && action === 'begin' && { authority }),
      });
}

/** Each study and each post, asked for and answered on the day that the condition was met. */
async function confirm(appointing: Appointing, office: Colleague, { met, answer }: Condition): Promise<void> {
  const { of } = appointing;
  if (met === undefined || answer === undefined) return;
  for (const entry of ['education/degree', 'experience/post-1']) {
    await step(appointing, office, { path: `${of}/verification/${entry}/ask`, days: met + 14 });
    await step(appointing, office, { path: `${of}/verification/${entry}/confirm`, days: met, words: answer });
  }
}

type Step = { path: string; days: number } & Partial<Record<'level' | 'authority' | 'words', string>>;

async function step({ workplace, now, vacancy }: Appointing, person: Colleague, { path, days, ...form }: Step) {
  const at = daysBefore(now, days);
  workplace.at(at);
  await person.sends(pathFor(person, path), { ...fieldsOf('on', civilDayIn(at, vacancy.deadlineZone)), ...form });
}

type Offer = NonNullable<DemonstrationAppointment['offer']> & { firstDay: string };

/** Prepared by the recruiter, approved by those whose step it is, sent, and accepted by the person with their password. */
async function offer(appointing: Appointing, { prepared, sent, accepted, firstDay, ...choice }: Offer): Promise<void> {
  const { workplace, now, context, withRole, of } = appointing;
  workplace.at(daysBefore(now, prepared));
  const recruiter = await withRole('recruiter');
  const own = pathFor(recruiter, `${of}/offer`);
  const { higher = '', ...rest } = choice;
  await recruiter.sends(`${own}/draft`, { ...rest, higher, ...fieldsOf('start', firstDay), do: 'keep' });
  await recruiter.sends(own, { to: `${own}/submission` });
  for (const { by } of context.organisation.appointment.offer.approval) {
    const person = await withRole(by);
    await person.sends(pathFor(person, `${of}/offer`), { to: pathFor(person, `${of}/offer/approval`) });
  }
  workplace.at(daysBefore(now, sent));
  const manager = await withRole('recruitment-manager');
  await manager.sends(pathFor(manager, `${of}/offer`), { to: pathFor(manager, `${of}/offer/sending`) });
  if (accepted !== undefined) await accept(appointing, accepted);
}

async function accept(appointing: Appointing, days: number): Promise<void> {
  const { workplace, now, appointment, number, applicant, passwordOf, context } = appointing;
  const currentPassword = passwordOf(appointment.of);
  if (currentPassword === undefined) throw new Error(`Demonstration: nobody knows the password of ${appointment.of}`);
  workplace.at(daysBefore(now, days));
  const person = await applicant(appointment.of);
  const mine = pathFor(person, `/my/applications/${number}/offer`);
  const { rows } = await sql<{
    id: string;
  }>`select o.id from appointment_offers o join appointments p on p.id = o.appointment_id
    join applications a on a.id = p.application_id where a.number = ${number} and o.state = 'sent'`.execute(context.db);
  const page = await person.reads(mine);
  await person.sends(mine, {
    to: `${mine}/${rows[0]?.id ?? ''}/acceptance`,
    sha256: hiddenIn(page, 'sha256'),
    currentPassword,
  });
}
