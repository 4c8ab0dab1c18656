import { formatDate } from '../../site/dates.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { CONTRACTS, FEED_PAGE } from './contract-address.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type FeedProps = {
  page: PageContext;
  /** The civil day on which the reader's address was made. */
  madeOn: string | undefined;
  /** The whole address, on the one page that shows it. */
  address?: string | undefined;
};

/** The private address at which a calendar program fetches the dates of contracts: made, made anew and removed. */
export function FeedPage({ page, madeOn, address }: FeedProps) {
  const { language } = page;
  const t = CONTRACT_TEXTS[language].feed;
  const action = `/${language}${FEED_PAGE}`;
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}${CONTRACTS}`}>{CONTRACT_TEXTS[language].back}</BackLink>
      <h1>{t.title}</h1>
      <p class="lede">{t.note}</p>
      {address !== undefined && (
        <Notice tone="success" status title={t.address}>
          <p>
            <code class="breakable">{address}</code>
          </p>
          <p>{t.copy}</p>
        </Notice>
      )}
      {address === undefined && <p>{madeOn === undefined ? t.none : t.madeOn(formatDate(madeOn, language))}</p>}
      <form method="post" action={action}>
        {madeOn !== undefined && <p>{t.renewNote}</p>}
        <p class="actions">
          <SubmitButton>{madeOn === undefined ? t.make : t.renew}</SubmitButton>
        </p>
      </form>
      {madeOn !== undefined && (
        <form method="post" action={`${action}/removal`}>
          <p class="actions">
            <SubmitButton tone="danger">{t.remove}</SubmitButton>
          </p>
        </form>
      )}
    </StaffLayout>
  );
}
