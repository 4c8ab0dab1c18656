/** Structured data for search engines, as data in the head. `<` is escaped, so that no text of ours can end the element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // oxlint-disable-next-line react/no-danger -- JSON, not markup; the only text from a notice that isn't escaped by Preact
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
