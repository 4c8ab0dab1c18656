import { createHash } from 'node:crypto';
import { requirementsOf } from '../../applications/answers.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Translated } from '../../platform/language.ts';
import type { StageItem } from './stage-plan.ts';

/** What of a notice can be scored: its requirements, then its competencies, each with the indicator that shows it. */
export function itemsOf(
  notice: Pick<NoticeRecord, 'essential' | 'desirable' | 'competencies'>,
): Pick<StageItem, 'key' | 'kind' | 'text'>[] {
  const requirements = requirementsOf(notice).map(({ key, text }) => ({ key, kind: 'requirement' as const, text }));
  const { en, fr } = notice.competencies;
  const competencies = Array.from({ length: Math.max(en.length, fr.length) }, (_, index) => {
    const text = textOf({ en: en[index], fr: fr[index] });
    return { key: keyOf(text), kind: 'competency' as const, text };
  });
  return [...requirements, ...competencies];
}

type Named = { name: string; indicator: string } | undefined;

const textOf = ({ en, fr }: { en: Named; fr: Named }): Translated => ({
  ...(en && { en: `${en.name}: ${en.indicator}` }),
  ...(fr && { fr: `${fr.name} : ${fr.indicator}` }),
});

const keyOf = (text: Translated): string =>
  `c${createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 11)}`;
