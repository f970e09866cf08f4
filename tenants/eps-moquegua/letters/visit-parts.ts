import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Block, Line } from "../../../shared/documents/sheet.ts";
import { causeNames, signingNames, visitNames } from "../../../shared/documents/spanish-names.ts";
import { type CaseEventOf, entriesOf } from "../../../shared/domain/case/case-events.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import type { CaptureKind, VisitSigning } from "../../../shared/domain/visit/inspection.ts";

type Visit = LetterOn<"inspection-reported">;

/**
 * Returns the lines about a visit: its id, when it began and ended, the inspector, who attended, the outcome, and the
 * causes found if any. A time or person that is not on record is left empty, to write in.
 */
export function visitLines(facts: Visit): readonly Line[] {
  const { outcome, details } = facts.entry;
  const { inspectionId, startedAt, endedAt, attendedBy, causes = [] } = details;
  return [
    ["Inspección", inspectionId],
    ["Empezó", longInstant(startedAt)],
    ["Terminó", endedAt ? longInstant(endedAt) : ""],
    ["Inspector", inspectorOf(facts)],
    ["Atendió", attendedBy ? `${attendedBy.name} (${attendedBy.relation})` : outcome === "absent" ? "nadie" : ""],
    ["Resultado", visitNames[outcome]],
    ...(causes.length === 0 ? [] : [["Se encontró", causes.map((cause) => causeNames[cause]).join(", ")] as const]),
  ];
}

function inspectorOf({ events, entry }: Visit): string {
  const assigned = entriesOf(events, "inspection-assigned").findLast(
    ({ details }: CaseEventOf<"inspection-assigned">) => details.inspectionId === entry.details.inspectionId,
  );
  return assigned?.details.name ?? "personal de inspección";
}

/**
 * Returns the list of the visit's files with their hashes, or «Sin fotos.» if there are none. Under it, for each file
 * that the inspector's device made, when and where it was made by that device.
 */
export function visitFiles({ photos, captures = [] }: Visit["entry"]["details"]): readonly Block[] {
  const said = photos.flatMap(({ documentId, fileName }): readonly Line[] => {
    const made = captures.find((one) => one.documentId === documentId);
    if (!made) return [];
    const { latitude, longitude, accuracyM } = made.position ?? {};
    const where =
      latitude === undefined || longitude === undefined
        ? "sin ubicación"
        : `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (± ${Math.round(accuracyM ?? 0)} m)`;
    return [[`${captureNames[made.kind]}: ${fileName}`, `${longInstant(made.takenAt)}, ${where}`]];
  });
  if (said.length === 0) return [attachmentsBlock(photos, "Sin fotos.")];
  return [
    attachmentsBlock(photos, "Sin fotos."),
    { text: "Según el equipo del inspector, cada archivo se hizo así:" },
    { lines: said },
  ];
}

const captureNames: Readonly<Record<CaptureKind, string>> = {
  photo: "Foto",
  signature: "Firma",
  "signed-paper": "Papel firmado",
  sketch: "Croquis",
};

function signedAs({ how, by }: VisitSigning): string {
  return `Firmó ${signingNames[how]}${by ? `: ${by}` : ""}. Su imagen está entre los archivos de esta acta.`;
}

/**
 * Returns the room to sign of the inspector and of the person who attended the visit. Beside that person's name stands
 * how they signed or why they did not, if that is on record. If nobody attended, it says so in place of the name.
 */
export function visitSignatures(facts: Visit): Block {
  const { outcome, details } = facts.entry;
  const { attendedBy, unsigned, signing } = details;
  const reason = signing ? signedAs(signing) : unsigned ? `No firmó: ${unsigned}` : "Si no firma, se anota el motivo.";
  const attended = attendedBy ? `Atendió la visita (${attendedBy.relation}).` : "Quien atendió la visita.";
  return {
    signatures: [
      [inspectorOf(facts), "Inspector"],
      outcome === "absent" && !attendedBy
        ? ["Sin firma", "Nadie atendió la visita"]
        : [attendedBy?.name ?? "", `${attended} ${reason}`],
    ],
  };
}
