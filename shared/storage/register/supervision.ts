import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { SupervisedRead, SupervisorAccess } from "../../domain/register/supervision.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";
import { type MonthLog, openMonthLog } from "./month-log.ts";

/** An external supervisor as the staff register has them, with all their accesses in the order they were entered. */
export interface Supervisor {
  readonly sub: string;
  readonly name: string;
  readonly accesses: readonly SupervisorAccess[];
}

/**
 * External supervisors, their accesses, and everything they asked to see. `find` returns undefined for nobody, and for
 * staff without exactly that role; `list` leaves such staff out.
 */
export interface Supervision {
  find(office: string, sub: string): Promise<Supervisor | undefined>;
  list(office: string): Promise<readonly Supervisor[]>;
  /**
   * Adds an access at the end of a person's list, where it is the one in force, and sets their name. Creates the person
   * if they are new. Returns `false`, with nothing written, if the person has other roles than external supervisor.
   */
  grant(office: string, person: Pick<Supervisor, "sub" | "name">, access: SupervisorAccess): Promise<boolean>;
  note: MonthLog<SupervisedRead>["note"];
  reads: MonthLog<SupervisedRead>["list"];
}

const role = "external-supervisor";

const storedAccess = z.object({
  from: z.string(),
  until: z.string(),
  letter: z.string(),
  by: z.string(),
  at: z.string(),
});
const storedSupervisor = z.object({
  sub: z.string(),
  name: z.string(),
  roles: z.tuple([z.literal(role)]),
  accesses: z.array(storedAccess).default([]),
});
const storedRead = z.object({
  at: z.string(),
  requestId: z.string(),
  sub: z.string(),
  name: z.string(),
  route: z.string(),
  asked: z.record(z.string(), z.string()),
});

function supervisorOf(item: unknown): Supervisor | undefined {
  const { data } = storedSupervisor.safeParse(item);
  return data && { sub: data.sub, name: data.name, accesses: data.accesses as unknown as SupervisorAccess[] };
}

export function openSupervision(table: Table): Supervision {
  const { client, name } = table;
  const log = openMonthLog(table, "SUPERVISION", (item) => storedRead.parse(item));
  const staffOf = (office: string) => `STAFF#${office}`;
  return {
    find: async (office, sub) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: { pk: staffOf(office), sk: `IS#${sub}` }, ConsistentRead: true }),
      );
      return supervisorOf(Item);
    },
    list: async (office) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :is)",
          ExpressionAttributeValues: { ":pk": staffOf(office), ":is": "IS#" },
          ConsistentRead: true,
        }),
      );
      return Items.flatMap((item) => supervisorOf(item) ?? []);
    },
    grant: async (office, person, access) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk: staffOf(office), sk: `IS#${person.sub}` },
            UpdateExpression:
              "SET #sub = :sub, #name = :name, #roles = :roles, extension = if_not_exists(extension, :none), onDuty = :off, accesses = list_append(if_not_exists(accesses, :empty), :access)",
            ConditionExpression: "attribute_not_exists(pk) OR #roles = :roles",
            ExpressionAttributeNames: { "#sub": "sub", "#name": "name", "#roles": "roles" },
            ExpressionAttributeValues: {
              ":sub": person.sub,
              ":name": person.name,
              ":roles": [role],
              ":none": "",
              ":off": false,
              ":empty": [],
              ":access": [access],
            },
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
    note: log.note,
    reads: log.list,
  };
}
