import { AboutField, describedBy, errorOf, type FieldProps } from "./field.tsx";

type Props = Pick<FieldProps, "name" | "label" | "hint" | "problem" | "initial">;

interface NativeProps extends Props {
  readonly type: "date" | "datetime-local";
}

/** The browser's own control, for staff: it follows the browser's language, which is theirs. */
function Native({ name, label, hint, problem, initial, type }: NativeProps) {
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type={type}
        step={type === "date" ? undefined : 1}
        defaultValue={initial}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}

/** A day, `YYYY-MM-DD`. */
export function DayField(props: Props) {
  return <Native {...props} type="date" />;
}

/** A day and an hour of Lima; `initial` as `typedInstant` takes them. */
export function InstantField(props: Props) {
  return <Native {...props} type="datetime-local" />;
}

/** The instant, ISO 8601 in UTC, of a day and hour of Lima (`YYYY-MM-DDTHH:MM`, with `:SS` if it has them); nothing typed is left for the API to refuse. */
export function typedInstant(text: string): string {
  const at = new Date(`${text.length > "YYYY-MM-DDTHH:MM".length ? text : `${text}:00`}-05:00`);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}

/** The day and hour of Lima of milliseconds since 1970, to the second, as `InstantField` shows them. */
export function limaClock(now: number): string {
  return new Date(now - 5 * 3_600_000).toISOString().slice(0, 19);
}
