const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a text that may be HTML, as Europass keeps descriptions: a paragraph or an item a line. */
export const htmlWords = (text: string): string =>
  text
    .replaceAll(/<\/(?:p|li|div|h\d|ul|ol)>|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[a-z/][^<>]*>/gi, '')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
