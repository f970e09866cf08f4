import { describe, expect, it } from "vitest";
import type { CaseEvent, CaseEventOf } from "../../../../shared/domain/case/case-events.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import type { DocumentKind } from "../../../../shared/domain/case/issued-documents.ts";
import {
  awaitingSignature,
  documentOfRecord,
  endedBySilence,
  frozenFor,
  frozenResolution,
  isFreezing,
  isOfEarlierRequest,
  isSigning,
  signatureDay,
  signingOf,
  unsignedIn,
} from "../../../../shared/domain/resolution/frozen-documents.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { at } from "../case/claim-examples.ts";

type Entry = Readonly<Record<string, unknown>>;

const document = (kind: DocumentKind, documentId: string) => ({ kind, documentId });
const by = (sub: string) => ({ kind: "staff", sub });
const system = { kind: "system", name: "silence" };

const filed: Entry = { type: "claim-filed", details: { code: "RE-2026-000001-1" } };
const issued = (number: string, draftedBy?: string): Entry => ({
  type: "resolution-issued",
  number,
  by: by("resolver"),
  details: { document: document("resolution", number), draftedBy },
});
const signed = (documentId?: string): Entry => ({
  type: "resolution-signed",
  details: documentId === undefined ? {} : { document: document("resolution", documentId) },
});
const returned: Entry = { type: "resolution-returned", details: {} };
const frozen = (kind: DocumentKind, number: string): Entry => ({
  type: "document-frozen",
  by: by("clerk"),
  details: { number, document: document(kind, number) },
});
const signedOf = (of: number): Entry => ({ type: "document-signed", details: { of } });
const returnedOf = (of: number): Entry => ({ type: "document-returned", details: { of } });
const certified: Entry = {
  type: "silence-certified",
  by: system,
  details: { document: document("silence-certificate", "S1") },
};
const certifiedBare: Entry = { type: "silence-certified", by: system, details: {} };
const claimed = (of: number): Entry => ({ type: "hand-signature-claimed", details: { of } });
const refusedBy = (of: number): Entry => ({ type: "hand-signature-refused", details: { of } });
const rectified = (of: number): Entry => ({ type: "rectified", details: { frozen: of } });
const queja: Entry = { type: "queja-filed", details: {} };

/** The entries of a case, in order, a minute apart. */
function caseOf(...entries: readonly Entry[]): readonly CaseEvent[] {
  return entries.map((entry, index) => {
    const when = at(`2026-08-24 10:${String(index).padStart(2, "0")}`);
    return { effectiveAt: when, recordedAt: when, ...entry, seq: index + 1 };
  }) as readonly object[] as readonly CaseEvent[];
}

const [letter, rectification, acceptance] = ["elevation-letter", "rectification", "withdrawal-acceptance"] as const;
const accepted = (of: number): Entry => ({ type: "withdrawal-accepted", details: { frozen: of } });
const asked: Entry = { type: "withdrawal-requested", details: {} };
const lapsed = (state: ClaimState): Entry => ({ type: "lapse-notified", details: { state } });
const answered = (outcome: string): Entry => ({ type: "queja-answered", outcome, details: {} });

