import { DeleteCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { checkRecords } from "../../../functions/check-records/check-records.ts";
import type { DocumentKind, OfficeDocument } from "../../../shared/domain/case/issued-documents.ts";
import { type KeptObjects, sizeFault } from "../../../shared/storage/attachment/kept-objects.ts";
import { openCheckPlaces } from "../../../shared/storage/check/check-place.ts";
import { openGivenCodes } from "../../../shared/storage/check/taken-codes.ts";
import { openLooks, openOpenings } from "../../../shared/storage/counter/openings.ts";
import type { Table } from "../../../shared/storage/dynamodb.ts";
import { openNamedItems } from "../../../shared/storage/named-items.ts";
import { openMonthRegister } from "../../../shared/storage/register/month-register.ts";
import { person } from "../../shared/casework/case-world.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { type CaseworkWorld, caseworkWorld, filedAt } from "../casework/casework-world.ts";

type Item = Readonly<Record<string, unknown>>;

/** An office of cases and the check of its nights, with the objects of its evidence in memory. */
export interface CheckWorld extends CaseworkWorld {
  /** Sizes of the objects, by key. */
  readonly objects: Map<string, number>;
  /** Runs the check once; with `steps`, it may not go on after as many. */
  check(now: string, steps?: number): Promise<void>;
  /** Notes that one of the staff opened a claim. */
  opened(by: string, claimId: string, at: string): Promise<void>;
  /** Records in a claim a document of the office, and keeps its object. */
  issue(claimId: string, documentId: string, kind?: DocumentKind): Promise<OfficeDocument>;
  /** Adds evidence to a claim with an attachment of this id, whose object is kept, by somebody who opened it. */
  attach(claimId: string, documentId: string): Promise<void>;
  /** The first item whose keys are as asked. */
  the(pk: string, sk: RegExp, table?: Table): Promise<Item>;
  put(item: Item, table?: Table): Promise<unknown>;
  remove(item: Item, table?: Table): Promise<unknown>;
}

export async function checkWorld(local: TestTables, keptObjects?: Pick<KeptObjects, "faults">): Promise<CheckWorld> {
  const world = await caseworkWorld(local);
  const { claims, billing, tenant } = world;
  const objects = new Map<string, number>();
  const openings = openOpenings(claims);
  const check = checkRecords({
    tenant,
    caseReader: world.caseFiles,
    months: openMonthRegister(claims),
    namedItems: openNamedItems(claims),
    givenCodes: openGivenCodes(billing),
    linkReader: world.supplyLinks,
    looks: openLooks(claims),
    checkPlaces: openCheckPlaces(claims),
    keptObjects: {
      attachments: async (after = "") => {
        const keys = [...objects.keys()].filter(
          (key) => key > `attachments/${after}` && key.startsWith("attachments/"),
        );
        return keys.toSorted().map((key) => key.slice("attachments/".length));
      },
      faults: async (files) =>
        files.flatMap((file) => {
          const says = sizeFault(file, objects.get(file.key));
          return says ? [{ file, says }] : [];
        }),
      ...keptObjects,
    },
  });
  const opened: CheckWorld["opened"] = (by, id, at) =>
    openings.note(tenant.office.code.value, [{ by, at, what: "claim", id }]);
  return {
    ...world,
    objects,
    opened,
    check: async (now, steps = Number.POSITIVE_INFINITY) => {
      let taken = 0;
      await check(now, () => {
        taken += 1;
        return taken < steps;
      });
    },
    issue: async (claimId, documentId, kind = "claim-cargo") => {
      const verificationCode = `CODE-${documentId}`;
      const document = { documentId, kind, fileName: "a.pdf", sizeBytes: 10, sha256: documentId, verificationCode };
      const by = { kind: "system", name: "render-documents" } as const;
      await world.elsewhere(claimId, filedAt, [
        { type: "document-added", effectiveAt: filedAt, by, details: { document } },
      ]);
      objects.set(`documents/${documentId}`, 10);
      return document;
    },
    attach: async (claimId, documentId) => {
      const attachment = await world.upload("analyst-1", documentId);
      const by = person("analyst-1", "analyst");
      const details = { kind: "attention-report", summary: "Se contrastó.", attachments: [attachment] } as const;
      await world.elsewhere(claimId, filedAt, [{ type: "evidence-added", effectiveAt: filedAt, by, details }]);
      await opened("analyst-1", claimId, filedAt);
      objects.set(`attachments/${documentId}`, 10);
    },
    the: async (pk, sk, { client, name: TableName } = claims) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName }));
      const found = Items.find((one) => String(one["pk"]).startsWith(pk) && sk.test(String(one["sk"])));
      if (!found) throw new Error(`there is no ${pk} ${sk}`);
      return found;
    },
    put: ({ ...Item }, { client, name: TableName } = claims) => client.send(new PutCommand({ TableName, Item })),
    remove: ({ pk, sk }, { client, name: TableName } = claims) =>
      client.send(new DeleteCommand({ TableName, Key: { pk, sk } })),
  };
}
