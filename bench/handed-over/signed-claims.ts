import type { OfficeInProcess } from "../../local/in-process/office.ts";
import { tenant } from "../../settings.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { fileClaim } from "../../shared/casework/filing/file-claim.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { addDays, type CalendarDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import type { StaffRole } from "../../shared/domain/work/people.ts";
import { openHolds } from "../../shared/storage/billing/holds.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openVisits } from "../../shared/storage/visit/visits.ts";
import { falls } from "./shares.ts";

/** A claim whose decision was signed, and how that went on. */
export interface SignedClaim {
  readonly at: number;
  readonly claimId: string;
  readonly hasMail: boolean;
  readonly email: string;
  sentBy?: "email" | "personal";
  sentOn: string;
  isAcknowledged: boolean;
}

/** Signatures fall on these working days of the term: the internal one, and up to three days later. */
const signedOn = [25, 25, 26, 28] as const;

interface Signing {
  readonly day: CalendarDay;
  readonly count: number;
  /** The number of the first of them. */
  readonly first: number;
}

/**
 * Files claims as long ago as their decision on `day` needs, and records it as signed now: each is proposed to be
 * dismissed, which asks for neither visit nor hearing. What follows is left to the office.
 */
export async function signed(
  { clock }: OfficeInProcess,
  claims: Table,
  { day, count, first }: Signing,
): Promise<readonly SignedClaim[]> {
  const billing: Table = { ...claims, name: "billing" };
  const stores = {
    tenant,
    caseAccess: openCaseAccess(claims),
    caseFiles: openCaseFiles(claims),
    supplyClaims: openSupplyClaims(claims),
    visits: openVisits(claims),
    holds: openHolds(claims, billing),
    staffRegister: openStaffRegister(claims),
    takenCodes: openTakenCodes(billing),
    appointmentSlots: openAppointmentSlots(claims),
  };
  const now = clock.now();
  return Promise.all(
    Array.from({ length: count }, async (_, index): Promise<SignedClaim> => {
      const at = first + index;
      const filedAt = limaInstant(filedOn(day, signedOn[at % signedOn.length] ?? 25), "09:00");
      const hasMail = !falls(at, "leave no mail");
      const email = `cliente-${at}@example.pe`;
      const claim = newClaim(at, filedAt, hasMail ? email : undefined);
      const filed = await fileClaim(stores, claim, () => ok(claim));
      if (!filed.ok) throw new Error(`not filed: ${filed.error}`);
      const { claimId } = filed.value.file.head;
      for (const entry of decisionOf(at, now)) {
        const recorded = await record(stores, { claimId, now }, () => ok({ entries: [entry] }));
        if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
      }
      return { at, claimId, hasMail, email, sentOn: "", isAcknowledged: false };
    }),
  );
}

/** Returns the latest day on which a claim was filed whose working day `number` is `day`. */
function filedOn(day: CalendarDay, number: number): CalendarDay {
  const calendar = tenant.calendars.COMPANY.value;
  let from = addDays(day, -number);
  while (countWorkingDays({ from, days: number, calendar }).dueDate > day) from = addDays(from, -1);
  return from;
}

const by = (role: StaffRole) => ({ kind: "staff", sub: `${role}-1`, roles: [role] }) as const;

function decisionOf(at: number, now: string): Decision["entries"] {
  const number = `${String(at + 1).padStart(6, "0")}-2026-MOQ`;
  const document = {
    documentId: `resolution-${at}`,
    kind: "resolution",
    fileName: `${number}.pdf`,
    sizeBytes: 10,
    sha256: "0".repeat(64),
    verificationCode: "0000-0000-0000-0000",
  } as const;
  const details = { reasons: "Las pruebas.", decision: "Improcedente.", months: [], evidence: [], document };
  const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
  return [
    {
      type: "dismissal-proposed",
      effectiveAt: now,
      by: by("analyst"),
      ground: "not-a-claim-matter",
      details: { reason: "No es materia de reclamo." },
    },
    {
      type: "resolution-issued",
      effectiveAt: now,
      by: by("resolver"),
      ...{ number, outcome: "dismissed", checklist: "complete", details },
    },
    {
      type: "resolution-signed",
      effectiveAt: now,
      by: by("signer"),
      details: { number, signer: "PERSONA DE PRUEBA", authenticatedAt: now, seal },
    },
  ];
}

function newClaim(at: number, now: string, email: string | undefined) {
  const key = `handed-over-claim-${at}`;
  return {
    form: {
      supplyCode: String(10_000_000 + at),
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        document: { kind: "DNI", number: "00000001" },
        standing: { as: "holder" },
        address: `CALLE FICTICIA ${at}`,
        telephone: "900000001",
        ...(email !== undefined && { email }),
        notifyByEmail: email !== undefined,
      },
      grounds: "No estoy de acuerdo con el cobro.",
      request: "bill-normal-use",
      visitPreference: "any",
    },
    claimType: "N-A1",
    channel: "web",
    by: { kind: "customer", sub: `customer-${at}` },
    sub: `customer-${at}`,
    receipts: [],
    zone: "180101",
    attachments: [],
    also: () => [],
    write: { key, contentHash: key },
    now,
  } as const;
}
