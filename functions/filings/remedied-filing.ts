import { remedyDay } from "../../shared/casework/remedy-day.ts";
import type { remedyFiling } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf, RefusalOf, WriteKey } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { filingStateOn, isCopyAsked } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { limitedPapers } from "./limited-papers.ts";
import { stepFiling } from "./step-filing.ts";

interface Remedy {
  readonly filingId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
  readonly write: WriteKey;
}

/**
 * Mends an observed document in its days: it waits for the clerk again, and keeps the day it was presented. Or adds the copy
 * that was asked for, of a file that never came or could not be read: that changes nothing else of it.
 */
export function remediedFiling(
  desk: FilingsDesk,
  by: { readonly sub: string },
  { filingId, text, uploadIds, write }: Remedy,
  now: string,
): Promise<Answer<AnswerOf<typeof remedyFiling>, RefusalOf<typeof remedyFiling>>> {
  return stepFiling(desk, filingId, { write, now }, async (filing) => {
    const remedyBy = remedyDay(filing, desk.tenant, now);
    const state = filingStateOn({ ...filing, remedyBy }, limaDay(now));
    if (state === "not-presented")
      return refused("not-now", { detail: "Los días para corregirlo ya pasaron. Puedes presentarlo otra vez." });
    const isCopy = state !== "observed" && isCopyAsked(filing.entries);
    if (state !== "observed" && !isCopy)
      return refused("not-now", { detail: "Este documento no tiene nada por corregir." });
    const attached = await limitedPapers(desk, by.sub, uploadIds, now);
    if (!attached.ok) return attached;
    const { papers, attach } = attached.value;
    return ok({
      step: {
        entry: { type: isCopy ? "copy-sent" : "remedied", at: now, by: by.sub, ...(text && { text }), papers },
        set: isCopy ? {} : { state: "presented", remark: undefined, remedyBy: undefined },
        papers,
      },
      also: attach({ filingId }),
    });
  });
}
