import { openHolds } from "../../shared/storage/billing/holds.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";

/** The openers of the stores that every function which records in a case needs. */
export const recording = { caseFiles: openCaseFiles, holds: openHolds, staffRegister: openStaffRegister };

/** The openers of those of the functions that exchange holds with the commercial system. */
export const recordingExchange = {
  caseFiles: openCaseFiles,
  exchangedHolds: openHolds,
  staffRegister: openStaffRegister,
};
