import type { LanguageChoice, NamedLanguage } from "../../shared/domain/notice/language.ts";
import { said } from "./said.ts";

export const languageNames: Readonly<Record<NamedLanguage, string>> = {
  es: "Castellano",
  qu: "Quechua",
  ay: "Aimara",
  prl: "Lengua de señas peruana",
};

const isNamed = (language: string): language is NamedLanguage => Object.hasOwn(languageNames, language);

/** The name of a language: of one that forms name, or as its person wrote it. */
const languageName = (language: string): string => (isNamed(language) ? languageNames[language] : language);

const inSentence = (language: string): string => (isNamed(language) ? languageNames[language].toLowerCase() : language);

export const languageWords = {
  legend: said("¿En qué idioma {prefieres|prefiere} que {te|le} atendamos?"),
  options: { ...languageNames, other: "Otro" },
  other: "¿Cuál?",
  otherMissing: said("{Escribe|Escriba} qué idioma {prefieres|prefiere}."),
  interpreter: said("¿{Necesitas|Necesita} un intérprete en la visita y en la reunión?"),
  yesNo: { yes: "Sí", no: "No" },
  change: "¿Otro idioma, o un intérprete?",
  save: "Guardar mi idioma",
  saved: "Lo anotamos.",
  title: "Idioma",
  /** What is noted of a claimant, for them. */
  noted: ({ language, interpreter }: LanguageChoice) =>
    interpreter
      ? said(
          `{Pediste|Pidió} un intérprete de ${inSentence(language)}. Quien {te|le} visita y quien lleva la reunión lo saben.`,
        )
      : said(`{Prefieres|Prefiere} que {te|le} atendamos en ${inSentence(language)}.`),
  chosen: ({ language, interpreter }: LanguageChoice) =>
    `${languageName(language)}${interpreter ? ", con intérprete" : ""}`,
  /** The same, for staff. */
  forStaff: ({ language, interpreter }: LanguageChoice) =>
    `Prefiere ${inSentence(language)}${interpreter ? ". Pide intérprete para la visita y la reunión" : ""}.`,
  /** The questions as staff read them aloud. */
  aloud: {
    legend: "«¿En qué idioma prefiere que lo atendamos?»",
    other: "«¿Cuál?»",
    interpreter: "«¿Necesita un intérprete en la visita y en la reunión?»",
  },
  /** In the intake it is heard: a question for everybody would make each call longer. */
  heard: "Idioma en que prefiere que lo atendamos",
} as const;
