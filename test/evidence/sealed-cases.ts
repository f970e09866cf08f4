import { cargoSheet } from "../../functions/render-documents/case-document.ts";
import { manifestName, manifestSealName } from "../../scripts/verify/case-package.ts";
import { publicKeysIn } from "../../scripts/verify/seal-file.ts";
import { letters, tenant } from "../../settings.ts";
import { codeFrom, printed, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { caseSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import type { Seal } from "../../shared/domain/case/issued-documents.ts";
import type { Attachment } from "../../shared/domain/filing/claim-form.ts";
import { chainStart, type Link, sealed } from "../../shared/storage/case/case-chain.ts";
import type { StoredHead } from "../../shared/storage/case/case-head.ts";
import { sealKey } from "../doubles/seal-key.ts";
import { filing, pdfRenderer } from "../shared/documents/document-examples.ts";

const siteAddress = "https://example.pe";

/** Returns a seeded random generator of numbers from 0 to 1. */
export function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A case as its copy has it: its files by name, with the manifest and its seal; its chain, and the chain's last hash.
 */
export interface SealedCase {
  readonly claimCode: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly links: readonly Link[];
  readonly chainHead: string;
  /** The documents, each with its seal. */
  readonly documents: readonly { readonly name: string; readonly seal: string }[];
  readonly attachments: readonly string[];
}

/** A key, and the maker of cases sealed with it. */
export interface Sealing {
  readonly key: ReturnType<typeof sealKey>;
  readonly keys: ReturnType<typeof publicKeysIn>;
  /** Makes a case with attachments, a cargo, and entries of every shape; the same for the same number. */
  make(number: number): Promise<SealedCase>;
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, null, 1));

export function sealing(attachmentsEach = 6): Sealing {
  const key = sealKey();
  const keyId = "arn:aws:kms:us-east-1:000000000000:key/seals";
  const keys = publicKeysIn(JSON.stringify({ keys: [{ keyId, publicKey: key.publicKey }] }));
  const make: Sealing["make"] = async (number) => {
    const draw = drawn(number + 1);
    const claimCode = `RE-2026-${String(number).padStart(6, "0")}-7`;
    const files = new Map<string, Uint8Array>();
    const attachments = Array.from({ length: attachmentsEach }, (_, at): Attachment => {
      const bytes = Uint8Array.from({ length: 200 + Math.floor(draw() * 2000) }, () => Math.floor(draw() * 256));
      const fileName = `adjunto-${String(at + 1).padStart(4, "0")}.jpg`;
      files.set(fileName, bytes);
      const sha256 = sha256Of(bytes);
      return {
        documentId: sha256.slice(0, 32),
        fileName,
        contentType: "image/jpeg",
        sizeBytes: bytes.length,
        sha256,
        state: "received",
      };
    });
    const events = entriesOf(claimCode, attachments);
    let chainHead = chainStart;
    const links = events.map((event): Link => {
      const { envelope, content, hash } = sealed(event, chainHead);
      chainHead = hash;
      return { envelope, content };
    });
    const head = { code: claimCode, chainHead } as StoredHead;
    const [first] = events;
    if (first?.type !== "claim-filed") throw new Error("a case begins with its claim-filed entry");
    const verificationCode = codeFrom("claim-cargo", links[0]?.envelope.contentHash ?? "");
    const cargo = await printed(
      { pdfRenderer, siteAddress },
      cargoSheet({ tenant: { ...tenant, letters }, siteAddress }, first),
      verificationCode,
    );
    const name = `cargo-${claimCode}.pdf`;
    const seal = `cargo-${claimCode}.seal.json`;
    const facts = caseSealFacts({ head, events, envelopes: links.map(({ envelope }) => envelope) }, 1);
    const sealedAt = first.recordedAt;
    files.set(name, cargo);
    files.set(
      seal,
      json(
        await key.seals.seal({
          ...facts,
          kind: "claim-cargo",
          number: claimCode,
          sha256: sha256Of(cargo),
          verificationCode,
          sealedAt,
        }),
      ),
    );
    const manifest = json({
      format: "caudal-case-file-1",
      claim: claimCode,
      chainHead,
      files: [...files].map(([file, bytes]) => ({ name: file, sizeBytes: bytes.length, sha256: sha256Of(bytes) })),
      pieces: [],
      entries: links.map(({ envelope, content }) => ({ envelope, content })),
    });
    const manifestSeal: Seal = await key.seals.seal({
      kind: "case-file-manifest",
      number: claimCode,
      claimCode,
      sha256: sha256Of(manifest),
      verificationCode,
      sealedAt,
      chainHead,
    });
    files.set(manifestName, manifest);
    files.set(manifestSealName, json(manifestSeal));
    return {
      claimCode,
      files,
      links,
      chainHead,
      documents: [{ name, seal }],
      attachments: attachments.map(({ fileName }) => fileName),
    };
  };
  return { key, keys, make };
}

/** Returns the `claim-filed` entry of a claim with this code and these files. */
function filingOf(claimCode: string, attachments: readonly Attachment[]): typeof filing {
  return { ...filing, details: { ...filing.details, code: claimCode, attachments } };
}

function entriesOf(claimCode: string, attachments: readonly Attachment[]): readonly CaseEvent[] {
  const [own, ...others] = attachments;
  const by = { kind: "staff", sub: "analyst-1", roles: ["analyst"] } as const;
  const at = (seq: number) => `2026-11-2${seq}T15:00:00.000Z`;
  const added = others.map(
    (attachment, index) =>
      ({
        type: "evidence-added",
        effectiveAt: at(4),
        by,
        details: { kind: "cuts-history", summary: `Registro ${index + 1} de los cortes.`, attachments: [attachment] },
      }) as const,
  );
  const facts = [
    { ...filingOf(claimCode, own ? [own] : []) },
    { type: "claim-accepted", effectiveAt: at(4), by, details: {} },
    ...added,
    { type: "manager-alerted", effectiveAt: at(5), by, details: { reason: "El plazo vence pronto: día 25." } },
  ];
  return facts.map((fact, index) => ({
    ...fact,
    seq: index + 1,
    recordedAt: at(3 + Math.min(index, 5)),
  })) as CaseEvent[];
}
