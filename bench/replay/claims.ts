import { createHash } from "node:crypto";
import { remediedAtCounter } from "../../local/journey/acts-on-behalf.ts";
import { photo } from "../../local/journey/attachments.ts";
import { acknowledged, decided, executed, notifiedByEmail } from "../../local/journey/decision-steps.ts";
import { admitted, observed, withdrawalAsked } from "../../local/journey/intake-steps.ts";
import { answered, assigned, heard } from "../../local/journey/investigation-steps.ts";
import type { Life, Step } from "../../local/journey/life.ts";
import type { RequestTo } from "../../local/journey/office.ts";
import { elevated, recourse } from "../../local/journey/recourse-steps.ts";
import { letterSigned, withdrawn } from "../../local/journey/signatures.ts";
import { step } from "../../local/journey/steps.ts";
import { seededStaff } from "../../local/people.ts";
import {
  after,
  calledInVain,
  claimantOf,
  drafted,
  filed,
  foundNobody,
  offerMade,
  visited,
} from "../../scripts/living-office/acts.ts";
import type { ClaimedSupply } from "../../scripts/living-office/supplies.ts";
import { tenant } from "../../settings.ts";
import { type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import type { Act } from "./acts.ts";
import { nextDayOutside, type Shift, type Turn } from "./staff.ts";

/** Of a hundred claims, how many are so. All of them are assumptions. */
export const shares = {
  "come by telephone": 35,
  "leave no mail": 35,
  "leave no mobile, of holders": 15,
  "come from who is not the holder, of those by telephone": 8,
  "find nobody at the first visit": 15,
  "find nobody at the second, of those": 30,
  "do not come to their hearing": 20,
  "agree in full, of those who come and left an offer open": 25,
  "do not acknowledge their mail": 30,
  "find nobody at the first delivery": 30,
  "are upheld": 30,
  "are upheld in part": 15,
  "ask for reconsideration, of those rejected by web whose mail was acknowledged": 8,
  "appeal, of those rejected by web whose mail was acknowledged": 8,
  withdraw: 1,
  "are observed and not set right": 0.5,
} as const;
export type Share = keyof typeof shares;

/** One claim of the replay, as the shares drew it. */
export interface Drawn {
  readonly is: (share: Share) => boolean;
  /** Whether it ends before it is decided: it is not among those resolved. */
  readonly ends?: "withdrawn" | "not-filed" | undefined;
}

/** Returns the step in which somebody does an act once they have the time for it. */
type Work = (act: Act, turn?: (life: Life) => Promise<Turn>) => Step;

const worker =
  (shift: Shift): Work =>
  (act, turn) =>
    step(act, async (life) => {
      const { now, moveClock } = life.office;
      await shift.done(act, { now, until: async (at) => void (await moveClock(at)) }, await turn?.(life));
      return now();
    });

/** Steps from a claim's filing to its end, each done when somebody of the staff has had the time for it. */
export function replayedSteps(supply: ClaimedSupply, { is, ends }: Drawn, shift: Shift): readonly Step[] {
  // Who withdraws, or knows of what their claim lacks, does it on the claim's page.
  const by = ends === undefined && is("come by telephone") ? "telephone" : "web";
  const isHolder = by === "web" || !is("come from who is not the holder, of those by telephone");
  // Whose claim lapses had notice of what it lacks.
  const hasMail = ends === "not-filed" || !is("leave no mail");
  const said = { type: "F01", by, hasMail, grounds: "Este mes usamos lo mismo y el recibo subió." } as const;
  const work = worker(shift);
  const filing: readonly Step[] = [
    ...(by === "telephone" ? [work("take a claim by telephone")] : []),
    isHolder ? filedBy(supply, said, !is("leave no mobile, of holders")) : filedByAnother(supply, hasMail),
  ];
  if (ends !== undefined) return [...filing, ...ending(ends, work)];
  const admission = isHolder
    ? [work("admit a claim"), admitted]
    : [after(1, "08:30"), work("observe a claim"), work("take a remedy at the counter"), remediedAtCounter];
  const offers = isHolder && by === "web" && is("agree in full, of those who come and left an offer open");
  const before = [...filing, ...admission, ...visits(supply, is, work), ...hearing(supply, is, offers, work)];
  return offers
    ? [...before, work("carry out a decision"), executed]
    : [...before, ...decision(supply, { is, hasMail, isByWeb: by === "web" }, work)];
}

/** What is left to do for a claim that silence granted. */
export const silenceSteps = (shift: Shift): readonly Step[] => [worker(shift)("carry out a decision"), executed];

/** How a claim ends before it is decided. */
function ending(ends: NonNullable<Drawn["ends"]>, work: Work): readonly Step[] {
  if (ends === "not-filed") return [work("observe a claim"), ...observed];
  const accepted = [work("accept a withdrawal"), ...part(withdrawn, 1, 2), work("read and sign")];
  return [after(2, "19:00"), withdrawalAsked, ...accepted, ...part(withdrawn, 2, 4)];
}

function visits(supply: ClaimedSupply, is: Drawn["is"], work: Work): readonly Step[] {
  const visit = (isFound: boolean): readonly Step[] => [
    assigned,
    visitBegins,
    work(isFound ? "visit a house" : "find nobody at a house", hoursOfVisit),
    isFound ? visited(supply, is("are upheld") ? "meter-broken" : "no-leak", false) : foundNobody,
  ];
  if (!is("find nobody at the first visit")) return visit(true);
  return [...visit(false), ...visit(!is("find nobody at the second, of those"))];
}

/** The hours that were said to the customer. */
async function hoursOfVisit(life: Life) {
  const { on = "", from = "08:00", to = "12:00" } = (await life.file()).inspections.at(-1) ?? {};
  return { from: limaInstant(calendarDay(on), from), to: limaInstant(calendarDay(on), to) };
}

/** The hour of the hearing, and when it ends. */
async function hoursOfHearing(life: Life) {
  const { on = "", at = "12:30" } = (await life.file()).hearing ?? {};
  const from = limaInstant(calendarDay(on), at);
  const { minutes } = tenant.office.hearings.value;
  return { from, to: new Date(Date.parse(from) + minutes * 60_000).toISOString() };
}

const beginning = (name: string, hours: typeof hoursOfVisit): Step =>
  step(name, async (life) => {
    const { from } = await hours(life);
    if (from > (await life.office.now())) await life.office.moveClock(from);
    return from;
  });
const visitBegins = beginning("empieza la hora de la visita", hoursOfVisit);
const hearingBegins = beginning("empieza la audiencia", hoursOfHearing);

/** The hearing, and before it the offer that ends in an agreement if `offers`. */
function hearing(supply: ClaimedSupply, is: Drawn["is"], offers: boolean, work: Work): readonly Step[] {
  const held = [hearingBegins, work("hold a hearing", hoursOfHearing)];
  if (offers)
    return [work("offer an agreement"), offerMade(supply), after(1, "18:30"), answered(true), ...held, heard("total")];
  return is("do not come to their hearing")
    ? [hearingBegins, work("wait for who does not come", hoursOfHearing), calledInVain, heard("absence")]
    : [...held, heard("none")];
}

function decision(
  supply: ClaimedSupply,
  { is, hasMail, isByWeb }: Pick<Drawn, "is"> & { readonly hasMail: boolean; readonly isByWeb: boolean },
  work: Work,
): readonly Step[] {
  const outcome = is("are upheld") ? "upheld" : is("are upheld in part") ? "partly-upheld" : "rejected";
  const issued = (as: "upheld" | "partly-upheld" | "rejected"): readonly Step[] => {
    const [, override, issue, sign] = decided(as);
    return [
      work("draft a resolution"),
      drafted(supply, as),
      work("send a resolution to signature"),
      ...[override, issue].filter((one) => one !== undefined),
      work("read and sign"),
      ...[sign].filter((one) => one !== undefined),
    ];
  };
  const byHand = work("deliver at home", lastDay);
  const home: readonly Step[] = is("find nobody at the first delivery")
    ? [byHand, nobodyAtTheDoor, nextDelivery, byHand, underTheDoor]
    : [byHand, delivered];
  const isAcknowledged = !is("do not acknowledge their mail");
  const notified = (time: 1 | 2): readonly Step[] => {
    if (!hasMail) return [work("dispatch a notice"), atHome, ...home];
    const sent = [work("dispatch a notice"), ...notifiedByEmail(time)];
    // Nobody confirmed within two working days: the paper goes to the house.
    return isAcknowledged
      ? [...sent, after(1, "18:00"), acknowledged(time)]
      : [...sent, after(3, "08:00"), atHome, ...home];
  };
  const first = [...issued(outcome), ...notified(1)];
  if (outcome !== "rejected") return [...first, after(17, "09:00"), work("carry out a decision"), executed];
  const mayAsk = isByWeb && hasMail && isAcknowledged;
  if (mayAsk && is("ask for reconsideration, of those rejected by web whose mail was acknowledged"))
    return [...first, after(5, "18:00"), recourse("reconsideration"), ...issued("upheld"), ...notified(2)];
  if (mayAsk && is("appeal, of those rejected by web whose mail was acknowledged"))
    return [
      ...first,
      after(5, "18:00"),
      recourse("appeal"),
      after(1, "09:00"),
      work("prepare an elevation"),
      ...part(letterSigned, 0, 1),
      work("read and sign"),
      ...part(letterSigned, 1, 2),
      work("elevate a file"),
      ...part(elevated, 0, 1),
    ];
  return first;
}

const part = (steps: readonly Step[], from: number, to: number): readonly Step[] => steps.slice(from, to);

/** The claim of who has no mobile leaves a landline. */
const filedBy = (supply: ClaimedSupply, said: Parameters<typeof filed>[1], hasMobile: boolean): Step =>
  filed(supply, said, hasMobile ? undefined : "53461234");

/** A claim by telephone from somebody who is not the holder: it is observed on the call. */
const filedByAnother = (supply: ClaimedSupply, hasMail: boolean): Step =>
  step("llama quien no es titular", async (life) => {
    const { claimId, code, notifyBy } = await life.call("operator", "takeClaim", {
      body: {
        claimant: { ...claimantOf(supply, { hasMail }), standing: { as: "effective-user" } },
        supplyCode: supply.supplyCode,
        channel: "telephone",
        receipts: [{ number: supply.receiptNumber, period: supply.period }],
        grounds: "Vivo aquí como inquilina y el recibo subió.",
        request: "bill-normal-use",
        leakCheck: "none-found",
        leaflet: true,
        privacyNoticeRead: true,
        declaredBy: "voice",
      },
    });
    await life.keep("claimId", () => claimId);
    await life.keep("code", () => code);
    return life.keep("notifyBy", () => notifyBy);
  });

const atHome = step("mesa de partes manda la resolución al domicilio", async (life: Life) => {
  const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "personal" } });
  return life.keep("noticeId", () => notices.findLast(({ channel }) => channel === "personal")?.noticeId ?? "");
});

