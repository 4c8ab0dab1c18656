import type { Language } from '../platform/language.ts';
import { joinList } from '../site/numbers.ts';
import { Notice } from '../site/parts.tsx';
import type { AuthorityStanding } from './authority.ts';
import { COMPETITION_TEXTS } from './competition-texts.ts';

/** Who may decide on a report, what keeps others from it, and who is missing where nobody may. */
export function WhoDecides({ standing, language }: { standing: AuthorityStanding; language: Language }) {
  const t = COMPETITION_TEXTS[language].deciding;
  const { able, recused, tookPart } = standing;
  const told = [
    ...able.map(({ id, name }) => ({ id, text: t.able(name) })),
    ...recused.map(({ member, candidates }) => ({
      id: member.id,
      text: t.recused(member.name, joinList(candidates, language)),
    })),
    ...tookPart.map(({ id, name }) => ({ id, text: t.tookPart(name) })),
  ];
  return (
    <>
      <h2>{t.title}</h2>
      {told.length > 0 && (
        <ul>
          {told.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {able.length === 0 && (
        <Notice tone="warning" title={told.length === 0 ? t.nobodyNamed : t.nobodyMay}>
          <p>{t.nobodyNote}</p>
        </Notice>
      )}
    </>
  );
}
