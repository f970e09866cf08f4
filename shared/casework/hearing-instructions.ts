import { createHash } from "node:crypto";
import type { fileClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import type { HearingInstructions } from "../documents/letters.ts";
import { type CaseEvent, lastEntry } from "../domain/case-events.ts";
import { hearingAccess } from "../domain/hearing.ts";
import type { Tenant } from "../tenant/tenant.ts";

const roomNameLength = 12;

/**
 * The room of a case's hearing by video: its own, for several are held at once, by a name that follows from the claim's
 * secret key and that nobody else can attempt. Nothing where the utility has no rooms of its own.
 */
function roomOf(events: readonly CaseEvent[], { office: { videoRooms } }: Tenant): string | undefined {
  const key = lastEntry(events, "claim-filed")?.details.claimKey;
  if (videoRooms.value === undefined || key === undefined) return undefined;
  const name = createHash("sha256").update(`video-room:${key}`).digest("base64url").slice(0, roomNameLength);
  return `${videoRooms.value}/${name}`;
}

/** The hearing of a case as attachments and messages tell it after an entry; nothing where it has none. */
export function hearingInstructions(events: readonly CaseEvent[], tenant: Tenant): HearingInstructions | undefined {
  const { contact } = tenant;
  const hearing = hearingAccess(events, roomOf(events, tenant));
  return hearing && { ...hearing, office: { address: contact.address.value, telephone: contact.telephone.value } };
}

/** The same as screens show it: the office's address only where the hearing is held there. */
export function hearingView(
  events: readonly CaseEvent[],
  tenant: Tenant,
): NonNullable<AnswerOf<typeof fileClaim>["hearing"]> | undefined {
  const hearing = hearingInstructions(events, tenant);
  if (!hearing) return undefined;
  const { office, ...told } = hearing;
  return told.mode === "in-person" ? { ...told, address: office.address } : told;
}
