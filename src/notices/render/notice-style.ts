/**
 * The style of a notice that stands for itself, on a screen and on paper. Without double quotes and other signs that
 * mark-up would have to escape.
 */
export const noticeStyle = (accent: string): string => `
:root { color-scheme: light; --accent: ${accent}; --ink: #15202b; --soft: #57616c; --line: #dcd7ca;
  --serif: 'Source Serif 4', 'Source Serif Pro', Cambria, Georgia, serif; --sans: 'Source Sans 3', 'Source Sans Pro', Calibri, system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1.25rem 4rem; background: #fff; color: var(--ink); font: 1.0625rem/1.55 var(--serif); hyphens: auto; overflow-wrap: break-word; }
nav, article { max-width: 40rem; margin: 0 auto; }
nav { display: flex; gap: 1.25rem; justify-content: end; font: 0.9375rem var(--sans); }
nav a, article a { color: var(--accent); }
nav a { padding: 0.375rem 0; }
article + article { margin-top: 4rem; padding-top: 3rem; border-top: 1px solid var(--line); }
.issuer { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; margin: 1rem 0 1.5rem; padding-bottom: 0.375rem; border-bottom: 1px solid var(--line); color: var(--soft); font: 0.875rem var(--sans); }
h1, h2, h3 { hyphens: manual; text-wrap: balance; break-after: avoid; }
h1 { margin: 0 0 1.5rem; color: var(--accent); font-size: 2rem; line-height: 1.15; font-weight: 600; }
h1 span { color: var(--soft); font-weight: 400; white-space: nowrap; }
h2 { margin: 2.5rem 0 0.625rem; color: var(--accent); font: 600 1.1875rem/1.3 var(--sans); }
h3 { margin: 1.5rem 0 0.375rem; font-size: 1.0625rem; line-height: 1.3; font-weight: 600; }
p { margin: 0 0 0.75rem; }
p.introduces { break-after: avoid; }
dl { margin: 0 0 1.75rem; border-top: 2px solid var(--accent); font: 1rem/1.4 var(--sans); hyphens: manual; }
dl div { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; }
ul, ol { margin: 0 0 0.875rem; padding-left: 1.375rem; }
li { margin-bottom: 0.3125rem; padding-left: 0.25rem; }
li::marker { color: var(--accent); }
.preamble { margin-bottom: 1.75rem; padding-left: 1rem; border-left: 3px solid var(--accent); }
.preamble > :last-child { margin-bottom: 0; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; } h1 { font-size: 1.625rem; } }
@page { size: A4; margin: 25mm 28mm; }
@media print {
  body { padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  nav, article { max-width: none; }
  article + article { margin: 0; padding: 0; border: 0; break-before: page; }
  a { text-decoration: none; }
  p, li { orphans: 2; widows: 2; }
}
`;
