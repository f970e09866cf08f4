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

/**
 * One step: `does` carries it out and returns a line about what was seen. It can be done again from its start, because
 * its writes carry the same keys.
 */
export interface Step {
  readonly name: string;
  readonly does: (life: Life) => Promise<string>;
}

/** The steps of one way through a claim's life, to its end. */
export interface Branch {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A claim while its steps are carried out: its supply, and the facts that earlier steps kept. */
export interface Life {
  readonly office: Office;
  readonly supply: BilledSupply;
  /**
   * Keeps a fact under a name and returns it. The second time, and when a step is done again, it returns what was kept
   * first.
   */
  keep<Value>(name: string, make: () => Value | Promise<Value>): Promise<Value>;
  /**
   * Returns the text an earlier step kept.
   * @throws `Surprise` if there is none.
   */
  kept(name: string): string;
  call<Id extends RouteId>(who: SeededPerson | "nobody", id: Id, request: RequestTo<Id>): Promise<AnswerOf<Routes[Id]>>;
  /**
   * Makes a staff edit of the claim's newest version. Workers write in between, so an edit refused as `version-stale`
   * is tried again, five times in all.
   */
  edit<Id extends EditId>(
    who: SeededPerson,
    id: Id,
    request: Omit<RequestTo<Id>, "params"> & { readonly params?: Readonly<Record<string, string>> },
  ): Promise<AnswerOf<Routes[Id]>>;
  /** Calls a route and throws `Surprise` unless the answer is exactly this refusal. */
  refused<Id extends RouteId>(
    who: SeededPerson | "nobody",
    id: Id,
    request: RequestTo<Id>,
    kind: RefusalKind,
  ): Promise<string>;
  /** Returns the case as the manager sees it now. */
  file(): Promise<CaseView>;
  /**
   * Uploads a file and waits until it was checked; returns its `uploadId`.
   * @throws `Surprise` if the file is refused.
   */
  upload(
    who: SeededPerson,
    fileName: string,
    contentType: "application/pdf" | "image/png",
    bytes: Uint8Array,
  ): Promise<string>;
  /** Asks again until `ask` returns something, and returns it. @throws `Surprise` after 30 s. */
  until<Value>(what: string, ask: () => Promise<Value | undefined | false>): Promise<Value>;
}

const patienceMs = 30_000;

/**
 * Starts a claim's life, with no fact kept. The idempotency key of a write is made of `run`, the supply, the step and
 * the number of the write in its step. So `attempt(step)` must be called before each step, and again before a step is
 * repeated, which then sends the same keys.
 */
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
      const found = await (office.waiting?.(ask) ?? ask());
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
      // A name has one maker, so the value has the type that maker gave it.
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
