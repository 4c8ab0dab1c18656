import { SubmitButton, type FieldError } from '../../site/forms.tsx';
import { EntryFields } from './entry-fields.tsx';
import { entryTold, type Told } from './entry-words.ts';
import { fieldName, MAX_ENTRIES, SINGLE_ID } from './profile-form.ts';
import { PART_TEXTS, PROFILE_TEXTS } from './profile-texts.ts';
import { isBlank, isSingle, latestFirst, type Entry, type Part } from './profile.ts';

export type EntriesProps = Told & {
  part: Part;
  entries: readonly Entry[];
  errors: FieldError[];
  /** The id of an entry that is not there yet, for somebody who begins. */
  newId: string;
  /** What the button that takes an entry away is called; by default, “Remove”. */
  remove?: string | undefined;
};

/** What the Enter key presses in a field: the first button of a form, which would otherwise take an entry away. */
const DefaultButton = () => <button type="submit" class="hidden" tabindex={-1} aria-hidden="true" />;

/** The entries of a part in one form: each with its fields, closed where it is complete, the latest first. */
export function EntriesForm({ part, entries, errors, newId, remove, ...told }: EntriesProps) {
  const t = PART_TEXTS[told.language][part];
  const words = PROFILE_TEXTS[told.language];
  if (isSingle(part)) {
    const entry = entries[0] ?? { id: SINGLE_ID, fields: {} };
    return <EntryFields {...{ part, entry, errors }} {...told} />;
  }
  const shown = entries.length === 0 ? [{ id: newId, fields: {} }] : latestFirst(entries);
  return (
    <>
      <DefaultButton />
      {shown.map((entry) => {
        const prefix = fieldName(part, entry.id, '');
        const open = isBlank(entry) || entries.length === 1 || errors.some(({ field }) => field.startsWith(prefix));
        const name = entryTold(part, entry, told) || words.newEntry;
        return (
          <details key={entry.id} class="entry" id={`entry-${entry.id}`} open={open}>
            <summary>{name}</summary>
            <EntryFields {...{ part, entry, errors }} {...told} />
            <p>
              <button type="submit" class="link" name="remove" value={entry.id}>
                {remove ?? words.remove}
                <span class="hidden"> {name}</span>
              </button>
            </p>
          </details>
        );
      })}
      {entries.length > 0 && entries.length < MAX_ENTRIES && (
        <p>
          <SubmitButton tone="quiet" name="go" value="add">
            {t.add}
          </SubmitButton>
        </p>
      )}
    </>
  );
}
