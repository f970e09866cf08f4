import { scheduled } from "../runtime/scheduled.ts";
import { outside } from "./outside.ts";
import { probeDocumentDesk } from "./probe-document-desk.ts";

export const handler = scheduled(probeDocumentDesk(outside));
