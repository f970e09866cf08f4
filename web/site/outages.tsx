import { useAnswer } from "../look/asking.ts";
import { instant } from "../words/format.ts";
import { outageWords } from "../words/outages.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";

/** When the document desk did not work lately, each with its certificate: for anybody, signed in or not. */
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
            <DownloadButton plain of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
              {outageWords.certificate}
            </DownloadButton>
          ) : (
            <p role="status">{outageWords.preparing}</p>
          )}
        </div>
      ))}
    </section>
  );
}
