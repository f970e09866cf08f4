import { type ClientProblem, formProblem, transportProblem } from "../client.ts";

const isKeyOf = <Options extends object>(options: Options, name: PropertyKey): name is keyof Options =>
  Object.hasOwn(options, name);

/** `typed` as a key of `options`; undefined if it is none. */
export function chosenOf<Options extends object>(options: Options, typed: string): keyof Options | undefined {
  return isKeyOf(options, typed) ? typed : undefined;
}

/** The keys of `options`, in their order. */
export function namesIn<Options extends object>(options: Options): (keyof Options & string)[] {
  return Object.keys(options).filter((name): name is keyof Options & string => isKeyOf(options, name));
}

/** The keys of `options` among the marked checkboxes called `name` in a form. */
export function markedOf<Options extends object>(
  options: Options,
  form: HTMLFormElement,
  name: string,
): (keyof Options)[] {
  return new FormData(form)
    .getAll(name)
    .flatMap((value) => (typeof value === "string" && chosenOf(options, value)) || []);
}

/** A number as typed, with a comma or a point; undefined if empty, `NaN` if it is no number, which the API refuses. */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim().replace(",", ".");
  return text === "" ? undefined : Number(text);
}

/** What was typed, trimmed; undefined if empty. */
export function textOf(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : typed.trim();
}

/** The lines of a text, trimmed, without the empty ones. */
export function linesOf(typed: string): string[] {
  return typed.split("\n").flatMap((line) => textOf(line) ?? []);
}

/** The refusal of a form before it is sent, with `message` on `field`. */
export function fieldProblem(field: string, message: string): { readonly ok: false; readonly problem: ClientProblem } {
  return { ok: false, problem: formProblem({ [field]: message }) ?? transportProblem("refused").problem };
}