/** The day by which a decision is to be notified: what falls into silence first goes first. */
const lastDay = async (life: Life): Promise<CalendarDay> => calendarDay((await life.file()).notifyBy);

/** Reports a delivery from the phone of the inspector who has it. */
async function reported(life: Life, made: ReportedDelivery): Promise<string> {
  const { notices } = await life.file();
  const noticeId = life.kept("noticeId");
  const name = notices.find((one) => one.noticeId === noticeId)?.toHandOver?.inspector;
  const who = name === seededStaff.inspector2.name ? "inspector2" : "inspector";
  const now = await life.office.now();
  const sha256 = createHash("sha256").update(photo).digest("hex");
  const uploadIds = made.outcome === "delivered" ? [] : [await life.upload(who, "fachada.png", "image/png", photo)];
  const { state } = await life.call(who, "reportDelivery", {
    params: { claimId: life.kept("claimId"), noticeId },
    body: {
      ...{ ...made, deliveredAt: now, deviceTime: now, uploadIds },
      captures: uploadIds.map((uploadId) => ({ uploadId, kind: "photo" as const, takenAt: now, sha256 })),
    },
  });
  return state;
}
type ReportedDelivery = Pick<RequestTo<"reportDelivery">["body"], "outcome" | "receiver" | "premises" | "nextOn">;

const delivered = step("la recibe en su domicilio", (life) =>
  reported(life, { outcome: "delivered", receiver: { name: "CLIENTE DE PRUEBA", relation: "titular" } }),
);
const nobodyAtTheDoor = step("nadie abre: deja aviso", async (life) => {
  const nextOn = nextDayOutside(limaDay(await life.office.now()));
  await life.keep("nextDelivery", () => limaInstant(nextOn, "08:00"));
  return reported(life, { outcome: "absent", premises: "Portón verde.", nextOn });
});
const nextDelivery = step("llega el día del aviso", ({ office, kept }) => office.moveClock(kept("nextDelivery")));
const underTheDoor = step("vuelve y la deja bajo la puerta", (life) =>
  reported(life, { outcome: "left-under-door", premises: "Portón verde." }),
);
