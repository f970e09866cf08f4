import type { Result } from "../domain/result.ts";

/**
 * Every refusal the API can answer, its status and its sentence in Spanish. A route lists the kinds it may give;
 * `invalid-request` and `unexpected` are implied by every route and never listed.
 */
export const refusals = {
  "invalid-request": {
    status: 400,
    title: "Hay datos que corregir",
    detail: "Revisa los datos marcados y vuelve a intentarlo.",
  },
  "malformed-json": {
    status: 400,
    title: "No pudimos leer lo que enviaste",
    detail: "El contenido no es un JSON válido.",
  },
  "malformed-cursor": {
    status: 400,
    title: "La página pedida no existe",
    detail: "Vuelve a la primera página de la lista.",
  },
  "not-through-the-front-door": {
    status: 403,
    title: "Entra por la dirección del sitio",
    detail: "Esta dirección no atiende al público. Usa la del sitio web.",
  },
  "wrong-token": {
    status: 401,
    title: "Ingresa otra vez",
    detail: "Tu sesión no sirve para esta parte. Ingresa otra vez.",
  },
  "not-your-role": {
    status: 403,
    title: "Tu cargo no permite hacer esto",
    detail: "Pide a quien administra los accesos que te dé el cargo que hace falta.",
  },
  "route-not-found": {
    status: 404,
    title: "No encontramos esa dirección",
    detail: "Revisa la dirección o vuelve al inicio.",
  },
  "receipt-not-found": {
    status: 404,
    title: "No encontramos un recibo con esos datos",
    detail: "Revisa el código de suministro y el número de recibo o de documento, tal como están en tu recibo.",
  },
  "too-many-guesses": {
    status: 429,
    title: "Demasiados intentos con este suministro",
    detail: "Por seguridad, espera a la próxima hora para volver a intentarlo, o ingresa con tu celular o correo.",
  },
  "supply-not-linked": {
    status: 404,
    title: "Ese suministro no está entre los tuyos",
    detail: "Vincula el suministro con un dato de un recibo reciente.",
  },
  "too-many-supplies": {
    status: 409,
    title: "Ya tienes muchos suministros vinculados",
    detail: "Puedes vincular hasta 50. Quita uno que ya no uses.",
  },
  "import-not-found": {
    status: 404,
    title: "No encontramos esa importación",
    detail: "Vuelve a la lista de importaciones.",
  },
  "report-not-ready": {
    status: 409,
    title: "El informe todavía no está listo",
    detail: "La importación sigue en curso. Espera a que termine.",
  },
  unexpected: {
    status: 500,
    title: "Algo falló de nuestro lado",
    detail: "No se guardó nada a medias. Vuelve a intentarlo en un momento; si sigue, llámanos.",
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type RefusalKind = keyof typeof refusals;

/** A field and what is wrong with it, in Spanish; `field` is a path such as `body.supplyCode`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Refusal<Kind extends RefusalKind = RefusalKind> {
  readonly ok: false;
  readonly error: Kind;
  /** Replaces the kind's own sentence where the case allows a more helpful one. */
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

export type Answer<Value, Kind extends RefusalKind> = Result<Value, Refusal<Kind>>;

/** Refuses with a kind of the table above. */
export function refused<const Kind extends RefusalKind>(
  error: Kind,
  more: Omit<Refusal, "ok" | "error"> = {},
): Refusal<Kind> {
  return { ok: false, error, ...more };
}

/** The body of every refusal: RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: `urn:caudal:${RefusalKind}`;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

/** Turns a refusal into the problem its caller reads. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title, detail } = refusals[refusal.error];
  return {
    type: `urn:caudal:${refusal.error}`,
    title,
    status,
    detail: refusal.detail ?? detail,
    ...(refusal.fields && { errors: refusal.fields }),
  };
}
