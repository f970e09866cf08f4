import { attendAttachment } from "./attachment/attend-attachment.ts";
import { listWaitingAttachments } from "./attachment/list-waiting-attachments.ts";
import { renewOpenUpload, showOpenUpload, startOpenUpload } from "./attachment/open-uploads.ts";
import { renewStaffUpload } from "./attachment/renew-staff-upload.ts";
import { renewUpload } from "./attachment/renew-upload.ts";
import { showStaffUpload } from "./attachment/show-staff-upload.ts";
import { showUpload } from "./attachment/show-upload.ts";
import { startStaffUpload } from "./attachment/start-staff-upload.ts";
import { startUpload } from "./attachment/start-upload.ts";
import { downloadOutageCertificate } from "./problem/download-outage-certificate.ts";
import { listOutages } from "./problem/list-outages.ts";
import { discardRecourse } from "./recourse/discard-recourse.ts";
import { listRetention } from "./register/list-retention.ts";
import { answerSubmission } from "./submission/answer-submission.ts";
import { countDeskSubmissions } from "./submission/count-desk-submissions.ts";
import { downloadAnswer } from "./submission/download-answer.ts";
import { downloadFiledAttachment } from "./submission/download-filed-attachment.ts";
import { downloadOpenProof } from "./submission/download-open-proof.ts";
import { downloadSubmissionDocument } from "./submission/download-submission-document.ts";
import { downloadSubmissionProof } from "./submission/download-submission-proof.ts";
import { fileDocument } from "./submission/file-document.ts";
import { fileOpenDocument } from "./submission/file-open-document.ts";
import { forwardSubmission } from "./submission/forward-submission.ts";
import { gatherPersonData } from "./submission/gather-person-data.ts";
import { listDeskSubmissions } from "./submission/list-desk-submissions.ts";
import { listSubmissions } from "./submission/list-submissions.ts";
import { notifySubmissionObservation } from "./submission/notify-submission-observation.ts";
import { receiveSubmission } from "./submission/receive-submission.ts";
import { recordSubmissionDelivery } from "./submission/record-submission-delivery.ts";
import { registerSubmission } from "./submission/register-submission.ts";
import { remedySubmission } from "./submission/remedy-submission.ts";
import { showDeskSubmission } from "./submission/show-desk-submission.ts";
import { showOpenDocument } from "./submission/show-open-document.ts";
import { showSubmission } from "./submission/show-submission.ts";
import { showSubmissionPages } from "./submission/show-submission-pages.ts";
import { takeFileOut } from "./submission/take-file-out.ts";
import { takeSubmissionRemedy } from "./submission/take-submission-remedy.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

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
