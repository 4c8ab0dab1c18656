import { SubmitButton } from '../../site/forms.tsx';
import type { Language } from '../../platform/language.ts';
import { formatNumber, plural } from '../../site/numbers.ts';
import { SEARCH_TEXTS } from './search-texts.ts';
import type { FacetGroup, FacetOption } from './search-view.ts';

/** The form of the search, which the facets stand outside of. */
export const SEARCH_FORM = 'search';

/** As many values as are seen at once; more are a press away. */
const AT_ONCE = 6;

type FacetsProps = {
  groups: FacetGroup[];
  language: Language;
  /** Whether only what is open to me is asked for; how many that are, where my nationality is known. */
  mine: { chosen: boolean; text: string; count: number | undefined };
};

/** What the list can be narrowed by, each value with how many vacancies it would give. */
export function Facets({ groups, language, mine }: FacetsProps) {
  const t = SEARCH_TEXTS[language];
  return (
    <>
      <fieldset class="field facet">
        <legend>{t.facets.mine}</legend>
        <Box id="mine" name="mine" value="1" type="checkbox" checked={mine.chosen}>
          {mine.text} <Count count={mine.count} language={language} />
        </Box>
      </fieldset>
      {groups.map((group) => (
        <Facet key={group.id} group={group} language={language} />
      ))}
      <SubmitButton tone="quiet" form={SEARCH_FORM}>
        {t.show}
      </SubmitButton>
    </>
  );
}

function Facet({ group, language }: { group: FacetGroup; language: Language }) {
  const { id, legend, options, type } = group;
  const t = SEARCH_TEXTS[language];
  const first = options.filter(({ chosen }, index) => chosen || index < AT_ONCE);
  const rest = options.filter((option) => !first.includes(option));
  return (
    <fieldset class="field facet">
      <legend>{legend}</legend>
      {type === 'radio' && (
        <Box id={`${id}-any`} name={id} value="" type="radio" checked={options.every(({ chosen }) => !chosen)}>
          {t.any}
        </Box>
      )}
      <Options options={first} type={type} language={language} />
      {rest.length > 0 && (
        <details>
          <summary>{plural(rest.length, t.more, language)}</summary>
          <Options options={rest} type={type} language={language} />
        </details>
      )}
    </fieldset>
  );
}

function Options({
  options,
  type,
  language,
}: {
  options: FacetOption[];
  type: FacetGroup['type'];
  language: Language;
}) {
  return (
    <>
      {options.map(({ name, value, text, lang, count, chosen }) => (
        <Box key={name + value} id={`${name}-${value}`} name={name} value={value} type={type} checked={chosen}>
          <span lang={lang}>{text}</span> <Count count={count} language={language} />
        </Box>
      ))}
    </>
  );
}

const Count = ({ count, language }: { count: number | undefined; language: Language }) =>
  count === undefined ? null : <span class="count">({formatNumber(count, language)})</span>;

type BoxProps = {
  id: string;
  name: string;
  value: string;
  type: 'checkbox' | 'radio';
  checked: boolean;
  children: preact.ComponentChildren;
};

function Box({ id, children, ...input }: BoxProps) {
  const name = `s-${id.replaceAll(/[^\w-]/g, '_')}`;
  return (
    <div class="choice">
      <input id={name} form={SEARCH_FORM} autocomplete="off" {...input} />
      <label for={name}>{children}</label>
    </div>
  );
}
