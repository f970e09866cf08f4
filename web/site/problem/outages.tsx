import { OutageList } from "../../look/outages.tsx";
import { outageWords } from "../../words/outages.ts";
import { api } from "../api.ts";
import { DownloadButton } from "../download-button.tsx";

/**
 * Lists the document desk's recent outages with buttons for their certificates, without a sign-in. Renders nothing
 * until the API has answered, if it fails, or if there is no outage.
 */
export const Outages = () => (
  <OutageList
    ask={() => api.listOutages()}
    download={({ outageId, number }) => (
      <DownloadButton plain of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
        {outageWords.certificate}
      </DownloadButton>
    )}
  />
);
