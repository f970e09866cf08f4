import { answerSubmission } from "./answer-submission.ts";
import { attendAttachment } from "./attend-attachment.ts";
import { countDeskSubmissions } from "./count-desk-submissions.ts";
import { discardRecourse } from "./discard-recourse.ts";
import { downloadAnswer } from "./download-answer.ts";
import { downloadFiledAttachment } from "./download-filed-attachment.ts";
import { downloadOpenProof } from "./download-open-proof.ts";
import { downloadOutageCertificate } from "./download-outage-certificate.ts";
import { downloadSubmissionDocument } from "./download-submission-document.ts";
import { downloadSubmissionProof } from "./download-submission-proof.ts";
import { fileDocument } from "./file-document.ts";
import { fileOpenDocument } from "./file-open-document.ts";
import { forwardSubmission } from "./forward-submission.ts";
import { gatherPersonData } from "./gather-person-data.ts";
import { listDeskSubmissions } from "./list-desk-submissions.ts";
import { listOutages } from "./list-outages.ts";
import { listRetention } from "./list-retention.ts";
import { listSubmissions } from "./list-submissions.ts";
import { listWaitingAttachments } from "./list-waiting-attachments.ts";
import { notifySubmissionObservation } from "./notify-submission-observation.ts";
import { renewOpenUpload, showOpenUpload, startOpenUpload } from "./open-uploads.ts";
import { receiveSubmission } from "./receive-submission.ts";
import { recordSubmissionDelivery } from "./record-submission-delivery.ts";
import { registerSubmission } from "./register-submission.ts";
import { remedySubmission } from "./remedy-submission.ts";
import { renewStaffUpload } from "./renew-staff-upload.ts";
import { renewUpload } from "./renew-upload.ts";
import { showDeskSubmission } from "./show-desk-submission.ts";
import { showOpenDocument } from "./show-open-document.ts";
import { showStaffUpload } from "./show-staff-upload.ts";
import { showSubmission } from "./show-submission.ts";
import { showSubmissionPages } from "./show-submission-pages.ts";
import { showUpload } from "./show-upload.ts";
import { startStaffUpload } from "./start-staff-upload.ts";
import { startUpload } from "./start-upload.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { takeFileOut } from "./take-file-out.ts";
import { takeSubmissionRemedy } from "./take-submission-remedy.ts";

/**
 * Returns every operation of the document desk, each with the stores of `deps`. An operation that records a step of a
 * submission answers the submission, and also refuses `submission-not-found`, `write-key-used` and `busy`.
 */
export const submissions = (deps: SubmissionsDeps) => ({
  startUpload: startUpload(deps),
  showUpload: showUpload(deps),
  renewUpload: renewUpload(deps),
  startStaffUpload: startStaffUpload(deps),
  showStaffUpload: showStaffUpload(deps),
  renewStaffUpload: renewStaffUpload(deps),
  startOpenUpload: startOpenUpload(deps),
  showOpenUpload: showOpenUpload(deps),
  renewOpenUpload: renewOpenUpload(deps),
  fileDocument: fileDocument(deps),
  fileOpenDocument: fileOpenDocument(deps),
  showOpenDocument: showOpenDocument(deps),
  downloadOpenProof: downloadOpenProof(deps),
  listSubmissions: listSubmissions(deps),
  showSubmission: showSubmission(deps),
  downloadSubmissionProof: downloadSubmissionProof(deps),
  downloadAnswer: downloadAnswer(deps),
  remedySubmission: remedySubmission(deps),
  listDeskSubmissions: listDeskSubmissions(deps),
  countDeskSubmissions: countDeskSubmissions(deps),
  showDeskSubmission: showDeskSubmission(deps),
  registerSubmission: registerSubmission(deps),
  receiveSubmission: receiveSubmission(deps),
  notifySubmissionObservation: notifySubmissionObservation(deps),
  takeSubmissionRemedy: takeSubmissionRemedy(deps),
  forwardSubmission: forwardSubmission(deps),
  discardRecourse: discardRecourse(deps),
  takeFileOut: takeFileOut(deps),
  answerSubmission: answerSubmission(deps),
  gatherPersonData: gatherPersonData(deps),
  recordSubmissionDelivery: recordSubmissionDelivery(deps),
  downloadSubmissionDocument: downloadSubmissionDocument(deps),
  showSubmissionPages: showSubmissionPages(deps),
  downloadFiledAttachment: downloadFiledAttachment(deps),
  listWaitingAttachments: listWaitingAttachments(deps),
  attendAttachment: attendAttachment(deps),
  listOutages: listOutages(deps),
  downloadOutageCertificate: downloadOutageCertificate(deps),
  listRetention: listRetention(deps),
});
