import { describe, expect, it } from "vitest";
import { heldReceipts, settlementKey, settlementsOf } from "../../../../shared/domain/billing/settlements.ts";
import { type CaseEvent, isFact } from "../../../../shared/domain/case/case-events.ts";
import { apply, claimAt } from "../../../../shared/domain/case/claim.ts";
import { endingOf } from "../../../../shared/domain/case/claim-ending.ts";
import type { MonthDecision } from "../../../../shared/domain/case/fact-details.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import {
  appealed,
  at,
  type Fact,
  factOn,
  filed,
  law,
  reconsidered,
  type Step,
  withdrawal,
} from "../case/claim-examples.ts";

const [september, october] = ["S001-00044001", "S001-00045001"] as const;

/** A fact with its details in the case file. */
const said = (what: Fact, details: object): Fact => ({ ...what, details }) as unknown as Fact;

/** Applies steps and returns the case file: an offer is a note, all else is a fact that the law judges. */
function fileOf(steps: readonly (Step | readonly ["offer", object, string])[]): readonly CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const [what, second, third] of steps) {
    const seq = events.length + 1;
    if (what === "offer") {
      const on = at(third ?? "");
      const note = { seq, recordedAt: on, effectiveAt: on, type: "offer-made", by: { kind: "system", name: "a" } };
      events.push({ ...note, details: second } as CaseEvent);
      continue;
    }
    const fact = factOn(what, second as string);
    const now = at(third ?? fact.effectiveAt);
    const done = apply(events.filter(isFact), fact, law, now);
    if (!done.ok) throw new Error(`${what.type}: ${done.error}`);
    events.push({ details: {}, ...fact, seq, recordedAt: now } as unknown as CaseEvent);
  }
  return events;
}

function readAt(now: string, steps: Parameters<typeof fileOf>[0]) {
  const events = fileOf(steps);
  const claim = claimAt(events.filter(isFact), law, at(now));
  if (!claim) throw new Error("no claim");
  return { events, claim, law };
}

const receipts = [september, october].map((number) => ({ number, period: "2026-06", m3: 45, amount: cents(15_661) }));
const filing: Step = [said(filed[0], { form: { receipts } }), filed[1]];
const begun = [filing, [{ type: "claim-accepted" }, "2026-07-21"]] as const satisfies readonly Step[];
const offer = [
  "offer",
  { offerId: "o1", receiptNumber: september, m3: 20, after: cents(5_808) },
  "2026-08-13",
] as const;
const hearing = (agreement: "total" | "partial" | "none", acceptedOfferId?: string): Step => [
  said({ type: "conciliation-held", agreement, standing: { as: "holder" } } as Fact, { acceptedOfferId }),
  "2026-08-14",
];

const month = (receiptNumber: string, outcome: MonthDecision["outcome"], m3?: number): MonthDecision => ({
  receiptNumber,
  period: "2026-06",
  outcome,
  ...(m3 !== undefined && { corrected: { m3, amount: cents(100 * m3) } }),
});
const drafted = (
  on: string,
  number: string,
  outcome: "upheld" | "partly-upheld" | "rejected",
  ...months: MonthDecision[]
): Step => [said({ type: "resolution-issued", number, outcome, checklist: "complete" }, { months }), on];
const signedOn = (on: string, number: string): Step => [said({ type: "resolution-signed" }, { number }), on];
const noticed = (on: string): Step => [{ type: "resolution-notified", evidence: [] }, on];
/** Decided on 24 August and notified on 26 August: firm from 17 September on. */
const decided = (outcome: "upheld" | "partly-upheld" | "rejected", ...months: MonthDecision[]): readonly Step[] => [
  drafted("2026-08-24", "R1", outcome, ...months),
  signedOn("2026-08-25", "R1"),
  noticed("2026-08-26"),
];
const halfGranted = decided("partly-upheld", month(september, "upheld", 20), month(october, "rejected"));
const heardOnly = [...begun, hearing("none")] as const;
const tribunal = (outcome: string, more: object, details: object): Step => [
  said({ type: "tribunal-decided", outcome, ...more } as Fact, details),
  "2026-10-01",
];
const atTribunal: readonly Step[] = [
  appealed("2026-09-01"),
  [said({ type: "file-elevated" }, { reference: "E" }), "2026-09-03"],
];

