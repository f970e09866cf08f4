import { describe, expect, it } from "vitest";
import { sentence } from "../../../shared/domain/sentence.ts";

describe("what somebody wrote", () => {
  it.each([
    ["Se confirma lo facturado", "Se confirma lo facturado."],
    ["Sin fugas.", "Sin fugas."],
    ["Sin fugas. \n", "Sin fugas."],
    ["Vino a las 9:00 a. m.", "Vino a las 9:00 a. m."],
    ["¿Quién abrió?", "¿Quién abrió?"],
    ["Dijo «no hay nadie.»", "Dijo «no hay nadie.»"],
    ["Contrastes Ficticios S. A. C.", "Contrastes Ficticios S. A. C."],
    ["Lote 4 (interior)", "Lote 4 (interior)."],
  ])("«%s» is the sentence «%s»", (written, ended) => expect(sentence(written)).toBe(ended));
});
