import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Choice } from "../../look/field.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { outageQuestion as words } from "./outage-question.words.ts";

interface OutageQuestionProps {
  readonly problem: ClientProblem | undefined;
}

/**
 * Asks whether the person's term ended in one of the document desk's recent outages; the field `outageId` has its id,
 * or "" for none. Renders nothing until the API has answered, if it fails, or if there was no outage.
 */
export function OutageQuestion({ problem }: OutageQuestionProps) {
  const { answer } = useAnswer(() => api.listOutages(), "");
  const outages = answer?.ok ? answer.value.outages : [];
  if (outages.length === 0) return null;
  return (
    <Choice
      name="outageId"
      legend={words.legend}
      options={{
        "": words.none,
        ...Object.fromEntries(
          outages.map(({ outageId, number, from, to }) => [outageId, words.names(number, instant(from), instant(to))]),
        ),
      }}
      chosen=""
      problem={problem}
    />
  );
}
