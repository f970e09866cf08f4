import { createHash } from "node:crypto";
import type { fileClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import type { HearingInstructions } from "../../documents/letters.ts";
import type { CaseEvent } from "../../domain/case/case-events.ts";
import { claimKeyOf } from "../../domain/claim/claim-key.ts";
import { hearingAccess } from "../../domain/conciliation/hearing.ts";
import type { Tenant } from "../../tenant/tenant.ts";

const roomNameLength = 12;

/**
 * The address of a case's own video room, since several hearings are held at once. Its name is derived from the claim's
 * secret key, so that nobody else can find it. Undefined if the utility has no video rooms.
 */
function roomOf(events: readonly CaseEvent[], { office: { videoRooms } }: Tenant): string | undefined {
  const key = claimKeyOf(events);
  if (videoRooms.value === undefined || key === undefined) return undefined;
  const name = createHash("sha256").update(`video-room:${key}`).digest("base64url").slice(0, roomNameLength);
  return `${videoRooms.value}/${name}`;
}

/**
 * Returns the hearing of a case as letters and messages state it: day, hour, mode, telephone or link, and the office's
 * address and telephone. If the utility has video rooms and staff entered no link, a video hearing has the case's own
 * room. Undefined if `events` give no hearing.
 */
export function hearingInstructions(events: readonly CaseEvent[], tenant: Tenant): HearingInstructions | undefined {
  const { contact } = tenant;
  const hearing = hearingAccess(events, roomOf(events, tenant));
  return hearing && { ...hearing, office: { address: contact.address.value, telephone: contact.telephone.value } };
}

/**
 * Returns the hearing of a case as screens show it, with the office's address only if the hearing is `in-person`;
 * undefined if the case has no hearing.
 */
export function hearingView(
  events: readonly CaseEvent[],
  tenant: Tenant,
): NonNullable<AnswerOf<typeof fileClaim>["hearing"]> | undefined {
  const hearing = hearingInstructions(events, tenant);
  if (!hearing) return undefined;
  const { office, ...shown } = hearing;
  return shown.mode === "in-person" ? { ...shown, address: office.address } : shown;
}
