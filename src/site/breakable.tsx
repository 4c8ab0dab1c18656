import { Fragment } from 'preact';

/** A title that may break after a slash: « Administratrice/Administrateur » is one word to a browser, and a long one. */
export function Breakable({ text }: { text: string }) {
  return (
    <>
      {text.split('/').map((part, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </>
  );
}
