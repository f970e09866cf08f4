import { OutageList } from "../look/outages.tsx";
import { outageWords } from "../words/outages.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";

/** The outages of the document desk with their certificates; no sign-in is needed. */
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
