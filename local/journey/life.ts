import { createHash } from "node:crypto";
import type { RefusalKind } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { type RouteId, type Routes, routes } from "../../shared/contract/routes.ts";
import type { SeededPerson } from "../people.ts";
import { type Office, type RequestTo, Surprise } from "./office.ts";
import type { BilledSupply } from "./supplies.ts";

type CaseView = AnswerOf<Routes["showCase"]>;
type EditId = {
  [Id in RouteId]: Routes[Id] extends { readonly versioned: true } ? Id : never;
}[RouteId];

/** One step: what is done, and what was seen, in a line. It may be done again from its start: its writes bear the same keys. */
export interface Step {
  readonly name: string;
  readonly does: (life: Life) => Promise<string>;
}

/** A way a claim's life goes, to its end. */
export interface Branch {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A claim while it is walked: whose receipt, what is known of it so far. */
export interface Life {
  readonly office: Office;
  readonly supply: BilledSupply;
  /** What earlier steps learned; a step that was done twice finds what it kept the first time. */
  keep<Value>(name: string, make: () => Value | Promise<Value>): Promise<Value>;
  /** What a step before kept. */
  kept(name: string): string;
  call<Id extends RouteId>(who: SeededPerson | "nobody", id: Id, request: RequestTo<Id>): Promise<AnswerOf<Routes[Id]>>;
  /** A staff edit of the claim, on its newest version: workers write in between, so a stale one is made again. */
  edit<Id extends EditId>(
    who: SeededPerson,
    id: Id,
    request: Omit<RequestTo<Id>, "params"> & { readonly params?: Readonly<Record<string, string>> },
  ): Promise<AnswerOf<Routes[Id]>>;
  /** Calls and wants exactly this refusal. */
  refused<Id extends RouteId>(
    who: SeededPerson | "nobody",
    id: Id,
    request: RequestTo<Id>,
    kind: RefusalKind,
  ): Promise<string>;
  /** The case as staff see it now. */
  file(): Promise<CaseView>;
  /** Sends a file of somebody and waits until it was checked. */
  upload(
    who: SeededPerson,
    fileName: string,
    contentType: "application/pdf" | "image/png",
    bytes: Uint8Array,
  ): Promise<string>;
  /** Asks again until it is so. @throws `Surprise` when it is not so in time. */
  until<Value>(what: string, ask: () => Promise<Value | undefined | false>): Promise<Value>;
}

const patienceMs = 30_000;

/** Starts a life. `run` and the branch make its keys its own; `attempt()` before each step, and before it is done again. */
export function startLife(
  office: Office,
  supply: BilledSupply,
  run: string,
): { readonly life: Life; attempt(step: number): void } {
  const facts = new Map<string, unknown>();
  let step = 0;
  let writes = 0;
  const keyOfNextWrite = (): string => {
    writes += 1;
    return `${run}-${supply.supplyCode}-${step}-${writes}`;
  };
  const kept = (name: string): string => {
    const value = facts.get(name);
    if (typeof value !== "string") throw new Surprise(`nothing was kept as ${name}`);
    return value;
  };
  const until: Life["until"] = async (what, ask) => {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = await ask();
      if (found) return found;
      if (Date.now() > end) throw new Surprise(`${what}: not so after ${patienceMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const life: Life = {
    office,
    supply,
    kept,
    until,
    keep: async (name, make) => {
      if (!facts.has(name)) facts.set(name, await make());
      // What was kept under a name has the type its only maker gave it.
      return facts.get(name) as Awaited<ReturnType<typeof make>>;
    },
    call: (who, id, request) =>
      office.call(
        who,
        id,
        request,
        "once" in routes[id] || routes[id].method !== "GET" ? { key: keyOfNextWrite() } : {},
      ),
    edit: async (who, id, { params, ...request }) => {
      const key = keyOfNextWrite();
      const claimId = kept("claimId");
      for (let attempt = 1; ; attempt += 1) {
        const { version } = await life.file();
        try {
          const whole = { ...request, params: { ...params, claimId } } as unknown as RequestTo<typeof id>;
          return await office.call(who, id, whole, { key, version });
        } catch (failure) {
          if (!(failure instanceof Surprise) || failure.kind !== "version-stale" || attempt === 5) throw failure;
        }
      }
    },
    refused: async (who, id, request, kind) => {
      const answered = await life.call(who, id, request).then(
        () => "an answer",
        (failure: unknown) =>
          failure instanceof Surprise && failure.kind !== undefined ? failure.kind : Promise.reject(failure),
      );
      if (answered !== kind) throw new Surprise(`${id}: expected ${kind}, got ${answered}`);
      return `rechazado: ${kind}`;
    },
    file: () => office.call("manager", "showCase", { params: { claimId: kept("claimId") } }),
    upload: async (who, fileName, contentType, bytes) => {
      const staff = who !== "maria" && who !== "jorge";
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const announced = { fileName, contentType, sizeBytes: bytes.byteLength, sha256 };
      const { uploadId, upload } = await office.call(who, staff ? "startStaffUpload" : "startUpload", {
        body: announced,
      });
      const form = new FormData();
      for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
      form.append("file", new Blob([Uint8Array.from(bytes)]), fileName);
      const sent = await fetch(upload.url, { method: "POST", body: form });
      if (!sent.ok) throw new Surprise(`the store refused ${fileName}: ${sent.status} ${await sent.text()}`);
      await until(`${fileName} is checked`, async () => {
        const { state, reason } = await office.call(who, staff ? "showStaffUpload" : "showUpload", {
          params: { uploadId },
        });
        if (state === "refused") throw new Surprise(`${fileName} was refused: ${reason}`);
        return state === "received";
      });
      return uploadId;
    },
  };
  return {
    life,
    attempt: (at) => {
      step = at;
      writes = 0;
    },
  };
}
