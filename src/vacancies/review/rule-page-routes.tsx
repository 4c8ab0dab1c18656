import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { marked } from 'marked';
import { RULES } from '../../notices/lint/finding.ts';
import { RULE_NAMES } from '../../notices/lint/finding-texts.ts';
import { pageOf } from '../../notices/lint/lint-formats.ts';
import type { Context } from '../../people/context.ts';
import { requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { RulePage } from './rule-page-pages.tsx';

type ByRule = { Params: { family: string; rule: string } };

const ROOT = new URL('../../..', import.meta.url);

/** What a rule of the linter looks for, why, and how to mend it: the page of our documentation, where findings link to it. */
export function rulePageRoutes(web: FastifyInstance, context: Context): void {
  web.get<ByRule>('/staff/check-rules/:family/:rule', requires('vacancies:read'), async (request, reply) => {
    const { family, rule: name } = request.params;
    const rule = RULES.find((known) => known === `${family}/${name}`);
    if (!rule) return reply.callNotFound();
    const written = await readFile(new URL(pageOf(rule, request.language), ROOT), 'utf8');
    // The first line is the heading, which the page has of its own.
    const html = await marked.parse(written.replace(/^# .*\n/, ''));
    const title = RULE_NAMES[rule][request.language];
    return page(reply, <RulePage page={pageContext(request, context)} {...{ rule, title, html }} />);
  });
}
