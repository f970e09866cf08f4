import { answerFiling } from "./answer-filing.ts";
import { attendPaper } from "./attend-paper.ts";
import { countDeskFilings } from "./count-desk-filings.ts";
import { downloadAnswer } from "./download-answer.ts";
import { downloadFiledPaper } from "./download-filed-paper.ts";
import { downloadFilingDocument } from "./download-filing-document.ts";
import { downloadFilingProof } from "./download-filing-proof.ts";
import { downloadOutageCertificate } from "./download-outage-certificate.ts";
import { fileDocument } from "./file-document.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { forwardFiling } from "./forward-filing.ts";
import { gatherPersonData } from "./gather-person-data.ts";
import { listDeskFilings } from "./list-desk-filings.ts";
import { listFilings } from "./list-filings.ts";
import { listOutages } from "./list-outages.ts";
import { listRetention } from "./list-retention.ts";
import { listWaitingPapers } from "./list-waiting-papers.ts";
import { receiveFiling } from "./receive-filing.ts";
import { recordFilingDelivery } from "./record-filing-delivery.ts";
import { registerFiling } from "./register-filing.ts";
import { remedyFiling } from "./remedy-filing.ts";
import { renewStaffUpload } from "./renew-staff-upload.ts";
import { renewUpload } from "./renew-upload.ts";
import { showDeskFiling } from "./show-desk-filing.ts";
import { showFiling } from "./show-filing.ts";
import { showStaffUpload } from "./show-staff-upload.ts";
import { showUpload } from "./show-upload.ts";
import { startStaffUpload } from "./start-staff-upload.ts";
import { startUpload } from "./start-upload.ts";
import { takeFilingRemedy } from "./take-filing-remedy.ts";
import { tellFilingObservation } from "./tell-filing-observation.ts";

/** Every operation of the document desk. */
export const filings = (desk: FilingsDesk) => ({
  startUpload: startUpload(desk),
  showUpload: showUpload(desk),
  renewUpload: renewUpload(desk),
  startStaffUpload: startStaffUpload(desk),
  showStaffUpload: showStaffUpload(desk),
  renewStaffUpload: renewStaffUpload(desk),
  fileDocument: fileDocument(desk),
  listFilings: listFilings(desk),
  showFiling: showFiling(desk),
  downloadFilingProof: downloadFilingProof(desk),
  downloadAnswer: downloadAnswer(desk),
  remedyFiling: remedyFiling(desk),
  listDeskFilings: listDeskFilings(desk),
  countDeskFilings: countDeskFilings(desk),
  showDeskFiling: showDeskFiling(desk),
  registerFiling: registerFiling(desk),
  receiveFiling: receiveFiling(desk),
  tellFilingObservation: tellFilingObservation(desk),
  takeFilingRemedy: takeFilingRemedy(desk),
  forwardFiling: forwardFiling(desk),
  answerFiling: answerFiling(desk),
  gatherPersonData: gatherPersonData(desk),
  recordFilingDelivery: recordFilingDelivery(desk),
  downloadFilingDocument: downloadFilingDocument(desk),
  downloadFiledPaper: downloadFiledPaper(desk),
  listWaitingPapers: listWaitingPapers(desk),
  attendPaper: attendPaper(desk),
  listOutages: listOutages(desk),
  downloadOutageCertificate: downloadOutageCertificate(desk),
  listRetention: listRetention(desk),
});
