import { type ClientProblem, formProblem, transportProblem } from "../client.ts";

const isKeyOf = <Options extends object>(options: Options, name: PropertyKey): name is keyof Options =>
  Object.hasOwn(options, name);

/** Returns `typed` if it is a key of `options`, undefined if not. */
export function chosenOf<Options extends object>(options: Options, typed: string): keyof Options | undefined {
  return isKeyOf(options, typed) ? typed : undefined;
}

/** Returns the keys of `options`, in their order. */
export function namesIn<Options extends object>(options: Options): (keyof Options & string)[] {
  return Object.keys(options).filter((name): name is keyof Options & string => isKeyOf(options, name));
}

/**
 * Returns the values of the marked checkboxes called `name` in a form, in the form's order, without those that are no
 * key of `options`.
 */
export function markedOf<Options extends object>(
  options: Options,
  form: HTMLFormElement,
  name: string,
): (keyof Options)[] {
  return new FormData(form)
    .getAll(name)
    .flatMap((value) => (typeof value === "string" && chosenOf(options, value)) || []);
}

/**
 * Returns a number as typed, with a decimal comma or point, or with the marks that receipts print between thousands:
 * «2,291» and «2 291» are 2291, «1310,5» is 1310.5. Undefined if `typed` is blank, `NaN` if it is no number.
 */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim();
  const isMarked = /^[1-9]\d{0,2}(?:[,\s]\d{3})+(?:\.\d+)?$/.test(text);
  return text === "" ? undefined : Number(isMarked ? text.replace(/[,\s]/g, "") : text.replace(",", "."));
}

/** Returns `typed` trimmed; undefined if it is blank. */
export function textOf(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : typed.trim();
}

/** Returns the lines of a text, trimmed, without the blank ones. */
export function linesOf(typed: string): string[] {
  return typed.split("\n").flatMap((line) => textOf(line) ?? []);
}

/**
 * Returns a failed outcome for a form that is not sent: an `invalid-request` problem with `message`, which is not
 * empty, on `field`. The problem itself has neither title nor detail.
 */
export function fieldProblem(field: string, message: string): { readonly ok: false; readonly problem: ClientProblem } {
  return { ok: false, problem: formProblem({ [field]: message }) ?? transportProblem("refused").problem };
}
