import { useAnswer } from "../look/asking.ts";
import { instant } from "../words/format.ts";
import { outageWords } from "../words/outages.ts";
import { api } from "./api.ts";
import { Download } from "./download.tsx";

/** When the document desk did not work lately, each with its certificate, for who asks for it at the office. */
export function Outages() {
  const { answer } = useAnswer(() => api.listOutages(), "");
  const outages = answer?.ok ? answer.value.outages : [];
  if (outages.length === 0) return null;
  return (
    <section>
      <h2>{outageWords.title}</h2>
      <p>{outageWords.text}</p>
      {outages.map(({ outageId, number, from, to, certificate }) => (
        <div key={outageId}>
          <p>{outageWords.was(number, instant(from), instant(to))}</p>
          {certificate === "ready" ? (
            <Download of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
              {outageWords.certificate}
            </Download>
          ) : (
            <p role="status">{outageWords.preparing}</p>
          )}
        </div>
      ))}
    </section>
  );
}
