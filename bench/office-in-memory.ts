import { receiptRow } from "../local/seed/receipt-row.ts";
import { tenant } from "../settings.ts";
import { type FileClaimDeps, fileClaim, type NewClaim } from "../shared/casework/filing/file-claim.ts";
import type { ClaimType } from "../shared/domain/case/claim-types.ts";
import { ok } from "../shared/domain/case/result.ts";
import { openReceiptLedger } from "../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader, type PaidReceipt } from "../shared/storage/billing/receipt-reader.ts";
import { openStaffRegister } from "../shared/storage/register/staff-register.ts";
import { openAppointmentSlots } from "../shared/storage/visit/appointment-slots.ts";
import { type CaseStores, caseStores } from "../test/doubles/case-stores.ts";
import { memoryDynamoDb } from "../test/doubles/memory-dynamodb.ts";
import { billedMonth, ledgerRow } from "../test/shared/storage/billing/billed-rows.ts";

/** All claims are of the zone with the most crews, which is harder on these crews than any spread over zones. */
export const zone = "180101";
export const office = tenant.office.code.value;

/**
 * Opens an office on stores in memory, with one inspector for each crew and four analysts, all on duty. Returns its
 * dependencies, a receipt to claim about, its tables, and the client by which its stores ask them.
 * @param listen gets each command that the stores are sent
 */
export async function officeInMemory(listen: (command: { readonly input: object }) => void = () => {}) {
  const memory = memoryDynamoDb(async (call) => call());
  const send = (command: Parameters<typeof memory.client.send>[0]) => {
    listen(command);
    return memory.client.send(command);
  };
  const client = { send } as typeof memory.client;
  const claims = { client, name: "claims" };
  const billing = { client, name: "billing" };
  await openReceiptLedger(billing).store(
    ledgerRow("receipts", receiptRow(billedMonth({ period: "2026-10", number: 45_001, m3: 45 }))),
    "i1",
    undefined,
  );
  const [receipt] = await openReceiptReader(billing).lastMonths("00012345", 1);
  if (!receipt) throw new Error("no receipt to claim");
  const staffRegister = openStaffRegister(claims);
  const crews = tenant.office.crews.value.zones[zone] ?? tenant.office.crews.value.anyZone;
  const people = [
    ...Array.from({ length: crews }, (_, at) => [`inspector-${at}`, "inspector"] as const),
    ...Array.from({ length: 4 }, (_, at) => [`analyst-${at}`, "analyst"] as const),
  ];
  for (const [sub, role] of people)
    await staffRegister.save(office, {
      sub,
      name: `PERSONA DE PRUEBA ${sub.toUpperCase()}`,
      extension: "101",
      roles: [role],
      onDuty: true,
    });
  const deps: FileClaimDeps & CaseStores = {
    tenant,
    ...caseStores(claims, billing),
    appointmentSlots: openAppointmentSlots(claims),
  };
  return { deps, receipt, memory, client };
}

const form: NewClaim["form"] = {
  supplyCode: "00012345",
  claimant: {
    givenNames: "CLIENTE",
    paternalSurname: "DE PRUEBA",
    maternalSurname: "UNO",
    document: { kind: "DNI", number: "00000001" },
    standing: { as: "holder" },
    address: "CALLE FICTICIA 101",
    telephone: "900000001",
    notifyByEmail: false,
  },
  grounds: "Usé menos agua de la que dice.",
  request: "bill-normal-use",
  visitPreference: "any",
};

/**
 * Returns a claim that the account `sub` files about the given receipt, put under `supplyCode`. A `claimType` that does
 * not begin with `F` has no receipt. Files nothing.
 */
export function claimOf(
  { receipt, payments, ...rest }: PaidReceipt,
  {
    sub,
    supplyCode,
    claimType = "F01",
    key,
    now,
  }: {
    readonly sub: string;
    readonly supplyCode: string;
    readonly claimType?: ClaimType;
    readonly key: string;
    readonly now: string;
  },
): NewClaim {
  return {
    form: { ...form, supplyCode },
    claimType,
    channel: "web",
    by: { kind: "customer", sub },
    sub,
    receipts: claimType.startsWith("F") ? [{ ...rest, receipt: { ...receipt, supplyCode }, payments }] : [],
    zone,
    attachments: [],
    also: () => [],
    write: { key, contentHash: key },
    now,
  };
}

/**
 * Files a claim by the function that customers and the desk use, and returns what that function returns.
 * @throws if the claim is refused
 */
export async function filed(deps: FileClaimDeps, claim: NewClaim) {
  const done = await fileClaim(deps, claim, () => ok(claim));
  if (!done.ok) throw new Error(`not filed: ${done.error}`);
  return done.value;
}
