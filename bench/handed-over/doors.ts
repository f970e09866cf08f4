import { createHash, randomUUID } from "node:crypto";
import type { OfficeInProcess } from "../../local/in-process/office.ts";
import { photo } from "../../local/journey/attachments.ts";
import type { Office, RequestTo } from "../../local/journey/office.ts";
import { tenant } from "../../settings.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { type CalendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import { falls } from "./shares.ts";

export const inspectors = ["inspector", "inspector2"] as const;
type Inspector = (typeof inspectors)[number];

/** Minutes from a door to the next, and how many are reached from 8:00 to 13:00. An assumption. */
const minutesADoor = 12;
const doorsADay = 25;

type Delivery = AnswerOf<Routes["listDeliveries"]>["deliveries"][number];
type Report = RequestTo<"reportDelivery">;

/** What an inspector did so far, and the reports that their phone could not send. */
export interface Walk {
  unsent: { readonly report: Report; readonly key: string }[];
  doors: number;
  nobody: number;
}

interface Morning {
  readonly day: CalendarDay;
  readonly walks: ReadonlyMap<Inspector, Walk>;
  readonly isAbsent: boolean;
}

/**
 * The inspectors send what their phones kept, open their list, and walk it in its order for a morning: only doors whose
 * day has come. Returns how many deliveries of the office were pending. With `isAbsent`, the second one stays at home.
 */
export async function walked(
  office: OfficeInProcess,
  desk: Office,
  { day, walks, isAbsent }: Morning,
): Promise<number> {
  const working = inspectors.filter((who) => !(isAbsent && who === "inspector2"));
  for (const who of inspectors) await sendKept(desk, who, walks.get(who));
  const { deliveries } = await desk.call("manager", "listDeliveries", { query: { of: "all" } });
  const lists = new Map<Inspector, readonly Delivery[]>();
  for (const who of working) {
    const own = (await desk.call(who, "listDeliveries", { query: {} })).deliveries;
    lists.set(who, own.filter(({ nextOn }) => nextOn === undefined || nextOn <= day).slice(0, doorsADay));
  }
  for (let door = 0; door < doorsADay; door += 1) {
    const at = limaInstant(day, clockAt(door));
    if (at > office.clock.now()) office.clock.set(at);
    for (const who of working) {
      const [delivery, walk] = [lists.get(who)?.[door], walks.get(who)];
      if (delivery && walk) await atTheDoor(office, desk, { who, delivery, walk });
    }
  }
  return deliveries.length;
}

const clockAt = (door: number): string => {
  const minutes = 8 * 60 + door * minutesADoor;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

async function sendKept(desk: Office, who: Inspector, walk: Walk | undefined): Promise<void> {
  for (const { report, key } of walk?.unsent.splice(0) ?? []) await desk.call(who, "reportDelivery", report, { key });
}

interface Door {
  readonly who: Inspector;
  readonly delivery: Delivery;
  readonly walk: Walk;
}

/** One door: somebody receives it, or nobody is there and a notice is left; on the second visit, under the door. */
async function atTheDoor(office: OfficeInProcess, desk: Office, { who, delivery, walk }: Door): Promise<void> {
  const { claimId, noticeId, attempts, to } = delivery;
  const at = Number(to.split(" ").at(-1));
  const now = office.clock.now();
  const isFirst = attempts === 0;
  const isNobody =
    falls(at, "find nobody at the first delivery") && (isFirst || falls(at, "find nobody at the second, of those"));
  walk.doors += 1;
  if (isNobody) walk.nobody += 1;
  const made = { deliveredAt: now, deviceTime: now };
  const body = isNobody
    ? {
        ...made,
        ...(isFirst ? { outcome: "absent" as const, nextOn: nextDay(now) } : { outcome: "left-under-door" as const }),
        premises: "Puerta verde.",
        ...(await photographed(desk, who, now)),
      }
    : {
        ...made,
        outcome: "delivered" as const,
        receiver: { name: "CLIENTE DE PRUEBA", relation: "titular" },
        uploadIds: [],
        captures: [],
      };
  const report = { params: { claimId, noticeId }, body };
  const key = `handed-over-${noticeId}-${attempts}`;
  if (falls(at, "have no signal until the next morning")) walk.unsent.push({ report, key });
  else await desk.call(who, "reportDelivery", report, { key });
}

/** The next day that counts for who is notified and for the office. */
function nextDay(now: string): CalendarDay {
  const { COMPANY, USER } = tenant.calendars;
  for (let day = nextWorkingDay(COMPANY.value, limaDay(now)); ; day = nextWorkingDay(COMPANY.value, day))
    if (dayStatus(USER.value, day).working) return day;
}

/** Uploads a photo of the front of the house; returns its id and how the phone made it. */
async function photographed(desk: Office, who: Inspector, takenAt: string) {
  const sha256 = createHash("sha256").update(photo).digest("hex");
  const announced = { fileName: "fachada.png", contentType: "image/png" as const, sizeBytes: photo.byteLength, sha256 };
  const { uploadId, upload } = await desk.call(who, "startStaffUpload", { body: announced }, { key: randomUUID() });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([Uint8Array.from(photo)]), "fachada.png");
  const sent = await fetch(upload.url, { method: "POST", body: form });
  if (!sent.ok) throw new Error(`the store refused a photo: ${sent.status}`);
  return { uploadIds: [uploadId], captures: [{ uploadId, kind: "photo" as const, takenAt, sha256 }] };
}
