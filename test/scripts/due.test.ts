import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { dueArguments, dueLines } from "../../scripts/due.ts";

const typed = (line: string) => dueLines(parseArgs({ ...dueArguments, args: line.split(" ").filter(Boolean) }));

describe("npm run due", () => {
  it.each([
    ["2026-07-20 30", "Vence el viernes 4 de setiembre de 2026, a las 24:00 (2026-09-05T05:00:00.000Z)", "digest 5.8"],
    [
      "2026-11-21 30 --calendar user",
      "Vence el viernes 8 de enero de 2027, a las 24:00 (2027-01-09T05:00:00.000Z)",
      "r",
    ],
    ["2025-12-31 --months 2", "Vence el lunes 2 de marzo de 2026, a las 24:00 (2026-03-03T05:00:00.000Z)", "no 31"],
    [
      "2026-06-10 --calendar-days 15",
      "Vence el jueves 25 de junio de 2026, a las 24:00 (2026-06-26T05:00:00.000Z)",
      "leak",
    ],
  ])("%s: %s (%s)", (line, last) => {
    const answer = typed(line);
    expect(answer.ok && answer.value.at(-1)).toBe(last);
  });

  it("prints every day and its reason", () => {
    expect(typed("2026-04-01 2")).toEqual({
      ok: true,
      value: [
        "2 días hábiles desde el miércoles 1 de abril de 2026, calendario de la empresa (semilla-2026-11-24)",
        "2026-04-01  miércoles  No: es el día en que empieza",
        "2026-04-02  jueves     No: feriado (Jueves Santo)",
        "2026-04-03  viernes    No: feriado (Viernes Santo)",
        "2026-04-04  sábado     No: fin de semana",
        "2026-04-05  domingo    No: fin de semana",
        "2026-04-06  lunes      Sí, día 1",
        "2026-04-07  martes     Sí, día 2",
        "Vence el martes 7 de abril de 2026, a las 24:00 (2026-04-08T05:00:00.000Z)",
      ],
    });
  });

  it.each([
    ["", "Falta la fecha", "an empty line"],
    ["2026-02-30 3", "no es una fecha", "a day that does not exist"],
    ["2026-07-20", "un plazo y uno solo", "no term"],
    ["2026-07-20 3 --months 2", "un plazo y uno solo", "two terms"],
    ["2026-07-20 0", "al menos 1", "a term of zero days"],
    ["2026-07-20 --months 13", "como mucho 12 meses", "too many months"],
    ["2026-07-20 3 --calendar lunar", "Elige el calendario", "an unknown calendar"],
    ["2026-07-20 3 4", "No se entiende «4»", "one number too many"],
  ])("refuses «%s»: %s (%s)", (line, words) => {
    const answer = typed(line);
    expect(answer.ok || answer.error).toContain(words);
  });
});