const executed: Step = [{ type: "executed" }, "2026-10-05"];
const silence = (...corrected: { receiptNumber: string; m3: number; amount: number }[]): Step => [
  said({ type: "silence-certified" }, { corrected }),
  "2026-09-14",
];
const conciliatedBefore = tribunal(
  "conciliated",
  {},
  { months: [month(september, "partly-upheld", 25), month(october, "rejected")] },
);

const settled = (now: string, steps: Parameters<typeof fileOf>[0]) =>
  settlementsOf(readAt(now, steps)).map(({ receiptNumber, cause, corrected }) =>
    [receiptNumber.slice(-4), cause, corrected?.m3].filter((part) => part !== undefined).join(" "),
  );
const held = (now: string, steps: Parameters<typeof fileOf>[0]) =>
  heldReceipts(readAt(now, steps)).map(({ number }) => number);

describe("settlements of a receipt", () => {
  it.each<[string, string, Parameters<typeof fileOf>[0], string[]]>([
    ["an offer agreed, whole: at once", "2026-08-15", [...begun, offer, hearing("total", "o1")], ["4001 agreement 20"]],
    [
      "an offer agreed in part: not while the rest goes on",
      "2026-08-20",
      [...begun, offer, hearing("partial", "o1")],
      [],
    ],
    [
      "an offer agreed in part, once the rest is rejected",
      "2026-09-20",
      [
        ...begun,
        offer,
        hearing("partial", "o1"),
        ...decided("rejected", month(september, "rejected"), month(october, "rejected")),
      ],
      ["4001 agreement 20", "5001 decision"],
    ],
    [
      "the last alone, where a month that was agreed is then decided lower",
      "2026-09-20",
      [
        ...begun,
        offer,
        hearing("partial", "o1"),
        ...decided("upheld", month(september, "upheld", 15), month(october, "rejected")),
      ],
      ["4001 decision 15", "5001 decision"],
    ],
    [
      "agreed in part before a withdrawal: the agreement stands",
      "2026-08-20",
      [
        ...begun,
        offer,
        hearing("partial", "o1"),
        [withdrawal, "2026-08-17"],
        [{ type: "withdrawal-accepted" }, "2026-08-18"],
      ],
      ["4001 agreement 20", "5001 withdrawal"],
    ],
    [
      "a withdrawal: as billed",
      "2026-07-24",
      [...begun, [withdrawal, "2026-07-22"], [{ type: "withdrawal-accepted" }, "2026-07-23"]],
      ["4001 withdrawal", "5001 withdrawal"],
    ],
    ["a firm decision, by month", "2026-09-20", [...heardOnly, ...halfGranted], ["4001 decision 20", "5001 decision"]],
    [
      "what was granted, though a reconsideration is rejected whole",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "rejected", month(september, "rejected"), month(october, "rejected")),
        signedOn("2026-09-11", "R2"),
        noticed("2026-09-14"),
      ],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "what a reconsideration grants more",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "upheld", month(september, "upheld", 20), month(october, "upheld", 12)),
        signedOn("2026-09-11", "R2"),
        noticed("2026-09-14"),
      ],
      ["4001 decision 20", "5001 decision 12"],
    ],
    [
      "what was notified, not what was signed and withdrawn from",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "upheld", month(september, "upheld", 1), month(october, "upheld", 1)),
        signedOn("2026-09-11", "R2"),
        [withdrawal, "2026-09-11 11:00"],
        [{ type: "withdrawal-accepted" }, "2026-09-14"],
      ],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "what was signed, not what was drafted",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "upheld", month(september, "upheld", 1), month(october, "upheld", 1)),
        [withdrawal, "2026-09-11"],
        [{ type: "withdrawal-accepted" }, "2026-09-14"],
      ],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "what the company granted, where the tribunal rejects that month and grants another",
      "2026-10-02",
      [
        ...heardOnly,
        ...halfGranted,
        ...atTribunal,
        tribunal("decided", {}, { months: [month(september, "rejected"), month(october, "upheld", 30)] }),
      ],
      ["4001 decision 20", "5001 tribunal 30"],
    ],
    [
      "nothing in figures, where the tribunal says all in words",
      "2026-10-02",
      [...heardOnly, ...halfGranted, ...atTribunal, tribunal("decided", {}, {})],
      [],
    ],
    [
      "nothing of a decision the tribunal sent back",
      "2026-10-02",
      [...heardOnly, ...halfGranted, ...atTribunal, tribunal("back-to-resolution", { termDays: 20 }, {})],
      [],
    ],
    [
      "the company's decision, where the appeal was inadmissible",
      "2026-10-02",
      [...heardOnly, ...halfGranted, ...atTribunal, tribunal("inadmissible", {}, {})],
      ["4001 decision 20", "5001 decision"],
    ],
    ["an agreement in words, without an offer: nothing", "2026-08-15", [...begun, offer, hearing("total")], []],
    ["silence that nobody certified: nothing", "2026-09-20", [...begun], []],
    [
      "a rejection that lists no month: every claimed receipt, as billed",
      "2026-09-20",
      [...heardOnly, ...decided("rejected")],
      ["4001 decision", "5001 decision"],
    ],
    [
      "a rejection that lists one month of two: the other with it",
      "2026-09-20",
      [...heardOnly, ...decided("rejected", month(october, "rejected"))],
      ["5001 decision", "4001 decision"],
    ],
    [
      "an agreement in words on part, and a rejection that lists no month: nothing, it is not said which month",
      "2026-09-20",
      [...begun, hearing("partial"), ...decided("rejected")],
      [],
    ],
    [
      "a month rejected first, though a reconsideration is rejected without its months",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "rejected"),
        signedOn("2026-09-11", "R2"),
        noticed("2026-09-14"),
      ],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "upheld and not put in figures: by hand",
      "2026-09-20",
      [...heardOnly, ...decided("upheld", month(september, "upheld"), month(october, "rejected"))],
      ["5001 decision"],
    ],
    [
      "upheld in part and not put in figures: by hand too",
      "2026-09-20",
      [...heardOnly, ...decided("partly-upheld", month(september, "partly-upheld"), month(october, "rejected"))],
      ["5001 decision"],
    ],
    [
      "of two offers, the one that was agreed",
      "2026-08-15",
      [
        ...begun,
        offer,
        ["offer", { offerId: "o2", receiptNumber: september, m3: 30, after: cents(9_000) }, "2026-08-13 11:00"],
        hearing("total", "o1"),
      ],
      ["4001 agreement 20"],
    ],
    [
      "no offer of a hearing without agreement, though it was accepted",
      "2026-09-20",
      [...begun, offer, hearing("none", "o1"), ...decided("rejected", month(september, "rejected"))],
      ["4001 decision", "5001 decision"],
    ],
    [
      "silence, as it was certified",
      "2026-09-15",
      [...begun, silence({ receiptNumber: september, m3: 18, amount: 5_000 })],
      ["4001 silence 18"],
    ],
    [
      "silence over what was agreed in part, once it is certified",
      "2026-09-15",
      [...begun, offer, hearing("partial", "o1"), silence({ receiptNumber: october, m3: 18, amount: 5_000 })],
      ["4001 agreement 20", "5001 silence 18"],
    ],
    [
      "what was agreed in part, not while a silence waits for its certificate",
      "2026-09-13",
      [...begun, offer, hearing("partial", "o1")],
      [],
    ],
    [
      "not remedied: as billed",
      "2026-07-30",
      [filing, [{ type: "defect-observed" }, "2026-07-21"], [{ type: "defect-notified" }, "2026-07-21"]],
      ["4001 not-filed", "5001 not-filed"],
    ],
    [
      "what was agreed before the tribunal, by month",
      "2026-10-02",
      [...heardOnly, ...decided("rejected", month(september, "rejected")), ...atTribunal, conciliatedBefore],
      ["4001 tribunal 25", "5001 tribunal"],
    ],
    [
      "by hand, what the company upheld in words, whatever the tribunal confirms in figures",
      "2026-10-02",
      [
        ...heardOnly,
        ...decided("partly-upheld", month(september, "upheld"), month(october, "rejected")),
        ...atTribunal,
        tribunal("decided", {}, { months: [month(september, "rejected"), month(october, "rejected")] }),
      ],
      ["5001 tribunal"],
    ],
    [
      "a month left at other figures as granted, whatever it is called",
      "2026-09-20",
      [...heardOnly, ...decided("partly-upheld", month(september, "rejected", 20), month(october, "rejected"))],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "nothing while what was carried out is reconsidered",
      "2026-10-07",
      [...heardOnly, ...halfGranted, executed, reconsidered("2026-10-06")],
      [],
    ],
    ["nothing before the decision is firm", "2026-09-16", [...heardOnly, ...halfGranted], []],
    [
      "a firm decision, also once it was carried out",
      "2026-10-06",
      [...heardOnly, ...halfGranted, executed],
      ["4001 decision 20", "5001 decision"],
    ],
    [
      "what the tribunal decided, also once it was carried out",
      "2026-10-06",
      [...heardOnly, ...halfGranted, ...atTribunal, conciliatedBefore, executed],
      ["4001 tribunal 25", "5001 tribunal"],
    ],
    [
      "the silence alone, once it was carried out: nothing was decided",
      "2026-10-06",
      [...heardOnly, silence({ receiptNumber: september, m3: 18, amount: 5_000 }), executed],
      ["4001 silence 18"],
    ],
    [
      "the agreement alone, once it was carried out",
      "2026-10-06",
      [...begun, offer, hearing("total", "o1"), executed],
      ["4001 agreement 20"],
    ],
  ])("%s", (_, now, steps, settlements) => {
    expect(settled(now, steps)).toEqual(settlements);
  });

  it.each<[string, string, number, Parameters<typeof fileOf>[0]]>([
    ["an agreement on the whole, of its day", "2026-08-14", 4, [...begun, offer, hearing("total", "o1")]],
    ["and so it stays once it was carried out", "2026-08-14", 4, [...begun, offer, hearing("total", "o1"), executed]],
    [
      "an agreement in part, of the day the rest was over",
      "2026-09-17",
      4,
      [...begun, offer, hearing("partial", "o1"), ...decided("rejected", month(october, "rejected"))],
    ],
    ["a decision, of the day it was firm", "2026-09-17", 4, [...heardOnly, ...halfGranted]],
    [
      "a silence, of the day it was certified",
      "2026-09-14",
      3,
      [...begun, silence({ receiptNumber: september, m3: 18, amount: 5_000 })],
    ],
    [
      "a tribunal's decision, from the day it was received",
      "2026-10-01",
      9,
      [
        ...heardOnly,
        ...halfGranted,
        ...atTribunal,
        tribunal("decided", {}, { months: [month(september, "upheld", 5)] }),
      ],
    ],
    [
      "and what it confirms too",
      "2026-10-01",
      9,
      [
        ...heardOnly,
        ...decided("rejected", month(september, "rejected")),
        ...atTribunal,
        tribunal("decided", {}, { months: [month(september, "rejected")] }),
      ],
    ],
    [
      "a withdrawal, of the day it was accepted",
      "2026-07-23",
      4,
      [...begun, [withdrawal, "2026-07-22"], [{ type: "withdrawal-accepted" }, "2026-07-23"]],
    ],
  ])("counts %s: %s, entry %i", (_, from, seq, steps) => {
    expect(settlementsOf(readAt("2026-10-06", steps))[0]).toMatchObject({ receiptNumber: september, from, seq });
  });

  it("keeps its key, whatever is filed or notified after the end", () => {
    const withdrawn: readonly Step[] = [
      ...begun,
      [withdrawal, "2026-07-22"],
      [{ type: "withdrawal-accepted" }, "2026-07-23"],
    ];
    const queja: Step = [
      { type: "queja-filed", filedOn: at("2026-07-24").slice(0, 10), ground: "delay" } as Fact,
      "2026-07-24",
    ];
    const keys = (steps: readonly Step[]) => settlementsOf(readAt("2026-07-25", steps)).map(settlementKey);
    expect(keys(withdrawn)).toEqual([`${september}:withdrawal:4`, `${october}:withdrawal:4`]);
    expect(keys([...withdrawn, queja])).toEqual(keys(withdrawn));
  });
});

