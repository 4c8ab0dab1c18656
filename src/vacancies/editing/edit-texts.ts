import type { Localized } from '../../platform/language.ts';

const EN = {
  itemLabel: '{field} {n}, {what} ({language})',
  text: 'text',
  heading: 'heading',
  name: 'name',
  row: { up: 'Move up', down: 'Move down', remove: 'Take out' },
  addRow: 'Add to: {field}',
  locked:
    'Printed by the organisation’s rules, from the facts of this notice: it changes with them and is not written here.',
  catalogue: 'From the catalogue',
  chooseFromCatalogue: 'Choose one to add',
  addFromCatalogue: 'Add it in both languages',
};

const FR: typeof EN = {
  itemLabel: '{field} {n}, {what} ({language})',
  text: 'texte',
  heading: 'intertitre',
  name: 'nom',
  row: { up: 'Monter', down: 'Descendre', remove: 'Retirer' },
  addRow: 'Ajouter : {field}',
  locked:
    'Imprimé selon les règles de l’organisation, à partir des données de cet avis : ce texte change avec elles et ne s’écrit pas ici.',
  catalogue: 'Dans le catalogue',
  chooseFromCatalogue: 'Choisir ce qui est à ajouter',
  addFromCatalogue: 'Ajouter dans les deux langues',
};

/** Words of the form that edits a notice item by item. */
export const EDIT_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
