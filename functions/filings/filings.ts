import { downloadCargo } from "./download-cargo.ts";
import { downloadFiledPaper } from "./download-filed-paper.ts";
import { fileDocument } from "./file-document.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { listDeskFilings } from "./list-desk-filings.ts";
import { listFilings } from "./list-filings.ts";
import { receiveFiling } from "./receive-filing.ts";
import { showDeskFiling } from "./show-desk-filing.ts";
import { showFiling } from "./show-filing.ts";
import { showStaffUpload } from "./show-staff-upload.ts";
import { showUpload } from "./show-upload.ts";
import { startStaffUpload } from "./start-staff-upload.ts";
import { startUpload } from "./start-upload.ts";

/** Every operation of the document desk. */
export const filings = (desk: FilingsDesk) => ({
  startUpload: startUpload(desk),
  showUpload: showUpload(desk),
  startStaffUpload: startStaffUpload(desk),
  showStaffUpload: showStaffUpload(desk),
  fileDocument: fileDocument(desk),
  listFilings: listFilings(desk),
  showFiling: showFiling(desk),
  downloadCargo: downloadCargo(desk),
  listDeskFilings: listDeskFilings(desk),
  showDeskFiling: showDeskFiling(desk),
  receiveFiling: receiveFiling(desk),
  downloadFiledPaper: downloadFiledPaper(desk),
});
