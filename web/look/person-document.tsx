import { useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { personDocumentNames } from "../words/person.ts";
import { Choice, TextField } from "./field.tsx";

/** Documents whose number is digits alone: the phone shows its number pad. */
const inDigits: ReadonlySet<string> = new Set<keyof typeof personDocumentNames>(["DNI", "RUC"]);

interface PersonDocumentProps {
  readonly legend: string;
  readonly label: string;
  readonly hint?: string;
  /** The name of the choice of kind. */
  readonly kindName?: string;
  readonly kind?: string;
  /** What was typed of the number before. */
  readonly initial?: string;
  readonly problem: ClientProblem | undefined;
}

/** A person's document: its kind, and its number with the keyboard that kind needs. */
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
        onChoose={setKind}
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
