import * as z from "zod";
import { caseNoteTypes } from "../../domain/case/case-notes.ts";
import { claimEventTypes } from "../../domain/case/claim-events.ts";
import { documentKinds } from "../../domain/case/issued-documents.ts";
import { copyKinds } from "../../domain/case-copy/case-copy.ts";
import { claimParams } from "../filing/claim-fields.ts";

const folios = z.object({ from: z.number(), to: z.number() });

/** A copy of the case file, and how far its making is. */
export const copyView = z.object({
  copyId: z.string(),
  copy: z.enum(copyKinds),
  madeAt: z.string(),
  /** `stopped`: nothing was added to it for minutes; ordering it again resumes it. */
  state: z.enum(["making", "stopped", "done"]),
  /** How many of its pieces are bound so far. */
  pieces: z.number(),
  ofPieces: z.number(),
  folios: z.number(),
  /** The last day it can be downloaded; absent for the tribunal's, which is kept as evidence. */
  keptUntil: z.string().optional(),
  /**
   * What can be downloaded once it is done: index, parts, manifest, seal, and files that go beside the parts as
   * received.
   */
  files: z.array(
    z.object({
      name: z.string(),
      is: z.enum(["part", "index", "manifest", "seal", "beside"]),
      sizeBytes: z.number(),
      sha256: z.string(),
      folios: folios.optional(),
    }),
  ),
});

/** A piece of the case file; `folios` is absent until a copy with it was made. */
export const pieceView = z.object({
  piece: z.number(),
  seq: z.number(),
  title: z.string(),
  at: z.string(),
  /** The entry it prints, or the document of the office it is; neither for the first sheet or a received attachment. */
  entry: z.enum([...claimEventTypes, ...caseNoteTypes]).optional(),
  document: z.enum(documentKinds).optional(),
  fileName: z.string().optional(),
  sha256: z.string().optional(),
  folios: folios.optional(),
});

export const copyParams = claimParams.extend({
  copyId: z.string().max(60, "Esa copia no existe."),
  name: z.string().max(60, "Ese archivo no existe."),
});
