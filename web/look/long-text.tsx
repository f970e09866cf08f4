import { AboutField, describedBy, errorOf, type FieldProps } from "./field.tsx";

interface LongTextProps extends Pick<FieldProps, "name" | "label" | "hint" | "problem" | "initial"> {
  readonly max: number;
}

/**
 * Renders a field of several lines, of at most `max` characters, with what `problem` says of the field `name`. The
 * browser keeps what is typed: a new `initial` does not replace it.
 */
export function LongText({ name, label, hint, problem, initial, max }: LongTextProps) {
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <textarea
        id={name}
        name={name}
        rows={6}
        maxLength={max}
        defaultValue={initial}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}
