/** A way on: `rel` says that it leads to the one before or after. */
export type ListedLink = { href: string; text: string; rel?: 'prev' | 'next' | undefined };

/** Where one can go on from here; nothing where there is nowhere. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  if (links.length === 0) return null;
  return (
    <ul class="links">
      {links.map(({ href, text, rel }) => (
        <li key={href}>
          <a href={href} rel={rel}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
