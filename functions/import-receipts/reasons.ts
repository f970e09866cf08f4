import type { RefusedFor } from "../../shared/domain/billing/import.ts";
import type { CellProblem, RowProblem } from "../../shared/domain/billing/row-reader.ts";

const sentences = {
  ragged: "no tiene tantas celdas como la cabecera",
  missing: "falta",
  "too-long": "es demasiado largo",
  "not-a-code": "no tiene la forma de este código",
  "not-one-of": "no es uno de los valores que se conocen",
  "not-whole": "no es un número entero sin signo, punto ni separador de miles",
  "not-money": "no es un importe con punto decimal y sin separador de miles",
  "not-a-date": "no es una fecha (AAAA-MM-DD, DD/MM/AAAA o AAAAMMDD)",
  "not-a-month": "no es un mes (AAAA-MM)",
  "not-an-hour": "no es una hora (HH:MM)",
  "not-hours": "no es una franja de horas (HH:MM-HH:MM)",
  "not-a-price": "no es un precio con punto decimal y hasta cuatro decimales",
  formula: "empieza como una fórmula de hoja de cálculo",
  "not-expected": "no va con este tipo de facturación",
  "out-of-place": "no va con lo demás de la fila",
  "not-negative": "debe ser negativo o cero, porque se descuenta",
  "off-the-product": "no es la base por la tarifa",
  "not-the-difference": "no es la diferencia de las lecturas",
  "not-after": "no es posterior a la fecha que le precede",
  "to-come": "es un día que todavía no llega",
  "only-domestic": "solo puede ser S en la categoría DOMESTICO",
  "off-the-list": "no coincide con la lista de tarifas",
  "off-the-sum": "no coincide con la suma de los importes del recibo",
} as const satisfies Record<CellProblem, string>;

/**
 * Returns why a row was refused or warned, as one line of Spanish with every problem, separated by `; `; empty if there
 * is no problem.
 */
export function reasonOf(problems: readonly RowProblem[]): string {
  return problems
    .map(
      ({ column, problem, expected }) =>
        `${column} ${sentences[problem]}${expected === undefined ? "" : ` (se esperaba ${expected})`}`,
    )
    .join("; ");
}

const shownReasons = 10;

/**
 * Counts why the rows of a file are refused. A row counts for each of its problems; what was expected in its place is
 * left out. `found` returns how many rows were refused, and the ten reasons with most rows.
 */
export function refusedReasons(): {
  note(problems: readonly RowProblem[], line: number): void;
  found(): { refusedRows: number; refusedFor: RefusedFor[] };
} {
  const counted = new Map<string, RefusedFor>();
  let refusedRows = 0;
  return {
    note: (problems, line) => {
      refusedRows += 1;
      for (const reason of new Set(problems.map(({ column, problem }) => reasonOf([{ column, problem }])))) {
        const before = counted.get(reason) ?? { reason, rows: 0, line };
        counted.set(reason, { ...before, rows: before.rows + 1 });
      }
    },
    found: () => {
      const refusedFor = [...counted.values()].sort((a, b) => b.rows - a.rows).slice(0, shownReasons);
      return { refusedRows, refusedFor };
    },
  };
}
