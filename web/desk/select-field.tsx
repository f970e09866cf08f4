import type { ClientProblem } from "../client.ts";
import { AboutField, describedBy, errorOf } from "../look/field.tsx";

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen?: string;
  readonly onChoose?: (value: string) => void;
  readonly problem: ClientProblem | undefined;
}

/** A choice among many in one line, for who types while somebody speaks. Nothing is chosen at first without `chosen`. */
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
