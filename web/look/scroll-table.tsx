import type { ComponentChildren } from "preact";

interface ScrollTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The rows, as `tr`. */
  readonly children: ComponentChildren;
}

/**
 * Renders a table that scrolls sideways, by keyboard too, where it is wider than the screen. Only screen readers get
 * its caption.
 */
export function ScrollTable({ caption, columns, children }: ScrollTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
