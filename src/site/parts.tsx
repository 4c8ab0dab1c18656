import type { ComponentChildren } from 'preact';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

export type Tone = 'plain' | 'info' | 'success' | 'warning' | 'error';

/** `about` completes the summary for those who hear it alone, in a list of many. */
type WhyProps = { summary?: ComponentChildren; about?: ComponentChildren; children: ComponentChildren };

/** The rule behind something the system decided or computed: a quiet disclosure with its source and the values used. */
export function Why({ summary, about, children }: WhyProps) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <details class="why">
      <summary>
        {summary ?? t.why}
        {about && <span class="hidden"> ({about})</span>}
      </summary>
      <div>{children}</div>
    </details>
  );
}

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>;
}

/** The few facts a page is about, in a row between two hairlines. */
export type Fact = { term: ComponentChildren; value: ComponentChildren; note?: ComponentChildren };

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value, note }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A long form as its parts, each saying whether something is missing. A task without `href` cannot be started yet. */
export type Task = { title: string; href?: string | undefined; hint?: ComponentChildren; tone: Tone; status: string };

export function TaskList({ tasks, id = 'task' }: { tasks: Task[]; id?: string }) {
  return (
    <ul class="tasks">
      {tasks.map(({ title, href, hint, tone, status }, index) => {
        const described = `${id}-${index}-status${hint ? ` ${id}-${index}-hint` : ''}`;
        return (
          <li key={title}>
            <div>
              {href ? (
                <a href={href} aria-describedby={described}>
                  {title}
                </a>
              ) : (
                <span>{title}</span>
              )}
              {hint && (
                <div class="hint" id={`${id}-${index}-hint`}>
                  {hint}
                </div>
              )}
            </div>
            <div id={`${id}-${index}-status`}>
              <Tag tone={tone}>{status}</Tag>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What was answered, a row each, with the way to change it. `about` completes the link's text for screen readers. */
export type SummaryRow = {
  term: ComponentChildren;
  value: ComponentChildren;
  action?: { href: string; text: string; about: string } | undefined;
};

export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map(({ term, value, action }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action && (
            <dd class="action">
              <a href={action.href}>
                {action.text}
                <span class="hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Something to know before reading on. `role="status"` where it tells what the last request did. */
type NoticeProps = {
  tone?: Tone | undefined;
  title?: ComponentChildren;
  status?: boolean;
  children?: ComponentChildren;
};

export function Notice({ tone = 'info', title, status, children }: NoticeProps) {
  return (
    <div class={`notice-box ${tone}`} role={status ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** What will be here, and how to begin. */
export function EmptyState({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}

/** Where something stands: what is behind, what is now, what is to come and when. */
export type Step = {
  title: ComponentChildren;
  state: 'done' | 'current' | 'to-do';
  when?: ComponentChildren;
  children?: ComponentChildren;
};

export function Steps({ steps }: { steps: Step[] }) {
  const t = SITE_TEXTS[useLanguage()];
  const words = { done: t.stepDone, current: t.stepCurrent, 'to-do': t.stepToDo };
  return (
    <ol class="steps">
      {steps.map(({ title, state, when, children }, index) => (
        <li key={index} class={state} aria-current={state === 'current' ? 'step' : undefined}>
          <p class="step-title">{title}</p>
          <p class="step-state">
            {words[state]}
            {when && <> · {when}</>}
          </p>
          {children && <div class="step-body">{children}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Previous, numbered and next pages; nothing when there is one page. */
type PaginationProps = { current: number; total: number; href: (page: number) => string };

export function Pagination({ current, total, href }: PaginationProps) {
  const t = SITE_TEXTS[useLanguage()];
  if (total <= 1) return null;
  return (
    <nav class="pagination" aria-label={t.pages}>
      {current > 1 && (
        <a rel="prev" href={href(current - 1)}>
          ← {t.previous}
        </a>
      )}
      <ol>
        {pagesShown(current, total).map((page) => (
          <li key={page}>
            {page < 0 ? (
              '…'
            ) : (
              <a
                href={href(page)}
                aria-label={`${t.page} ${page}`}
                aria-current={page === current ? 'page' : undefined}
              >
                {page}
              </a>
            )}
          </li>
        ))}
      </ol>
      {current < total && (
        <a rel="next" href={href(current + 1)}>
          {t.next} →
        </a>
      )}
    </nav>
  );
}

/** First, last and those around the current page; a gap is a negative number, to be a key of its own. */
export function pagesShown(current: number, total: number): number[] {
  const near = [1, current - 1, current, current + 1, total].filter((page) => page >= 1 && page <= total);
  const pages = [...new Set(near)].toSorted((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [-page, page] : [page];
  });
}

/** Leads back, and says where to. */
export function BackLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <p class="back">
      <a href={href}>
        <span aria-hidden="true">← </span>
        {children}
      </a>
    </p>
  );
}
