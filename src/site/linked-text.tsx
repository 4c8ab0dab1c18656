const ADDRESS = /(https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?])/i;

/** A text with its web addresses as links; nothing else in it is. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(ADDRESS).map((part, index) =>
        ADDRESS.test(part) ? (
          <a key={index} href={part} rel="external">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
