import { createHash } from 'node:crypto';
import { Fragment, type ComponentChildren } from 'preact';
import { assertNever } from '../../platform/result.ts';
import { colon } from '../../site/punctuation.ts';
import { renderPage } from '../../site/render.ts';
import { languageName } from '../../site/language-name.ts';
import { documentTitle, type NoticeDocument, type NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';
import { noticeStyle } from './notice-style.ts';
import { linkedSections, sectionTitle } from './page-parts.ts';
import { capitalised } from './printed-form.ts';
import { RENDER_TEXTS } from './render-texts.ts';
import { runsOf, typeset } from './typeset.ts';

/**
 * A notice as one HTML file, to read on a screen and to print: each half in its language, nothing that is fetched, and a
 * policy that lets nothing but its own style apply.
 */
export function noticeHtml(given: NoticeDocument): string {
  const document = typeset(given);
  const style = noticeStyle(document.accent);
  const hash = createHash('sha256').update(style).digest('base64');
  return renderPage(
    <html lang={document.parts[0]?.language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={`default-src 'none'; style-src 'sha256-${hash}'`} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{documentTitle(document)}</title>
        <style>{style}</style>
      </head>
      <body>
        {document.parts.length > 1 && <Halves parts={document.parts} />}
        <main>
          {document.parts.map((part) => (
            <Half key={part.language} part={part} reference={document.reference} />
          ))}
        </main>
      </body>
    </html>,
  );
}

/** A way to each half. */
function Halves({ parts }: { parts: readonly NoticePart[] }) {
  return (
    <nav aria-label={parts.map(({ language }) => RENDER_TEXTS[language].halves).join(' – ')}>
      {parts.map(({ language }) => (
        <a key={language} href={`#${language}`} lang={language} hrefLang={language}>
          {capitalised(languageName(language, language))}
        </a>
      ))}
    </nav>
  );
}

function Half({ part, reference }: { part: NoticePart; reference: string | null }) {
  const { language, issuer, title, fields, preamble } = part;
  const { sections, end } = linkedSections(part);
  const texts = RENDER_TEXTS[language];
  return (
    <article id={language} lang={language}>
      <p class="issuer" aria-hidden="true">
        {issuer} <span>{texts.notice}</span>
      </p>
      <h1>
        {title ?? texts.notice} {reference !== null && <span>({reference})</span>}
      </h1>
      {fields.length > 0 && (
        <dl>
          {fields.map(({ label, value }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>
                <Linked text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {preamble.length > 0 && (
        <div class="preamble">
          <Blocks blocks={preamble} part={part} />
        </div>
      )}
      {sections.map(({ section, above }) => (
        <Fragment key={section.number}>
          <Blocks blocks={addresses(above)} part={part} />
          <Section heading={sectionTitle(section)}>
            <Blocks blocks={section.blocks} part={part} />
          </Section>
        </Fragment>
      ))}
      <Blocks blocks={addresses(end)} part={part} />
    </article>
  );
}

const addresses = (links: readonly string[]): NoticeBlock[] => links.map((text) => ({ kind: 'paragraph', text }));

function Section({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function Blocks({ blocks, part }: { blocks: readonly NoticeBlock[]; part: NoticePart }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} part={part} />
      ))}
    </>
  );
}

function Block({ block, part }: { block: NoticeBlock; part: NoticePart }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.text.endsWith(':') ? 'introduces' : undefined}>
          <Linked text={block.text} />
        </p>
      );
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Linked text={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'fact':
      return (
        <p>
          <b>{`${block.label}${colon(part.language)}`}</b>
          <Linked text={block.value} />
        </p>
      );
    case 'rule':
      return <hr />;
    default:
      return assertNever(block);
  }
}

function Linked({ text }: { text: string }) {
  return (
    <>
      {runsOf(text).map(({ text: run, href }, index) =>
        href === undefined ? (
          run
        ) : (
          <a key={index} href={href}>
            {run}
          </a>
        ),
      )}
    </>
  );
}
