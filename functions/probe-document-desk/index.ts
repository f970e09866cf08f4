import { setTimeout as pause } from "node:timers/promises";
import { required } from "../runtime/environment.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { probeDocumentDesk } from "./probe-document-desk.ts";

const answerWithinMs = 10_000;

export const handler = scheduled(
  probeDocumentDesk({
    siteAddress: required("SITE_ADDRESS"),
    issuer: required("CUSTOMERS_ISSUER"),
    ask: async (address) => {
      const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    },
    pause,
  }),
);
