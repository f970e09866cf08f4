import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { Facts } from "./facts.tsx";

type Part = NonNullable<AnswerOf<Routes["showDecision"]>["decisions"][number]["text"]>[number];

interface PrintedTextProps {
  readonly parts: readonly Part[];
}

/** Renders the text of a document part by part, in its own words and order. Its headings are `h3`. */
export function PrintedText({ parts }: PrintedTextProps) {
  return (
    <div class="printed-text">
      {parts.map((part, at) => (
        <PrintedPart key={at} part={part} />
      ))}
    </div>
  );
}

function PrintedPart({ part }: { readonly part: Part }) {
  if ("heading" in part) return <h3>{part.heading}</h3>;
  if ("text" in part) return <p>{part.text}</p>;
  if ("lines" in part) return <Facts rows={part.lines} />;
  if ("items" in part)
    return (
      <ul>
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return <LabelledTable {...part.table} />;
}

interface LabelledTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table whose rows become lists of labels and values where there is no room for its columns. */
function LabelledTable({ head, rows }: LabelledTableProps) {
  const [first, ...others] = head;
  return (
    <div class="fits">
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row" data-label={first}>
                {name}
              </th>
              {others.map((label, at) => (
                <td key={label} data-label={label}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
