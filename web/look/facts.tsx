import type { ComponentChildren } from "preact";

/** Names and values; `Facts` leaves out a row whose value is undefined or empty. */
export type FactsRows = readonly (readonly [name: string, value: ComponentChildren])[];

interface FactsProps {
  readonly rows: FactsRows;
}

/** A list of names and values, side by side where the screen is wide enough. */
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
