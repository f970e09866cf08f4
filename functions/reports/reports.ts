import { buildRegister } from "./build-register.ts";
import { downloadRegister } from "./download-register.ts";
import type { ReportDesk } from "./report-desk.ts";
import { showRegister } from "./show-register.ts";

/** Registers and reports: every operation. */
export const reports = (desk: ReportDesk) => ({
  showRegister: showRegister(desk),
  buildRegister: buildRegister(desk),
  downloadRegister: downloadRegister(desk),
});
