/** What a hidden passage tells of a person. */
export type MaskedKind = 'name' | 'email' | 'link' | 'telephone' | 'birth' | 'sex' | 'nationality' | 'address';