describe("receipts that a claim holds", () => {
  it.each<[string, string, Parameters<typeof fileOf>[0], string[]]>([
    ["both while it goes on", "2026-08-27", [...heardOnly, ...halfGranted], [september, october]],
    ["once firm, what was granted and is not executed", "2026-09-20", [...heardOnly, ...halfGranted], [september]],
    ["nothing, once that is", "2026-10-02", [...heardOnly, ...halfGranted, [{ type: "executed" }, "2026-10-01"]], []],
    [
      "nothing of a firm rejection",
      "2026-09-20",
      [...heardOnly, ...decided("rejected", month(september, "rejected"), month(october, "rejected"))],
      [],
    ],
    [
      "what was granted, though the reconsideration was rejected",
      "2026-11-10",
      [
        ...heardOnly,
        ...halfGranted,
        reconsidered("2026-09-01"),
        drafted("2026-09-10", "R2", "rejected", month(september, "rejected"), month(october, "rejected")),
        signedOn("2026-09-11", "R2"),
        noticed("2026-09-14"),
      ],
      [september],
    ],
    [
      "what was agreed in part, though the rest was rejected",
      "2026-09-20",
      [
        ...begun,
        offer,
        hearing("partial", "o1"),
        ...decided("rejected", month(september, "rejected"), month(october, "rejected")),
      ],
      [september],
    ],
    [
      "both, where nothing says which month was granted",
      "2026-09-20",
      [...heardOnly, ...decided("upheld")],
      [september, october],
    ],
  ])("%s", (_, now, steps, numbers) => {
    expect(held(now, steps)).toEqual(numbers);
  });
});

