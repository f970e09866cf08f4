import { runningFunction } from "../local/in-process/office.ts";
import { type Command, hearCommands } from "../local/in-process/stores-in-memory.ts";
import type { Grant } from "../shared/grant.ts";
import { type FunctionName, grantsOf, permissions } from "../shared/permissions.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A call of a store: its action, as rights name it, on what, and which part of it. */
interface Call {
  readonly action: string;
  readonly kind: "table" | "bucket" | "queue" | "key" | "pool" | "mail" | "text";
  readonly resource: string;
  readonly index?: string;
  /** The key of an object, or of an item that is written or deleted. */
  readonly key?: string;
}

export interface HeardCalls {
  /** Calls of each function, without repeats, as `<function> <action> <resource>`. */
  used(): readonly string[];
  /** Those that no right of the function covers; `without` takes a right away first. */
  missing(without?: string): readonly string[];
}

const items: Readonly<Record<string, string>> = {
  Get: "GetItem",
  BatchGet: "BatchGetItem",
  Query: "Query",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};
const writing: ReadonlySet<string> = new Set(["dynamodb:PutItem", "dynamodb:UpdateItem"]);
const objects: Readonly<Record<string, string>> = {
  GetObject: "GetObject",
  HeadObject: "GetObject",
  PutObject: "PutObject",
  ListObjectsV2: "ListBucket",
};

/** Returns the calls that a command of the SDK stands for; a transaction stands for each of its items. */
function callsOf({ constructor: { name }, input }: Command): readonly Call[] {
  const command = name.replace(/Command$/, "");
  const ofItem = (kind: string, write: Fields): Call => {
    const key = (write["Key"] ?? write["Item"] ?? {}) as Fields;
    return {
      action: `dynamodb:${items[kind]}`,
      kind: "table",
      resource: String(write["TableName"]),
      ...(write["IndexName"] !== undefined && { index: String(write["IndexName"]) }),
      ...(["Put", "Update", "Delete"].includes(kind) && { key: String(key["pk"]) }),
    };
  };
  if (command === "TransactWrite")
    return (input["TransactItems"] as readonly Record<string, Fields>[]).flatMap((one) =>
      Object.entries(one).map(([kind, write]) => ofItem(kind, write)),
    );
  if (command === "BatchGet")
    return Object.keys(input["RequestItems"] as Fields).map((TableName) => ofItem(command, { TableName }));
  if (items[command]) return [ofItem(command, input)];
  const object = objects[command];
  if (object) {
    const resource = String(input["Bucket"]);
    const key = String(input["Key"] ?? input["Prefix"] ?? "");
    const versioned = command === "GetObject" && input["VersionId"] !== undefined ? "Version" : "";
    return [{ action: `s3:${object}${versioned}`, kind: "bucket", resource, key }];
  }
  if (command.startsWith("SendMessage"))
    return [{ action: "sqs:SendMessage", kind: "queue", resource: String(input["QueueUrl"]) }];
  if (["Sign", "GetPublicKey"].includes(command))
    return [{ action: `kms:${command}`, kind: "key", resource: String(input["KeyId"]) }];
  if (command === "SendEmail") return [{ action: "ses:SendEmail", kind: "mail", resource: "sender" }];
  if (command === "Publish") return [{ action: "sns:Publish", kind: "text", resource: "telephones" }];
  return [{ action: `cognito-idp:${command}`, kind: "pool", resource: String(input["UserPoolId"]) }];
}

function covers(grant: Grant, { action, kind, resource, index, key = "" }: Call): boolean {
  const named = Object.entries(grant).some(([name, value]) => name === kind && value === resource);
  if (!named || !(grant.actions as readonly string[]).includes(action)) return false;
  if ("table" in grant) {
    const isIndexed = index === undefined || (grant.indexes as readonly string[] | undefined)?.includes(index) === true;
    const starts = action === "dynamodb:DeleteItem" ? (grant.deletes ?? []) : writing.has(action) && grant.writes;
    return isIndexed && (!starts || starts.some((start) => key.startsWith(start)));
  }
  return !("bucket" in grant) || action === "s3:ListBucket" || key.startsWith(grant.prefix);
}

const nameOf = (by: FunctionName, { action, resource, index }: Call): string =>
  [by, action, index ? `${resource}/${index}` : resource].join(" ");

/** Hears from now on what each function asks of its stores in this process. */
export function hearCalls(): HeardCalls {
  const calls = new Map<string, readonly [FunctionName, Call]>();
  hearCommands((command) => {
    const by = runningFunction();
    if (by)
      for (const call of callsOf(command)) calls.set(`${nameOf(by, call)} ${call.key?.split(/[#/]/)[0]}`, [by, call]);
  });
  return {
    used: () => [...new Set([...calls.values()].map(([by, call]) => nameOf(by, call)))].sort(),
    missing: (without) =>
      [...calls.values()].flatMap(([by, call]) => {
        const name = nameOf(by, call);
        const isCovered = name !== without && permissions[by].flatMap(grantsOf).some((grant) => covers(grant, call));
        return isCovered ? [] : [name];
      }),
  };
}

/** Returns every right of every function, named as its calls are; an index is a right of its own. */
export function grantedRights(): readonly string[] {
  const rights = (Object.keys(permissions) as FunctionName[]).flatMap((by) =>
    permissions[by].flatMap(grantsOf).flatMap((grant) => {
      const { actions } = grant;
      const [resource = ""] = Object.entries(grant).flatMap(([name, value]) => (kinds.has(name) ? String(value) : []));
      const indexes = "indexes" in grant ? (grant.indexes ?? []) : [];
      return [
        ...actions.map((action) => [by, action, resource].join(" ")),
        ...indexes.map((index) => [by, "dynamodb:Query", `${resource}/${index}`].join(" ")),
      ];
    }),
  );
  return [...new Set(rights)].sort();
}

const kinds: ReadonlySet<string> = new Set(["table", "bucket", "queue", "key", "pool", "mail", "text"]);

/** Returns the rights among `granted` that no call of `used` needs. A call of an index needs its table too. */
export function unusedRights(granted: readonly string[], used: readonly string[]): readonly string[] {
  const needed = new Set(used.flatMap((call) => [call, call.replace(/\/.*/, "")]));
  return granted.filter((right) => !needed.has(right));
}
