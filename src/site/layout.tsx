import type { ComponentChildren } from 'preact';
import { LANGUAGES, otherLanguages } from '../platform/language.ts';
import { assetUrl, moduleNames } from './assets.ts';
import { InLanguage } from './language-context.tsx';
import { addressIn, type PageContext, type PageLink } from './page-context.ts';
import { Notice } from './parts.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type LayoutProps = {
  page: PageContext;
  title: string;
  /** The form came back with errors: the title says so first. */
  inError?: boolean | undefined;
  description?: string | undefined;
  /** More for the head of the document, as structured data. */
  head?: ComponentChildren;
  /** The modules of `browser/pages/` that this page is made better by, by their names. */
  modules?: readonly string[];
  children: ComponentChildren;
};

type DocumentProps = LayoutProps & { staff?: boolean };

/** A page for everyone: visitors, and applicants with what is theirs. */
export function PublicLayout(props: LayoutProps) {
  const { page } = props;
  const t = SITE_TEXTS[page.language];
  const links = [{ href: `/${page.language}/vacancies`, text: t.vacancies }, ...(page.actor?.links ?? [])];
  return (
    <Document {...props}>
      <Header page={page} links={links} label={t.mainNavigation} byline="Concours" />
      <Main {...props} />
      <Footer page={page} />
    </Document>
  );
}

/** A page of those who work here: wider, with their own navigation. */
export function StaffLayout(props: LayoutProps & { nav: PageLink[] }) {
  const { page } = props;
  const t = SITE_TEXTS[page.language];
  return (
    <Document {...props} staff>
      <Header page={page} links={props.nav} label={t.staffNavigation} byline={t.staff} />
      <Main {...props} />
      <Footer page={page} />
    </Document>
  );
}

function Document({ page, title, inError, description, head, modules, staff, children }: DocumentProps) {
  const t = SITE_TEXTS[page.language];
  return (
    <InLanguage language={page.language}>
      <html lang={page.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${inError ? `${t.errorPrefix} ` : ''}${title} · Concours`}</title>
          {description && <meta name="description" content={description} />}
          {LANGUAGES.map((language) => (
            <link
              key={language}
              rel="alternate"
              hreflang={language}
              href={page.publicUrl + addressIn(page, language)}
            />
          ))}
          <link rel="alternate" hreflang="x-default" href={page.publicUrl + addressIn(page, 'en')} />
          <link rel="icon" type="image/svg+xml" href={assetUrl('/assets/icon.svg')} />
          <link rel="stylesheet" href={assetUrl('/assets/site.css')} />
          <link rel="stylesheet" href={assetUrl(staff ? '/assets/staff.css' : '/assets/public.css')} />
          {moduleNames(modules).map((name) => (
            <script key={name} type="module" src={assetUrl(name)} />
          ))}
          {head}
        </head>
        <body class={staff ? 'staff' : undefined}>{children}</body>
      </html>
    </InLanguage>
  );
}

type HeaderProps = { page: PageContext; links: PageLink[]; label: string; byline: string };

function Header({ page, links, label, byline }: HeaderProps) {
  const t = SITE_TEXTS[page.language];
  return (
    <header class="site">
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <div class="wrap">
        <a class="mark" href={`/${page.language}`}>
          {page.organisation.wordmark ?? page.organisation.name[page.language]} <span>{byline}</span>
        </a>
        <nav aria-label={label}>
          <ul>
            {links.map(({ href, text, waiting }) => (
              <li key={href}>
                <a href={href} aria-current={currentness(page, href)}>
                  {text}
                  {waiting && <Waiting {...waiting} />}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="personal">
          <Session page={page} />
          <LanguageSwitch page={page} />
        </div>
      </div>
    </header>
  );
}

/** A figure for the eye, the same in words for the ear. */
const Waiting = ({ count, words }: NonNullable<PageLink['waiting']>) => (
  <>
    <span class="waiting" aria-hidden="true">
      {count}
    </span>
    <span class="hidden"> ({words})</span>
  </>
);

function currentness(page: PageContext, href: string): 'page' | 'true' | undefined {
  const here = addressIn(page, page.language);
  if (here === href) return 'page';
  if (page.section !== undefined) return page.section === href ? 'true' : undefined;
  return here.startsWith(`${href}/`) ? 'true' : undefined;
}

function Session({ page }: { page: PageContext }) {
  const t = SITE_TEXTS[page.language];
  const account = `/${page.language}/my/account`;
  if (!page.actor) return <a href={`/${page.language}/sign-in`}>{t.signIn}</a>;
  return (
    <form method="post" action={`/${page.language}/sign-out`} class="session" data-sign-out={t.unsaved}>
      <a class="who" href={account} aria-current={currentness(page, account)}>
        <span class="hidden">{t.signedInAs} </span>
        {page.actor.name}
        <span class="hidden"> ({t.myAccount})</span>
      </a>
      <button type="submit" class="link">
        {t.signOut}
      </button>
    </form>
  );
}

function LanguageSwitch({ page }: { page: PageContext }) {
  return (
    <nav class="languages" aria-label={SITE_TEXTS[page.language].languageSwitch}>
      {otherLanguages(page.language).map((language) => (
        <a key={language} lang={language} hreflang={language} href={addressIn(page, language) + (page.query ?? '')}>
          {SITE_TEXTS[language].languageName}
        </a>
      ))}
    </nav>
  );
}

function Main({ page, children }: LayoutProps) {
  return (
    <main id="main" class="wrap" tabindex={-1}>
      {page.notice && (
        <Notice tone="success" status>
          <p>{page.notice}</p>
        </Notice>
      )}
      {children}
    </main>
  );
}

function Footer({ page }: { page: PageContext }) {
  const t = SITE_TEXTS[page.language];
  return (
    <footer class="site">
      <div class="wrap">
        <p>{page.organisation.footerNote[page.language]}</p>
        <nav aria-label={t.footerNavigation}>
          <a href={`/${page.language}/regulations`}>{t.regulations}</a>
          <a href={`/${page.language}/receipts`}>{t.receipts}</a>
          <a href={`/${page.language}/accessibility`}>{t.accessibility}</a>
          <a href={`/${page.language}/data-protection`}>{t.dataProtection}</a>
          <a href={`/${page.language}/developers`}>{t.developers}</a>
        </nav>
        {page.development && <p class="development">{t.development}</p>}
      </div>
    </footer>
  );
}
