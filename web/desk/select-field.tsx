import type { ClientProblem } from "../client.ts";
import { AboutField, describedBy, errorOf } from "../look/field.tsx";

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Labels by value, in the order shown. */
  readonly options: Readonly<Record<string, string>>;
  /** The value chosen at first; none without it. */
  readonly chosen?: string;
  /** Called with the value on each choice, "" for the empty one. */
  readonly onChoose?: (value: string) => void;
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders a drop-down list with a label, for staff who type while somebody speaks. Its first row is empty and has the
 * value "". Shows what `problem` says of the field `name`.
 */
export function SelectField({ name, label, hint, options, chosen = "", onChoose, problem }: SelectFieldProps) {
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <select
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
      >
        <option value="">–</option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
