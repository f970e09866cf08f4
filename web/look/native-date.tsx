import { AboutField, describedBy, errorOf, type FieldProps } from "./field.tsx";

type Props = Pick<FieldProps, "name" | "label" | "hint" | "problem" | "initial">;

interface NativeProps extends Props {
  readonly type: "date" | "datetime-local";
}

/** The browser's own date control, used for staff only: it uses the browser's language, which is theirs. */
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

/** Renders the browser's field for a day, for staff. `initial` and its value are `YYYY-MM-DD`. */
export function DayField(props: Props) {
  return <Native {...props} type="date" />;
}

/**
 * Renders the browser's field for a day and hour of Lima, for staff. `initial` and its value are `YYYY-MM-DDTHH:MM`,
 * with `:SS` if there are seconds.
 */
export function InstantField(props: Props) {
  return <Native {...props} type="datetime-local" />;
}

/**
 * Returns, as ISO 8601 in UTC, the instant of a day and hour of Lima (`YYYY-MM-DDTHH:MM` or with `:SS`), the value of
 * an `InstantField`. Empty if `text` is empty or no instant.
 */
export function typedInstant(text: string): string {
  const at = new Date(`${text.length > "YYYY-MM-DDTHH:MM".length ? text : `${text}:00`}-05:00`);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}

/**
 * Returns the day and hour in Lima of `now`, milliseconds since 1970, as `YYYY-MM-DDTHH:MM:SS`, for the `initial` of an
 * `InstantField`.
 */
export function limaClock(now: number): string {
  return new Date(now - 5 * 3_600_000).toISOString().slice(0, 19);
}
