import { useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { personDocumentNames } from "../words/person.ts";
import { Choice, TextField } from "./field.tsx";

/** Documents whose number has only digits. */
const inDigits: ReadonlySet<string> = new Set<keyof typeof personDocumentNames>(["DNI", "RUC"]);

interface PersonDocumentProps {
  /** The question for the kind, and the label of the number. */
  readonly legend: string;
  readonly label: string;
  readonly hint?: string;
  /** The field name of the kind; `kind` without it. The number's is always `number`. */
  readonly kindName?: string;
  /** The kind chosen at first; DNI without it. */
  readonly kind?: string;
  readonly onKind?: (kind: string) => void;
  /** The number at first. */
  readonly initial?: string;
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders the fields for a person's document: its kind, and its number, with the number pad on a phone if the kind has
 * digits only.
 */
export function PersonDocument(props: PersonDocumentProps) {
  const { legend, label, hint, kindName = "kind", initial, problem } = props;
  const [kind, setKind] = useState(props.kind || "DNI");
  return (
    <>
      <Choice
        name={kindName}
        legend={legend}
        options={personDocumentNames}
        chosen={kind}
        onChoose={(chosen) => {
          setKind(chosen);
          props.onKind?.(chosen);
        }}
        problem={problem}
      />
      <TextField
        name="number"
        label={label}
        {...(hint && { hint })}
        numeric={inDigits.has(kind)}
        size="short"
        {...(initial && { initial })}
        problem={problem}
      />
    </>
  );
}
