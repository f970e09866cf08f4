import type { ClaimRefusal } from "../domain/claim.ts";

/** Why the law does not take an act now, as a sentence a person can act on. */
export const refusalWords: Readonly<Record<ClaimRefusal, string>> = {
  "positive-silence": "El plazo para decidir pasó: el reclamo se tiene por aprobado y ya no se puede decidir.",
  "silence-to-confirm":
    "El plazo pasó con una entrega en camino: solo se puede registrar esa entrega, con foto, hora del equipo y una segunda persona.",
  "claim-over": "El reclamo ya terminó.",
  "not-in-this-state": "El reclamo está en otro paso. Ábrelo otra vez y mira qué se puede hacer.",
  "not-your-role": "Eso lo hace otro cargo.",
  "not-happened-yet": "La fecha que escribiste todavía no llega.",
  "before-its-cause": "La fecha que escribiste es anterior al acto del que depende.",
  "clock-behind": "El reloj del servidor está atrasado. Vuelve a intentarlo en un momento.",
  "telephone-holder-only":
    "Por teléfono solo reclama el titular. Quien no lo es puede reclamar por la web o en la oficina.",
  "too-late": "El plazo para eso ya pasó.",
  "hearing-pending": "Todavía no pasa la fecha de la audiencia.",
  "hearing-already-moved": "La audiencia ya se movió una vez, y solo se puede una.",
  "hearing-too-late": "La audiencia no puede quedar tan tarde: no daría tiempo para decidir.",
  "special-power-needed": "Quien representa necesita un poder especial que nombre este acto.",
  "nothing-to-sign": "No hay nada enviado a firma.",
  "draft-already-frozen": "Ya hay un proyecto enviado a firma. Devuélvelo antes de enviar otro.",
  "delivery-not-proved": "Para registrar tarde una entrega hacen falta foto, hora del equipo y una segunda persona.",
  "withdrawal-already-requested": "Ya pediste desistir. Falta que la empresa lo acepte.",
  "too-many-extensions": "Ya agregaste diez veces. Reúne lo que falta y preséntalo en la mesa de partes.",
  "no-withdrawal-requested": "Nadie pidió desistir.",
  "no-recourse-left": "Contra lo último que se decidió no queda recurso ante la empresa.",
  "already-reconsidered": "Ya se reconsideró una vez. Lo que queda es la apelación ante el tribunal de SUNASS.",
  "no-new-evidence": "La reconsideración necesita un documento nuevo. Sin él, presenta una apelación.",
};
