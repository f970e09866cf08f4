import type { ComponentChildren } from "preact";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Outcome } from "../client.ts";
import { instant } from "../words/format.ts";
import { outageWords } from "../words/outages.ts";
import { useAnswer } from "./asking.ts";

type Listed = AnswerOf<Routes["listOutages"]>;

interface OutageListProps {
  readonly ask: () => Promise<Outcome<Listed>>;
  /** Renders the button that downloads the outage's certificate. */
  readonly download: (outage: Listed["outages"][number]) => ComponentChildren;
}

/**
 * Lists the document desk's recent outages, each with the button for its certificate, or that the certificate is being
 * made. Renders nothing until the API has answered, if it fails, or if there is no outage.
 */
export function OutageList({ ask, download }: OutageListProps) {
  const { answer } = useAnswer(ask, "");
  const outages = answer?.ok ? answer.value.outages : [];
  if (outages.length === 0) return null;
  return (
    <section>
      <h2>{outageWords.title}</h2>
      <p>{outageWords.text}</p>
      {outages.map((outage) => (
        <div key={outage.outageId}>
          <p>{outageWords.was(outage.number, instant(outage.from), instant(outage.to))}</p>
          {outage.certificate === "ready" ? download(outage) : <p role="status">{outageWords.preparing}</p>}
        </div>
      ))}
    </section>
  );
}
