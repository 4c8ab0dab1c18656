import { noticeOfEarlier, noticeOfPost, type ComposeRules } from '../../notices/compose/compose-notice.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { deadlineOf } from '../importing/import-notice.ts';
import { NEW_NOTICE, type Vacancy } from '../vacancy.ts';

/** What a vacancy is begun from: a post of the organisation by its code, or the notice of an earlier vacancy. */
export type Beginning =
  { readonly from: 'post'; readonly post: string } | { readonly from: 'earlier'; readonly notice: NoticeRecord };

export type BeginningRefusal =
  { kind: 'bad-reference' } | { kind: 'reference-taken'; reference: string } | { kind: 'no-beginning' };

export type BeginRequest = {
  readonly reference: string;
  readonly beginning: Beginning | undefined;
  readonly originalLanguage: Language;
  /** Whether a vacancy already has the reference. */
  readonly taken: boolean;
  readonly now: Date;
};

const REFERENCE = /^\d{6}$/;

/** A draft with the notice of a post, or of an earlier vacancy, as the organisation's rules print it on the day (UTC). */
export function beginVacancy(
  { reference, beginning, originalLanguage, taken, now }: BeginRequest,
  rules: Omit<ComposeRules, 'on'>,
): Result<Vacancy, BeginningRefusal> {
  if (!REFERENCE.test(reference)) return refuse({ kind: 'bad-reference' });
  if (taken) return refuse({ kind: 'reference-taken', reference });
  const on = now.toISOString().slice(0, 10);
  const notice = noticeOf(beginning, reference, { ...rules, on });
  if (!notice) return refuse({ kind: 'no-beginning' });
  return ok({
    ...NEW_NOTICE,
    composed: true,
    originalLanguage,
    reference,
    notice,
    places: {},
    doubts: [],
    status: 'draft',
    publishedAt: null,
    ...deadlineOf(notice, rules.organisation, on),
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
}

function noticeOf(beginning: Beginning | undefined, reference: string, rules: ComposeRules): NoticeRecord | undefined {
  if (beginning?.from === 'earlier') return noticeOfEarlier(beginning.notice, reference, rules);
  const post = rules.organisation.posts.find(({ code }) => code === beginning?.post);
  return post && noticeOfPost(post, reference, rules);
}
