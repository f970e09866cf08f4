import type { ComponentChildren } from "preact";

/** What each is called, and its value; what has none is left out. */
export type FactsRows = readonly (readonly [name: string, value: ComponentChildren])[];

interface FactsProps {
  readonly rows: FactsRows;
}

/** Names and values, side by side where there is room. */
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
