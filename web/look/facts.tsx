import type { ComponentChildren } from "preact";

/** Names and values, in the order shown. */
export type FactsRows = readonly (readonly [name: string, value: ComponentChildren])[];

interface FactsProps {
  readonly rows: FactsRows;
}

/**
 * Renders names and values as a list, side by side where the screen is wide enough. Leaves out a row whose value is
 * undefined or empty.
 */
export function Facts({ rows }: FactsProps) {
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
