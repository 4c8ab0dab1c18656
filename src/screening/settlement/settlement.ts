import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  findingOfRule,
  isExcluded,
  mayWeigh,
  outcomeOf,
  requirementsOfKind,
  type Asked,
  type Finding,
  type Findings,
  type Judged,
  type Sheet,
  type Weighed,
} from '../sheet/sheet.ts';

/** Everybody who was asked for it has signed: only now does anybody see more than their own. */
export const isComplete = (sheets: readonly Pick<Sheet, 'signedAt'>[], screeners: number): boolean =>
  sheets.length >= screeners && sheets.every(({ signedAt }) => signedAt !== null);

/** Whether the sheets of an application have been shown beside each other: none of them opens again. */
export const areCompared = (sheets: readonly Pick<Sheet, 'signedAt'>[], screeners: number): boolean =>
  sheets.length > 1 && isComplete(sheets, screeners);

/** The sheets of one application that somebody may see: their own, and the others once all have signed. */
export const visibleSheets = <Of extends Pick<Sheet, 'signedAt' | 'screenerId'>>(
  sheets: readonly Of[],
  { accountId, screeners }: { accountId: string; screeners: number },
): Of[] => sheets.filter(({ screenerId }) => screenerId === accountId || isComplete(sheets, screeners));

const PARTS = ['rules', 'essential', 'desirable'] as const;
export type FindingPart = (typeof PARTS)[number];
export type Difference = { part: FindingPart; code: string };

/** What each sheet says of each rule and requirement, where they do not say the same. */
export function differencesOf(asked: Asked, sheets: readonly Pick<Sheet, 'findings'>[]): Difference[] {
  return placesOf(asked).filter(
    ({ part, code }) => new Set(sheets.map(({ findings }) => saidIn(asked, findings, { part, code }))).size > 1,
  );
}

/** Every place of a sheet, in the order of the page. */
export const placesOf = (asked: Asked): Difference[] => [
  ...asked.rules.map(({ code }) => ({ part: 'rules', code }) as const),
  ...(['essential', 'desirable'] as const).flatMap((kind) =>
    requirementsOfKind(asked, kind).map(({ key }) => ({ part: kind, code: key })),
  ),
];

/** The finding or weight at a place; undefined where there is none. */
export function saidIn(asked: Asked, findings: Findings, { part, code }: Difference): string | undefined {
  if (part === 'desirable') return findings.desirable[code]?.weight;
  if (part === 'essential') return findings.essential[code]?.finding;
  const rule = asked.rules.find((one) => one.code === code);
  return rule && findingOfRule(rule, findings);
}

/** A settled finding: what is held, why, and whether the screeners agreed or a named person settled it. */
export type Settled = { finding: string; reasons: string[]; agreed: boolean };
export type SettledFindings = Record<FindingPart, Record<string, Settled>>;
export type ScreeningResult = { outcome: Finding; findings: SettledFindings };

export type SettlementRefusal =
  /** Not all have signed who were asked to. */
  | { kind: 'not-ready' }
  | { kind: 'settled' }
  /** One's own sheet is among those that differ. */
  | { kind: 'own-sheet' }
  | { kind: 'undecided'; places: Difference[] };

export type Settling = {
  asked: Asked;
  sheets: readonly Sheet[];
  screeners: number;
  settled: boolean;
  /** The person who settles it. */
  by: string;
  /** What they hold where the sheets differ, each with a reason. */
  decided: Findings;
};

/** The result: what all sheets say, and where they differ what a named person holds, who screened none of them. */
export function settle({
  asked,
  sheets,
  screeners,
  settled,
  by,
  decided,
}: Settling): Result<ScreeningResult, SettlementRefusal> {
  if (settled) return refuse({ kind: 'settled' });
  if (!isComplete(sheets, screeners)) return refuse({ kind: 'not-ready' });
  const differing = differencesOf(asked, sheets);
  if (differing.length > 0 && sheets.some(({ screenerId }) => screenerId === by)) return refuse({ kind: 'own-sheet' });
  const merged = mergedFindings({ asked, sheets, decided, differing });
  const outcome = outcomeOf(asked, merged);
  const open = differing.filter((place) => isNeeded(asked, merged, place) && !isDecided(decided, place));
  if (open.length > 0 || !outcome) return refuse({ kind: 'undecided', places: open });
  return ok({ outcome, findings: settledFindings({ asked, sheets, merged, differing }) });
}

type Merging = Pick<Settling, 'asked' | 'sheets' | 'decided'> & { differing: readonly Difference[] };

function mergedFindings({ asked, sheets, decided, differing }: Merging): Findings {
  const [first] = sheets;
  const differs = ({ part, code }: Difference) => differing.some((one) => one.part === part && one.code === code);
  const pick = <Of>(part: FindingPart, of: (findings: Findings) => Readonly<Record<string, Of>>) =>
    Object.fromEntries(
      placesOf(asked).flatMap(({ part: own, code }): [string, Of][] => {
        if (own !== part) return [];
        const held = differs({ part, code }) ? of(decided)[code] : first && of(first.findings)[code];
        return held === undefined ? [] : [[code, held]];
      }),
    );
  return {
    rules: pick<Judged>('rules', ({ rules }) => rules),
    essential: pick<Judged>('essential', ({ essential }) => essential),
    desirable: pick<Weighed>('desirable', ({ desirable }) => desirable),
  };
}

/** Whether a place still counts: requirements do not where a hard rule is not met, weights only where all is met. */
function isNeeded(asked: Asked, merged: Findings, { part }: Difference): boolean {
  if (part === 'rules') return true;
  return part === 'essential' ? !isExcluded(asked, merged) : mayWeigh(asked, merged);
}

const isDecided = (decided: Findings, { part, code }: Difference): boolean =>
  (decided[part][code]?.reason ?? '').trim() !== '';

type Freezing = Pick<Settling, 'asked' | 'sheets'> & { merged: Findings; differing: readonly Difference[] };

function settledFindings({ asked, sheets, merged, differing }: Freezing): SettledFindings {
  const found: SettledFindings = { rules: {}, essential: {}, desirable: {} };
  for (const place of placesOf(asked)) {
    const { part, code } = place;
    const finding = saidIn(asked, merged, place);
    if (finding === undefined || !isNeeded(asked, merged, place)) continue;
    const agreed = !differing.some((one) => one.part === part && one.code === code);
    const from = agreed ? sheets.map(({ findings }) => findings) : [merged];
    const reasons = from.map((findings) => findings[part][code]?.reason.trim() ?? '');
    found[part][code] = { finding, agreed, reasons: [...new Set(reasons)].filter((reason) => reason !== '') };
  }
  return found;
}
