import type { ClientProblem } from "../client.ts";
import { AboutField, describedBy, errorOf } from "./field.tsx";

interface DateFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  /** The labels of the three fields. */
  readonly parts: { readonly day: string; readonly month: string; readonly year: string };
  readonly problem: ClientProblem | undefined;
  /** Shown instead of the API's message, which is written for one field and not for three. */
  readonly error: string;
}

/**
 * Renders a day as three text fields, named `NAME-day`, `NAME-month` and `NAME-year`. The browser's date control would
 * use the browser's language and not the page's.
 */
export function DateField({ name, legend, hint, parts, problem, error }: DateFieldProps) {
  const wrong = errorOf(problem, name) ? error : undefined;
  return (
    <fieldset class={wrong ? "field wrong" : "field"} aria-describedby={describedBy(name, hint, wrong)}>
      <legend>{legend}</legend>
      <AboutField name={name} hint={hint} error={wrong} />
      <div class="date">
        {(["day", "month", "year"] as const).map((part, at) => (
          <div key={part}>
            <label for={at === 0 ? name : `${name}-${part}`}>{parts[part]}</label>
            <input
              id={at === 0 ? name : `${name}-${part}`}
              name={`${name}-${part}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={part === "year" ? 4 : 2}
              class={part === "year" ? "short" : "tiny"}
              aria-invalid={wrong ? true : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * Returns the day typed in the `DateField` called `name`, as `YYYY-MM-DD`. Nothing is checked: a text that is no day is
 * returned too, and the API refuses it.
 */
export function typedDay(typed: (name: string) => string, name: string): string {
  const part = (which: string, length: number) => typed(`${name}-${which}`).trim().padStart(length, "0");
  return `${part("year", 4)}-${part("month", 2)}-${part("day", 2)}`;
}
