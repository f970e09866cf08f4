import * as z from "zod";
import { issueDocument } from "../../shared/casework/seal/issue-document.ts";
import { instant } from "../../shared/contract/visit/fields.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { limaTime } from "../../shared/domain/term/calendar-day.ts";
import { instantOf } from "../runtime/now.ts";
import type { RenderDeps } from "./render-deps.ts";

/** An instant as CloudWatch writes it: `2026-11-25T15:00:00.000+0000`. */
const alarmInstant = z
  .string()
  .transform((text) => text.replace(/\+0000$/, "Z"))
  .pipe(instant("no instant"));

/** Seconds of a period of the monitor's metric. */
const periodSeconds = 300;

/** When and why the alarm began: from the start of the period that failed, since the alarm rings after that period. */
const began = z
  .object({ timestamp: alarmInstant, reason: z.string(), reasonData: z.string().default("") })
  .transform(({ timestamp, reason: evidence, reasonData }) => {
    const [, first] = /"startDate":"([^"]+)"/.exec(reasonData) ?? [];
    const before = instantOf(Math.floor(Date.parse(timestamp) / 1000) - periodSeconds);
    return { from: alarmInstant.safeParse(first).data ?? before, evidence };
  });

/** The message the monitor's rule sends when its alarm is over. */
export const outageMessage = z.strictObject({
  outage: z.strictObject({ alarm: z.string().min(1), began, to: alarmInstant }),
});

/**
 * Records an outage of the document desk from `from` to `to`, and makes, seals and adds its certificate if it has none.
 * An outage is recorded once for each `alarm` and `from`: a repeat changes nothing of what was recorded.
 */
export async function recordOutage(
  deps: RenderDeps,
  {
    outage: {
      alarm,
      began: { from, evidence },
      to,
    },
  }: z.output<typeof outageMessage>,
): Promise<void> {
  const { day, time } = limaTime(from);
  const outageId = `${from.replace(/\D/g, "")}${alarm.replace(/\W/g, "").slice(-30)}`;
  const number = `CAIDA-${day.replaceAll("-", "")}-${time.replace(":", "")}`;
  await deps.outages.record({ outageId, number, source: alarm, from, to, evidence, recordedAt: deps.now() });
  const recorded = await deps.outages.find(outageId);
  if (!recorded) throw new Error(`the outage ${outageId} was not recorded`);
  if (recorded.certificate) return;
  const certificate = await issueDocument(
    deps,
    { kind: "outage-certificate", fileName: `certificado-${number}.pdf`, source: `${outageId} ${recorded.recordedAt}` },
    deps.tenant.letters.outageCertificate({ letterhead: letterheadOf(deps.tenant), outage: recorded }),
    { number, sealedAt: recorded.recordedAt },
  );
  await deps.outages.addCertificate(outageId, certificate);
}
