import type { ClaimRefusal } from "../../domain/case/claim.ts";

/** Why the law does not allow an act now, as a sentence a person can act on. */
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
  "too-late": "El plazo para eso ya pasó.",
  "already-notified": "Esa observación ya fue notificada.",
  "same-type": "El reclamo ya es de ese tipo.",
  "no-leak-requirement": "Nadie requirió reparar una fuga en este reclamo.",
  "no-meter-claimed": "La contrastación es para reclamos por consumo medido.",
  "already-asked": "La contrastación ya fue pedida.",
  "no-meter-test": "No hay una contrastación ordenada en este reclamo.",
  "override-not-approved":
    "Falta un medio probatorio: antes de enviar a firma, otra persona debe dispensarlo por escrito.",
  "nothing-signed": "No hay ningún acto firmado que rectificar.",
  "not-certified-yet": "Falta el certificado del silencio positivo: se emite solo, en la hora que viene.",
  "already-certified": "El silencio positivo ya fue certificado.",
  "no-queja-pending": "No hay una queja pendiente en este reclamo.",
  "hearing-pending": "Todavía no pasa la fecha de la audiencia.",
  "hearing-already-moved": "La audiencia ya se movió una vez, y solo se puede una.",
  "appointments-already-given": "A este reclamo ya se le dio lugar.",
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
  "evidence-there": "La reconsideración ya trae una prueba nueva.",
  "evidence-already-asked": "La prueba nueva ya se le pidió una vez, y solo se puede una.",
  "evidence-awaited": "Se le pidió una prueba nueva y sus días para traerla todavía no terminan.",
  "evidence-never-asked":
    "La reconsideración no trae una prueba nueva y nadie se la pidió: pídesela antes de declararla improcedente.",
  "no-new-evidence": "La reconsideración necesita un documento nuevo. Sin él, presenta una apelación.",
};

/** Why a visit cannot say that a leak is repaired. */
export const stillTurning = "Con los puntos de agua cerrados el medidor siguió registrando: la fuga no está reparada.";
