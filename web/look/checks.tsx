import type { ClientProblem } from "../client.ts";
import { AboutField, describedBy, errorOf } from "./field.tsx";

interface ChecksProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly problem?: ClientProblem | undefined;
  /** The page's heading asks the question already: the legend is only for screen readers. */
  readonly asked?: boolean;
}

/**
 * Renders a set of checkboxes. `options` has their labels by value, and `chosen` the values checked at first. Shows
 * what `problem` says of the field `name`.
 */
export function Checks({ name, legend, hint, options, chosen, problem, asked }: ChecksProps) {
  const error = errorOf(problem, name);
  return (
    <fieldset class={error ? "field wrong" : "field"} aria-describedby={describedBy(name, hint, error)}>
      <legend class={asked ? "unseen" : undefined}>{legend}</legend>
      <AboutField name={name} hint={hint} error={error} />
      {Object.entries(options).map(([value, label], at) => (
        <label class="radio" key={value}>
          <input
            id={at === 0 ? name : undefined}
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
