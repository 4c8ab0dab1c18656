/** The accent of an organisation's theme, the light one, where it is written as six figures: paper is white. */
export const accentOf = (theme: string): string | undefined => /--accent:\s*(#[0-9a-f]{6})\b/i.exec(theme)?.[1];