describe("documents that wait for a signature", () => {
  it.each<[string, string[], readonly Entry[]]>([
    ["nothing of a claim just filed", [], [filed]],
    ["a resolution sent to signature", ["R1"], [filed, issued("R1")]],
    ["not once it is signed", [], [filed, issued("R1"), signed()]],
    ["not once it is returned", [], [filed, issued("R1"), returned]],
    ["only the one that replaced it", ["R2"], [filed, issued("R1"), returned, issued("R2")]],
    ["whatever is filed beside it", ["R1"], [filed, issued("R1"), queja]],
    ["that of the recourse, the first being signed", ["R2"], [filed, issued("R1"), signed(), issued("R2")]],
    ["a letter of elevation", ["L1"], [filed, frozen(letter, "L1")]],
    ["not once it is signed: of what it is said", [], [filed, frozen(letter, "L1"), signedOf(2)]],
    ["nor returned", [], [filed, frozen(letter, "L1"), returnedOf(2)]],
    [
      "each of two kinds, whatever becomes of the other",
      ["L1", "C1"],
      [filed, frozen(letter, "L1"), frozen(rectification, "C1")],
    ],
    ["the newer of a kind", ["L2"], [filed, frozen(letter, "L1"), frozen(letter, "L2")]],
    ["one, while the other is signed", ["C1"], [filed, frozen(letter, "L1"), frozen(rectification, "C1"), signedOf(2)]],
    [
      "one, while the other is returned",
      ["L1"],
      [filed, frozen(letter, "L1"), frozen(rectification, "C1"), returnedOf(3)],
    ],
    ["a rectification, not once its act is", [], [filed, frozen(rectification, "C1"), rectified(2)]],
    ["a rectification, though another was made", ["C1"], [filed, frozen(rectification, "C1"), rectified(9)]],
    ["a letter, though a resolution is returned", ["L1"], [filed, frozen(letter, "L1"), issued("R1"), returned]],
    ["an acceptance, not once the claim ends by it", [], [filed, asked, frozen(acceptance, "A1"), accepted(3)]],
    ["an acceptance, though one was accepted before", ["A1"], [filed, accepted(9), asked, frozen(acceptance, "A1")]],
    ["not once a silence was recorded", [], [filed, asked, frozen(acceptance, "A1"), lapsed("positive-silence")]],
    ["still, where something else lapsed", ["A1"], [filed, asked, frozen(acceptance, "A1"), lapsed("not-filed")]],
    ["not once a queja declared it", [], [filed, asked, frozen(acceptance, "A1"), answered("queja-silence")]],
    [
      "still, where a queja changed nothing",
      ["A1"],
      [filed, asked, frozen(acceptance, "A1"), answered("queja-upheld")],
    ],
    ["a letter, even after a silence", ["L1"], [filed, frozen(letter, "L1"), lapsed("positive-silence")]],
    ["a certificate of silence, by the code of its claim", ["RE-2026-000001-1"], [filed, certified]],
    ["not once it is signed", [], [filed, certified, signedOf(2)]],
    ["though what was frozen before is returned", ["RE-2026-000001-1"], [filed, issued("R1"), certified, returned]],
    ["no certificate that was made before certificates were signed", [], [filed, certifiedBare]],
  ])("%s: %j", (_, numbers, entries) => {
    expect(unsignedIn(caseOf(...entries)).map(({ number }) => number)).toEqual(numbers);
  });

  it("is listed with its entry, its document, when it was frozen and who wrote and sent it", () => {
    expect(unsignedIn(caseOf(filed, issued("R1", "analyst")))).toEqual([
      {
        seq: 2,
        number: "R1",
        document: document("resolution", "R1"),
        frozenAt: at("2026-08-24 10:01"),
        preparedBy: ["resolver", "analyst"],
      },
    ]);
  });

  it.each<[string, string[], readonly Entry[]]>([
    ["who sent it", ["resolver"], [filed, issued("R1")]],
    ["once, who wrote it and sent it", ["resolver"], [filed, issued("R1", "resolver")]],
    ["who froze a letter", ["clerk"], [filed, frozen(letter, "L1")]],
    ["nobody of what a function made", [], [filed, certified]],
  ])("was prepared by %s: %j", (_, people, entries) => {
    expect(unsignedIn(caseOf(...entries)).map(({ preparedBy }) => preparedBy)).toEqual([people]);
  });

  it.each<[string, number | undefined, readonly Entry[]]>([
    ["on paper, for a second look", 3, [filed, issued("R1"), claimed(2)]],
    ["on paper, of another document: for its own", undefined, [filed, issued("R1"), claimed(9)]],
    ["not once what was seen was refused", undefined, [filed, issued("R1"), claimed(2), refusedBy(2)]],
    ["still, where another's was refused", 3, [filed, issued("R1"), claimed(2), refusedBy(9)]],
    ["again, signed anew", 5, [filed, issued("R1"), claimed(2), refusedBy(2), claimed(2)]],
  ])("waits %s", (_, seq, entries) => {
    expect(unsignedIn(caseOf(...entries))[0]?.claimed?.seq).toBe(seq);
  });
});

describe("documents that can be signed in a state", () => {
  it.each<[DocumentKind, ClaimState, boolean, string]>([
    ["resolution", "in-resolution", true, "a decision is awaited"],
    ["resolution", "positive-silence", false, "the claim is granted already"],
    ["reconsideration-resolution", "in-reconsideration", true, "a recourse is decided"],
    [letter, "in-appeal", true, "the file goes up"],
    [letter, "elevated", false, "it went up"],
    [rectification, "notified", true, "what was signed is put right"],
    [rectification, "in-resolution", false, "nothing is signed"],
    ["silence-certificate", "closed", true, "a silence holds in every state"],
    [acceptance, "filed", true, "a withdrawal is asked for"],
    [acceptance, "notified", true, "it is too late and waits to be returned"],
    [acceptance, "positive-silence", false, "the claim is granted already"],
    [acceptance, "reconsideration-silence", false, "so is the recourse"],
  ])("%s in %s: %s (%s)", (kind, state, isOfUse) => {
    expect(awaitingSignature(caseOf(filed, frozen(kind, "D1")), { state })).toHaveLength(isOfUse ? 1 : 0);
  });
});

