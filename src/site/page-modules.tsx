import { assetUrl, moduleNames } from './assets.ts';

/** The modules of `browser/pages/` that a part of a page is made better by, where the part stands. */
export function PageModules({ names }: { names: readonly string[] }) {
  const everywhere = moduleNames();
  return (
    <>
      {moduleNames(names)
        .filter((name) => !everywhere.includes(name))
        .map((name) => (
          <script key={name} type="module" src={assetUrl(name)} />
        ))}
    </>
  );
}
