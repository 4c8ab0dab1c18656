import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { pageContext } from '../../people/page.ts';
import type { Language } from '../../platform/language.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import { sendPublicPage } from '../public-page-routes.ts';
import { standsUntil } from '../stands-until.ts';
import { VACANCY_LIST } from './answer-schemas.ts';
import { DevelopersPage, type Example } from './developers-page.tsx';
import { API } from './operation.ts';
import { ask, OPERATIONS } from './operations.ts';
import { misuseOf, problemOf } from './problem.ts';

/** The page for those who write programs, with answers to real questions as they are now. */
export function developersRoutes(web: FastifyInstance, context: Context): void {
  web.get('/developers', (request, reply) =>
    sendPublicPage({ request, reply, context }, async (now) => ({
      content: (
        <DevelopersPage
          page={pageContext(request, context)}
          examples={await examples(context, now)}
          misuse={misuse(context, request.language)}
        />
      ),
      until: standsUntil(now, [], await nextOwnChange(context.db, now)),
    })),
  );
}

async function examples(context: Context, now: Date): Promise<Record<string, Example | undefined>> {
  const answered = async (path: string, query = '', params: Record<string, string> = {}) => {
    const operation = OPERATIONS.find((one) => one.path === path);
    const asked = operation && ask(operation, { ...params, ...Object.fromEntries(new URLSearchParams(query)) });
    const found = asked?.success ? await operation?.find(context, asked.data, now) : undefined;
    const address = path === '/' ? '' : path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    return found && { path: `${API}${address}${query}`, answer: operation?.answer.parse(found.value) };
  };
  const list = await answered('/vacancies', '?limit=1');
  const first = VACANCY_LIST.parse(list?.answer).vacancies[0];
  return {
    '/': await answered('/'),
    '/vacancies': first && list,
    '/vacancies/:reference': first && (await answered('/vacancies/:reference', '', { reference: first.reference })),
    '/regulations': shortened(await answered('/regulations', `?on=${now.toISOString().slice(0, 10)}`)),
  };
}

/** The first entry of the first chapter stands for all others: the whole is some hundred lines. */
function shortened(example: Example | undefined): Example | undefined {
  if (!example) return undefined;
  const { chapters, ...rest } = example.answer as { chapters: { entries: unknown[] }[] };
  const shown = chapters.slice(0, 1).map(({ entries, ...chapter }) => ({ ...chapter, entries: entries.slice(0, 1) }));
  return { ...example, answer: { ...rest, chapters: shown } };
}

function misuse({ config }: Context, language: Language): Example {
  const path = `${API}/vacancies`;
  const operation = OPERATIONS.find((one) => `${API}${one.path}` === path);
  const asked = operation && ask(operation, { limit: '1000' });
  const errors = asked?.error && misuseOf(asked.error, Object.keys(operation?.inQuery ?? {}), language);
  const place = { language, publicUrl: config.PUBLIC_URL, path };
  return { path: `${path}?limit=1000`, answer: problemOf('invalid-parameter', place, errors) };
}
