import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import type { Answer, Client, Form } from '../../testing.ts';
import { readPage, type Field, type PageForm } from '../form-testing.ts';
import type { Route, Target } from './role-walk-testing.ts';

/** Forms as the pages of others showed them: by the address that they are sent to, and by the route. */
export type Forms = { routes: readonly Route[]; byPath: Map<string, PageForm>; byRoute: Map<string, PageForm> };

const withoutLanguage = (path: string) => path.replace(/^\/(en|fr)(?=\/)/, '/…').replace(/\?.*$/, '');
const patternOf = ({ url }: Route) => new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);

/** Keeps the forms of a page that somebody was shown. */
export function keepForms({ routes, byPath, byRoute }: Forms, path: string, { status, text }: Answer): void {
  if (status !== 200 || !text.includes('method="post"')) return;
  for (const form of readPage(path, text).forms) {
    const action = withoutLanguage(form.action);
    byPath.set(action, form);
    const route = routes.find((one) => patternOf(one).test(action));
    if (route && !byRoute.has(route.url)) byRoute.set(route.url, form);
  }
}

const WORDS = 'Because of what is written there.';

/** What somebody would send who means it: every text written, every choice taken, the first button pressed. */
function filledIn({ fields, buttons }: PageForm): Form {
  const [button] = buttons.filter(({ name }) => name !== '');
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, valueFor(field)])),
    ...(button && { [button.name]: button.value }),
  };
}

function valueFor({ name, kind, values, options }: Field): string | string[] {
  const [value = ''] = values;
  if (kind === 'hidden') return value;
  if (name === 'currentPassword') return TEST_PASSWORD;
  if (kind === 'checkbox') return options;
  if (kind === 'radio' || kind === 'select') return value || (options.find((option) => option !== '') ?? '');
  // The figures of whoever was shown the form, and none of their words.
  return /^[\d:.,/-]+$/.test(value) ? value : WORDS;
}

/** Forms that no page of these competitions shows as they stand: the step is not due, or has been taken. */
const NOT_SHOWN: Record<string, Form> = {
  '/…/staff/vacancies/:reference/stages': { code: 'panel-interview' },
  '/…/staff/vacancies/:reference/report': {},
  '/…/staff/vacancies/:reference/report/draft': { version: '1', 'text-en': WORDS, do: 'freeze' },
  '/…/staff/vacancies/:reference/report/decision': { version: '1', action: 'accept', currentPassword: TEST_PASSWORD },
  '/…/staff/vacancies/:reference/report/release': {},
  '/…/staff/vacancies/:reference/report/cases/:case': {},
  '/…/staff/vacancies/:reference/report/cases/:case/draft': { version: '1', 'text-en': WORDS, do: 'freeze' },
  '/…/staff/vacancies/:reference/report/cases/:case/reopening': { version: '1' },
  '/…/staff/vacancies/:reference/report/cases/:case/signature': { currentPassword: TEST_PASSWORD },
  '/…/staff/vacancies/:reference/report/cases/:case/submission': { version: '1' },
  '/…/staff/vacancies/:reference/report/cases/:case/decision': {
    version: '1',
    action: 'accept',
    currentPassword: TEST_PASSWORD,
  },
  '/…/staff/vacancies/:reference/report/cases/:case/release': {},
  '/…/staff/vacancies/:reference/balance/by-stage': {},
  '/…/staff/vacancies/:reference/screening/transcriptions': { page: 'nothing', 'text-nothing': WORDS },
  '/…/staff/vacancies/:reference/screening/:number/texts/:kind': { page: '1', reason: WORDS },
  '/…/staff/vacancies/:reference/stages/:stage/written-test/windows/:number': { version: '1' },
  '/…/staff/vacancies/:reference/screening/hard-rules': { rule: 'nationality', finding: 'not-met', do: 'preview' },
  '/…/staff/vacancies/:reference/screening/likenesses': { numbers: 'A-260791-00001 A-260791-00002' },
  '/…/staff/vacancies/:reference/invitations/:stage/offer': { version: '1' },
  '/…/staff/vacancies/:reference/similar-posts/:number/taking-back': { version: '1' },
  '/…/staff/vacancies/:reference/stages/:stage/written-test/removal': { version: '1' },
  '/…/staff/vacancies/:reference/appointments/:number': {},
  '/…/staff/vacancies/:reference/appointments/:number/first-day': { version: '1' },
  '/…/staff/vacancies/:reference/appointments/:number/making': { version: '1' },
  '/…/staff/vacancies/:reference/appointments/:number/ending': { version: '1', reason: WORDS },
  '/…/staff/vacancies/:reference/appointments/:number/conditions/:condition/:action': { seen: '0' },
  '/…/staff/vacancies/:reference/appointments/:number/verification/:part/:entry/:action': { seen: '0' },
  ...Object.fromEntries(
    ['draft', 'submission', 'approval', 'return', 'sending', 'withdrawal', 'agreement'].map((step) => [
      `/…/staff/vacancies/:reference/appointments/:number/offer/${step}`,
      { version: '1', 'return-reason': WORDS, 'withdraw-reason': WORDS, authority: WORDS, do: 'keep' },
    ]),
  ),
  ...Object.fromEntries(
    ['neighbours/:neighbour', 'messages/:message/sending', 'messages/:message/stopping'].map((step) => [
      `/…/staff/vacancies/:reference/appointments/:number/hand-over/${step}`,
      { version: '1', reason: WORDS },
    ]),
  ),
  ...Object.fromEntries(
    ['secret', 'old-secret', 'removal', 'test'].map((step) => [`/…/staff/hand-over/neighbours/:neighbour/${step}`, {}]),
  ),
  '/…/my/applications/:number/offer/:offer/acceptance': { sha256: '00', currentPassword: TEST_PASSWORD },
  '/…/my/applications/:number/offer/:offer/declining': { words: WORDS },
  '/…/staff/vacancies/:reference/appointments/:number/contract/steps/:action': { seen: '0', reason: WORDS },
  '/…/my/applications/:number/contract/:reference/request': {},
  '/…/staff/applications/:number/integrity/cases': { reason: WORDS, evidence: '0' },
  '/…/staff/applications/:number/integrity/decision': { version: '2', ending: 'no-action', reason: WORDS },
};

/** The form for an address: that of its own page, or that of another address of the same route. */
export const formFor = (
  { byPath, byRoute }: Forms,
  { path, route }: Pick<Target, 'path' | 'route'>,
): PageForm | Form | undefined => byPath.get(withoutLanguage(path)) ?? byRoute.get(route.url) ?? NOT_SHOWN[route.url];

const isRead = (form: PageForm | Form): form is PageForm => Array.isArray((form as PageForm).fields);

/** Sends a form as if its page had been shown. */
export async function sendForm(client: Client, path: string, form: PageForm | Form): Promise<Answer> {
  if (!isRead(form)) return client.post(path, form);
  const filled = filledIn(form);
  if (!form.multipart) return client.post(path, filled);
  const { name = 'file' } = form.fields.find(({ kind }) => kind === 'file') ?? {};
  const { [name]: _file, ...rest } = filled;
  const file = { field: name, name: 'file.pdf', type: 'application/pdf', content: await pdfOfPages(1) };
  return client.upload(path, rest, file);
}
