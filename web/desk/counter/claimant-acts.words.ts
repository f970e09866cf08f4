import type { IntakeChannel } from "../../../shared/domain/counter/act-on-behalf.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";

export const intakeChannelNames = {
  telephone: "Llamó por teléfono",
  counter: "Vino a la oficina",
} as const satisfies Partial<Record<IntakeChannel, string>>;

/** The channels of an act that may also come as a document of the document desk. */
export const actChannelNames = {
  ...intakeChannelNames,
  "document-desk": "Presentó un documento",
} as const satisfies Record<IntakeChannel, string>;

/** Whether a claimant who files a recourse has the decision, if its notification is not recorded. */
export const knowsNames = { yes: "Sí, ya la tiene", no: "No, todavía no" } as const;

export const acceptedNames = {
  yes: "Sí, la acepta",
  no: "No la acepta",
  other: "No la acepta, y propone otra cosa",
} as const;

export const withdrawalNames = {
  procedure: "Del procedimiento: puede volver a reclamar si está en plazo",
  claim: "Del reclamo: no puede volver a reclamar lo mismo",
} as const;

/** The ways in which a person confirms an act that staff record for them. */
export const confirmingNames = {
  sms: "Con un código a su celular",
  email: "Con un código a su correo",
  voice: "Con su voz, en una llamada grabada",
  signature: "Con un papel firmado aquí",
  paper: "Con un papel que presentó, con su sello",
} as const;

export const claimantActWords = {
  came: "¿Cómo vino?",
  remedy: "Qué responde",
  defects: "Esto se le pidió:",
  newEvidence: "Qué demuestra el documento que trae",
  extension: "Qué agrega",
  months: "¿Reclama también otros meses?",
  offer: "¿Qué propuesta responde?",
  counterSays: "Por qué, con sus palabras",
  accepted: "¿La acepta?",
  of: "¿De qué desiste?",
  withdrawn: {
    reconsideration: "Desiste de la reconsideración: la decisión queda firme.",
    appeal: "Desiste de la apelación: la decisión queda firme.",
    tribunal: "Desiste de la apelación: el expediente está en el TRASS, se le envía y él decide.",
  },
  quejaGround: "¿De qué se queja?",
  quejaDuty: "Qué debía hacer la empresa y no hizo",
  quejaFacts: "Qué pasó",
  reason: "Motivo, si lo dice",
  grounds: "Por qué no está de acuerdo",
  readBack: "Escríbalo con sus palabras. Si lo dice de viva voz, léaselo antes de seguir.",
  evidence: "Documentos nuevos",
  confirming: "¿Cómo lo confirma?",
  sendCode: "Enviar el código",
  sent: (time: string) => `Código enviado. Vale hasta ${time}`,
  code: "Código que le dice la persona",
  codeHint: "6 dígitos. Solo vale para lo escrito arriba: si lo cambia, envíe otro.",
  voiceWhy: "No tiene celular ni correo donde enviarle un código.",
  voiceSteps: (telephone: string | undefined) => [
    telephone
      ? `Llámela al ${groupedTelephone(telephone)}, el teléfono del reclamo.`
      : "El reclamo no tiene teléfono: siga en esta llamada.",
    "Léale lo de abajo, empiece a grabar y léale lo que escribió. Termine de grabar cuando responda.",
    "Agregue aquí esa grabación.",
  ],
  signed: "Papel firmado, escaneado",
  presented: "Papel que presentó, escaneado con su sello",
  receivedAt: "Cuándo lo presentó, según el sello",
  lateReason: "Por qué se anota recién hoy",
  lateReasonHint: "Solo si lo presentó un día anterior. Queda en el historial.",
  fromSubmission: "Se toma del documento de mesa de partes: cuenta desde el día en que se presentó.",
  knows: "¿Ya tiene la decisión?",
  unnotified: "No consta la entrega de la decisión. Si la persona ya la tiene, con este recurso queda notificada.",
  signedMissing: "Agregue el papel firmado.",
} as const;
