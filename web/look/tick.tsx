import { AboutField, describedBy, errorOf, type FieldProps } from "./field.tsx";

interface TickProps extends Pick<FieldProps, "name" | "label" | "hint" | "problem"> {
  readonly ticked?: boolean;
  readonly onTick?: (ticked: boolean) => void;
}

/**
 * Renders one checkbox, whose value is `yes` if ticked; if not, the form has no such field. Calls `onTick` on each
 * change.
 */
export function Tick({ name, label, hint, problem, ticked = false, onTick }: TickProps) {
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <AboutField name={name} hint={undefined} error={error} />
      <label class="radio">
        <input
          id={name}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={ticked}
          onChange={({ currentTarget }) => onTick?.(currentTarget.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, hint, error)}
        />
        <span>{label}</span>
      </label>
      <AboutField name={name} hint={hint} error={undefined} />
    </div>
  );
}
