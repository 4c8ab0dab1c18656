import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { InLanguage } from '../plan/stage-name.tsx';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import { beyond, readPart, type Paper, type Question, type WrittenTest } from './written-test.ts';

export type PaperProps = {
  page: PageContext;
  reference: string;
  stage: { id: string; name: string };
  test: WrittenTest;
  number: string;
  /** Undefined where the panel reads by number. */
  name: string | undefined;
  paper: Paper | undefined;
  readable: boolean;
  /** Why the reader sees nothing of it. */
  barred: string | undefined;
};

/** What one candidate wrote. When they wrote, and for how long, is no matter of the panel's. */
export function PaperPage(props: PaperProps) {
  const { page, reference, stage, test, number, name, paper, readable, barred } = props;
  const { language } = page;
  const t = WRITTEN_TEST_TEXTS[language];
  const scores = `/${language}/staff/vacancies/${reference}/stages/${stage.id}/scores/${number}`;
  return (
    <StaffLayout page={page} title={`${t.paperTitle(number)} · ${reference}`} nav={page.actor?.links ?? []}>
      <BackLink href={scores}>{t.backToScores}</BackLink>
      <p class="eyebrow">
        <b>{reference}</b> {stage.name}
      </p>
      <h1>{t.paperTitle(number)}</h1>
      {name && <p>{name}</p>}
      {barred && <Notice tone="warning" title={barred} />}
      {!barred && !readable && (
        <EmptyState title={paper ? t.notHandedIn : t.notBegun}>
          <p>{t.notHandedInNote}</p>
        </EmptyState>
      )}
      {paper && readable && (
        <>
          <p>{t.lookNote}</p>
          {test.questions.map((question, index) => (
            <Answer key={question.key} {...{ page, test, paper, question, number: index + 1 }} />
          ))}
        </>
      )}
    </StaffLayout>
  );
}

type AnswerProps = Pick<PaperProps, 'page' | 'test'> & { paper: Paper; question: Question; number: number };

function Answer({ page: { language }, test: { maxCharacters }, paper, question, number }: AnswerProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  const text = paper.texts[question.key] ?? '';
  const more = beyond(text, maxCharacters);
  return (
    <section>
      <h2>{t.question(number)}</h2>
      <p>
        <InLanguage text={question.question} language={language} />
      </p>
      {text.trim() === '' ? (
        <p class="quiet">{t.blankAnswer}</p>
      ) : (
        <p class="as-typed">{readPart(text, maxCharacters)}</p>
      )}
      {more > 0 && <p class="hint">{plural(more, t.cut, language)}</p>}
    </section>
  );
}
