import { OutageList } from "../../look/outages.tsx";
import { outageWords } from "../../words/outages.ts";
import { api } from "../api.ts";
import { Download } from "../download.tsx";

/** Renders the outages of the document desk, each with a button that downloads its certificate. */
export const Outages = () => (
  <OutageList
    ask={() => api.listOutages()}
    download={({ outageId, number }) => (
      <Download of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
        {outageWords.certificate}
      </Download>
    )}
  />
);
