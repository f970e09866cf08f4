/** Languages that forms name, by their ISO 639 code: Spanish, Quechua, Aymara, Peruvian sign language. */
export const namedLanguages = ["es", "qu", "ay", "prl"] as const;
export type NamedLanguage = (typeof namedLanguages)[number];

/** How a person wants to be attended. */
export interface LanguageChoice {
  /** One of `namedLanguages`, or the name of another language as the person wrote it. */
  readonly language: string;
  /** Whether they ask for an interpreter at the visit and at the hearing. */
  readonly interpreter: boolean;
}

/**
 * Returns whether `language` is one of the codes in `namedLanguages`; false for a language that a person wrote by its
 * name.
 */
export function isNamedLanguage(language: string): language is NamedLanguage {
  return namedLanguages.some((one) => one === language);
}
