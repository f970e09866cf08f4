import { certifySilence } from "../functions/render-documents/certify-silence.ts";
import { letters } from "../settings.ts";
import { type CaseDeps, record } from "../shared/casework/case/record.ts";
import type { CaseFact } from "../shared/domain/case/case-events.ts";
import { ok } from "../shared/domain/case/result.ts";
import type { WorkerQueue } from "../shared/storage/worker-tasks.ts";
import { person } from "../test/shared/casework/case-world.ts";

type CertifyDeps = Parameters<typeof certifySilence>[0];
type Deps = CaseDeps & Pick<CertifyDeps, "supplyClaims">;

/** What comes after a silence: its certificate, with words instead of a printed page, and its being carried out. */
export function openSilenceWork(files: Map<string, Buffer>) {
  const asked: string[] = [];
  let granted: string[] = [];
  const made = {
    pdfRenderer: { print: async ({ verification }) => Buffer.from(`certificate ${verification?.code}`) },
    documents: {
      write: async (name, bytes) => void files.set(`documents/${name}`, Buffer.from(bytes)),
      read: async (name) => files.get(`documents/${name}`) ?? Buffer.alloc(0),
    },
    seals: {
      seal: async (statement) => ({
        ...{ signature: "", keyId: "", algorithm: "ECDSA_SHA_256" },
        statement: JSON.stringify(statement),
      }),
    },
    siteAddress: "https://reclamos.example.pe",
  } satisfies Partial<CertifyDeps>;
  const documentWork: WorkerQueue = {
    send: async (task) => {
      if ("certify" in task) asked.push(task.claimId);
    },
  };
  return {
    documentWork,
    /** Carries out what was certified the time before, and certifies what was asked for. */
    work: async (deps: Deps, now: string): Promise<void> => {
      const executed: CaseFact = {
        ...{ type: "executed", effectiveAt: now, by: person("billing-1", "billing") },
        details: { summary: "Se hizo lo pedido.", reference: "NC-1" },
      };
      for (const claimId of granted) {
        const recorded = await record(deps, { claimId, now }, () => ok({ entries: [executed] }));
        if (!recorded.ok) throw new Error(`${claimId} was not carried out: ${recorded.error}`);
      }
      granted = asked.splice(0);
      const tenant = { ...deps.tenant, letters };
      for (const claimId of granted) await certifySilence({ ...deps, ...made, tenant, now: () => now }, claimId);
    },
  };
}
