import { ok, refuse, type Result } from '../platform/result.ts';
import type { Bar } from './conflict.ts';
import type { Listed } from './panel.ts';
import { isNamed } from './same-name.ts';
import { MAX_REASON } from './conflict.ts';

/** What was typed for one candidate: a kind of the organisation's list, or nothing. */
export type Typed = { kind: string; why: string };

export type DeclarationProblem =
  | { kind: 'not-declared' }
  /** A text without a kind. */
  | { kind: 'kind-missing'; candidate: string }
  | { kind: 'why-missing'; candidate: string };

type Declaring<Candidate> = {
  accountId: string;
  candidates: readonly Candidate[];
  typed: (number: string) => Typed;
  /** Codes that may be chosen. */
  kinds: readonly string[];
  declares: boolean;
};

export type Declared = Bar & { kind: string; reason: string };

/** What somebody declares of those on the list, or all that is missing before it can be signed. */
export function declare({
  candidates,
  typed,
  kinds,
  ...who
}: Declaring<Listed>): Result<Declared[], DeclarationProblem[]> {
  const problems: DeclarationProblem[] = [];
  const declared: Declared[] = [];
  for (const { number, applicationId } of candidates) {
    const { kind, why } = typed(number);
    const reason = why.trim().slice(0, MAX_REASON);
    if (!kinds.includes(kind)) {
      if (reason !== '') problems.push({ kind: 'kind-missing', candidate: number });
    } else if (reason === '') problems.push({ kind: 'why-missing', candidate: number });
    else declared.push({ accountId: who.accountId, applicationId, kind, reason });
  }
  if (!who.declares) problems.push({ kind: 'not-declared' });
  return problems.length > 0 ? refuse(problems) : ok(declared);
}

type Person = Listed & { givenNames: string; familyName: string };
type Naming = { accountId: string; people: readonly Person[]; names: string; kind: string };

/** Those received whom a screener names, a person a line, without being told whether any of them is there. */
export function barredByName({ accountId, people, names, kind }: Naming): Declared[] {
  const lines = names.split('\n').filter((line) => line.trim() !== '');
  return people
    .filter((person) => lines.some((line) => isNamed(line, person)))
    .map(({ applicationId }) => ({ accountId, applicationId, kind, reason: '' }));
}