describe("receipts of a claim whose hold waits until somebody knows who claims", () => {
  const guests: Step = [said(filed[0], { form: { receipts }, guest: { receipts, holdBy: "2026-07-21" } }), filed[1]];
  const asked = (...steps: Parameters<typeof fileOf>[0]) => [guests, ...begun.slice(1), ...steps];
  it.each<[string, string, Parameters<typeof fileOf>[0], string[]]>([
    ["none while it is looked into", "2026-08-01", asked(), []],
    ["the month that a decision grants, which is wrong", "2026-09-01", asked(...halfGranted), [september]],
    ["none where the decision leaves them", "2026-09-01", asked(...decided("rejected")), []],
    ["all that silence granted, until executed", "2026-09-20", asked(silence()), [september, october]],
  ])("are held: %s", (_, now, steps, numbers) => {
    expect(held(now, steps)).toEqual(numbers);
  });
});

describe("how a claim ended", () => {
  const ended = (now: string, steps: Parameters<typeof fileOf>[0]) => {
    const { claim, events } = readAt(now, steps);
    return endingOf(claim, events, law);
  };
  const appealedWith = (details: object) => [
    ...heardOnly,
    ...decided("rejected"),
    ...atTribunal,
    tribunal("decided", {}, details),
  ];

  it.each<[string, string, Parameters<typeof fileOf>[0], string | undefined]>([
    ["not while it goes on", "2026-08-15", heardOnly, undefined],
    [
      "by the state alone, of a withdrawal",
      "2026-08-20",
      [...begun, [withdrawal, "2026-08-01"], [{ type: "withdrawal-accepted" }, "2026-08-02"]],
      undefined,
    ],
    ["not while a decision may be appealed", "2026-09-10", [...heardOnly, ...decided("rejected")], undefined],
    ["a firm decision that rejects it", "2026-09-20", [...heardOnly, ...decided("rejected")], "rejected"],
    [
      "not while what a firm decision grants is not carried out",
      "2026-09-20",
      [...heardOnly, ...halfGranted],
      undefined,
    ],
    ["what was granted, once it is", "2026-10-06", [...heardOnly, ...halfGranted, executed], "partly-upheld"],
    [
      "an agreement, once it is carried out",
      "2026-10-06",
      [...begun, offer, hearing("total", "o1"), executed],
      "agreement",
    ],
    [
      "of a part that was agreed and a rest that was rejected, neither",
      "2026-09-20",
      [...begun, offer, hearing("partial", "o1"), ...decided("rejected"), [{ type: "executed" }, "2026-09-19"]],
      undefined,
    ],
    ["silence, once it is carried out", "2026-10-06", [...begun, silence(), executed], "silence"],
    [
      "the tribunal, for the claimant",
      "2026-10-06",
      [...appealedWith({ inFavourOf: "claimant" }), executed],
      "tribunal-granted",
    ],
    [
      "the tribunal, for the company",
      "2026-10-06",
      [...appealedWith({ inFavourOf: "company" }), executed],
      "tribunal-confirmed",
    ],
  ])("%s", (_, now, steps, ending) => {
    expect(ended(now, steps)).toBe(ending);
  });
});