describe("an acceptance of a withdrawal", () => {
  it.each<[boolean, string, DocumentKind, readonly Entry[]]>([
    [false, "of the request it answers", acceptance, [asked]],
    [true, "of one before, once another was made", acceptance, [asked, queja, asked]],
    [false, "another document is of no request", letter, [asked, queja, asked]],
  ])("is of an earlier request: %s (%s)", (isEarlier, _, kind, [request = asked, ...later]) => {
    const events = caseOf(filed, request, frozen(kind, "D1"), ...later);
    const [one] = unsignedIn(events);
    expect(isOfEarlierRequest(events, one!)).toBe(isEarlier);
  });

  it("and a resolution are of no use after a silence, which ends neither a letter nor a rectification", () => {
    const events = caseOf(
      filed,
      issued("R1"),
      frozen(acceptance, "A1"),
      frozen(letter, "L1"),
      frozen(rectification, "C1"),
    );
    expect(endedBySilence(events).map(({ number }) => number)).toEqual(["R1", "A1"]);
  });

  it.each<[DocumentKind, boolean]>([
    [acceptance, true],
    ["resolution", true],
    [rectification, false],
  ])("%s is listed by the legal day of the case: %s", (kind, isTerm) => {
    const [one] = unsignedIn(caseOf(filed, frozen(kind, "D1")));
    expect(signatureDay(one!, calendarDay("2026-09-01")).isTerm).toBe(isTerm);
  });
});

describe("the signature of a document", () => {
  const twice = caseOf(filed, issued("R1"), returned, issued("R2"), signed("R2-signed"));
  it.each<[string, number, number | undefined, readonly CaseEvent[]]>([
    ["of the last resolution sent", 4, 5, twice],
    ["none of one that was returned", 2, undefined, twice],
    ["its own, though that of a recourse was sent since", 2, 3, caseOf(filed, issued("R1"), signed(), issued("R2"))],
    ["none before it", 3, undefined, caseOf(filed, signedOf(3), frozen(letter, "L1"))],
    ["none of a letter by a resolution's", 2, undefined, caseOf(filed, frozen(letter, "L1"), signed())],
    [
      "none of a letter by the resolution's sent before it",
      3,
      undefined,
      caseOf(filed, issued("R1"), frozen(letter, "L1"), signed()),
    ],
  ])("%s", (_, seq, by, events) => {
    expect(signingOf(events, seq)?.seq).toBe(by);
  });

  it("is on the frozen document, and its file replaces that from then on", () => {
    const [, , , second, signing] = twice as readonly CaseEventOf<"resolution-issued" | "resolution-signed">[];
    expect(frozenFor(twice, signing as CaseEventOf<"resolution-signed">)).toEqual(document("resolution", "R2"));
    const frozenOne = { seq: second!.seq, document: second!.details.document! };
    expect(documentOfRecord(twice, frozenOne)).toEqual(document("resolution", "R2-signed"));
    expect(documentOfRecord(twice.slice(0, 4), frozenOne)).toEqual(document("resolution", "R2"));
  });

  it("has no document for a rectification with a seal alone", () => {
    const events = caseOf(filed, issued("R1"), signed(), { type: "rectified", details: {} });
    expect(frozenFor(events, events[3] as CaseEventOf<"rectified">)).toBeUndefined();
  });

  it("is distinguished from a freezing entry, and both from all others", () => {
    const events = caseOf(
      filed,
      issued("R1"),
      signed(),
      frozen(letter, "L1"),
      signedOf(4),
      certified,
      certifiedBare,
      rectified(4),
      returned,
      accepted(4),
    );
    expect(events.filter(isFreezing).map(({ seq }) => seq)).toEqual([2, 4, 6]);
    expect(events.filter(isSigning).map(({ seq }) => seq)).toEqual([3, 5, 8, 10]);
  });
});

it.each<[string | undefined, readonly Entry[], string]>([
  ["R1", [filed, issued("R1")], "the one sent"],
  ["R2", [filed, frozen(letter, "L1"), issued("R1"), signed(), issued("R2")], "that of the recourse"],
  [undefined, [filed, frozen(letter, "L1")], "a letter is none"],
  [
    "R3",
    [filed, { ...issued("R3"), details: { document: document("reconsideration-resolution", "R3") } }],
    "by whatever name",
  ],
  [undefined, [filed, issued("R1"), signed()], "it is signed"],
])("the resolution that waits: $2", (number, entries) => {
  expect(frozenResolution(caseOf(...entries))?.number).toBe(number);
});

it.each<[DocumentKind, string | undefined, string, boolean, string]>([
  ["resolution", "2026-09-11", "2026-09-11", true, "its term runs until it is out"],
  ["reconsideration-resolution", "2026-09-11", "2026-09-11", true, "and that of a recourse"],
  [letter, "2026-09-11", "2026-09-11", true, "five days to send it up"],
  [rectification, "2026-09-11", "2026-08-24", false, "no term of its own: the day it was frozen"],
  ["resolution", undefined, "2026-08-24", false, "where the case has no day"],
])("a %s is listed by $2: $4", (kind, legalDay, day, isTerm) => {
  const [waiting] = unsignedIn(caseOf(filed, frozen(kind, "D1")));
  expect(signatureDay(waiting!, legalDay === undefined ? undefined : calendarDay(legalDay))).toEqual({ day, isTerm });
});
