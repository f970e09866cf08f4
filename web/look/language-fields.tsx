import { useState } from "preact/hooks";
import type { LanguageChoice } from "../../shared/domain/notice/language.ts";
import type { ClientProblem } from "../client.ts";
import { languageNames, languageWords } from "../words/languages.ts";
import { Choice, TextField } from "./field.tsx";

interface LanguageFieldsProps {
  /** The choice marked at first; Spanish if undefined. */
  readonly known: LanguageChoice | undefined;
  /** The questions; without it, those for a person who answers about themselves. */
  readonly words?: Readonly<Record<"legend" | "other" | "interpreter", string>>;
  readonly problem: ClientProblem | undefined;
}

/**
 * Asks in which language a person prefers to be attended and, unless it is Spanish, whether they need an interpreter.
 */
export function LanguageFields({ known, words = languageWords, problem }: LanguageFieldsProps) {
  const before = known?.language ?? "es";
  const isNamed = Object.hasOwn(languageNames, before);
  const [chosen, setChosen] = useState(isNamed ? before : "other");
  return (
    <>
      <Choice
        name="language"
        legend={words.legend}
        options={languageWords.options}
        chosen={chosen}
        onChoose={setChosen}
        problem={problem}
      />
      {chosen === "other" && (
        <TextField
          name="otherLanguage"
          label={words.other}
          initial={isNamed ? "" : before}
          size="short"
          problem={problem}
        />
      )}
      {chosen !== "es" && (
        <Choice
          name="interpreter"
          legend={words.interpreter}
          options={languageWords.yesNo}
          chosen={known?.interpreter ? "yes" : "no"}
          problem={problem}
        />
      )}
    </>
  );
}

/**
 * Returns the choice typed in `LanguageFields`; undefined if no language is chosen, or if «another language» is chosen
 * and its name is empty. `interpreter` is always false for Spanish.
 */
export function languageTyped(typed: (name: string) => string): LanguageChoice | undefined {
  const language = typed("language") === "other" ? typed("otherLanguage").trim() : typed("language");
  return language ? { language, interpreter: language !== "es" && typed("interpreter") === "yes" } : undefined;
}

/**
 * Returns the values of the fields of `LanguageFields`, by field name, from which `languageTyped` makes this choice
 * again.
 */
export function languageAnswers({ language, interpreter }: LanguageChoice): Readonly<Record<string, string>> {
  const named = Object.hasOwn(languageNames, language) ? { language } : { language: "other", otherLanguage: language };
  return { ...named, interpreter: interpreter ? "yes" : "no" };
}

/**
 * Returns, under the key `otherLanguage`, the sentence that asks for the language's name, if «another language» is
 * chosen and its name is empty; undefined otherwise.
 */
export function languageMissing(typed: (name: string) => string): { readonly otherLanguage: string | undefined } {
  const isMissing = typed("language") === "other" && !typed("otherLanguage").trim();
  return { otherLanguage: isMissing ? languageWords.otherMissing : undefined };
}
