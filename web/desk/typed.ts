import { type ClientProblem, formProblem, transportProblem } from "../client.ts";

const isKeyOf = <Options extends object>(options: Options, name: PropertyKey): name is keyof Options =>
  Object.hasOwn(options, name);

/** Which of the options was chosen; nothing while none was. */
export function chosenOf<Options extends object>(options: Options, typed: string): keyof Options | undefined {
  return isKeyOf(options, typed) ? typed : undefined;
}

/** The names of the options, in their order. */
export function namesIn<Options extends object>(options: Options): (keyof Options & string)[] {
  return Object.keys(options).filter((name): name is keyof Options & string => isKeyOf(options, name));
}

/** Those of the options that were marked. */
export function markedOf<Options extends object>(
  options: Options,
  form: HTMLFormElement,
  name: string,
): (keyof Options)[] {
  return new FormData(form)
    .getAll(name)
    .flatMap((value) => (typeof value === "string" && chosenOf(options, value)) || []);
}

/** A number as typed; nothing where nothing was, and no number (`NaN`) where it is none: the API says so. */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim().replace(",", ".");
  return text === "" ? undefined : Number(text);
}

/** What was typed, or nothing. */
export function textOf(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : typed.trim();
}

/** The lines of a text that say something. */
export function linesOf(typed: string): string[] {
  return typed.split("\n").flatMap((line) => textOf(line) ?? []);
}

/** Refuses a form before it is sent, for a field of it. */
export function fieldProblem(field: string, message: string): { readonly ok: false; readonly problem: ClientProblem } {
  return { ok: false, problem: formProblem({ [field]: message }) ?? transportProblem("refused").problem };
}
