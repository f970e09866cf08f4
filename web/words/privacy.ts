import type { PrivacyFacts } from "../privacy-facts.ts";
import { said } from "./said.ts";

const kept: Readonly<Record<PrivacyFacts["retention"][number]["what"], string>> = {
  claims: "un reclamo, desde que termina",
  submissions: "un documento o archivo, desde que llega",
  readings: "una lectura atípica, desde que termina",
  contacts: said("{tus|sus} consultas"),
  openings: said("quién del personal vio {tus|sus} datos"),
  drafts: "un borrador guardado",
  "unfiled-files": "un archivo rechazado, sin presentar",
  "write-keys": "la clave que evita envíos repetidos",
};

const timeOf = (keep: PrivacyFacts["retention"][number]["keep"]): string =>
  "years" in keep ? `${keep.years} años` : `${keep.days} días`;

/**
 * Returns what the law requires to inform people of where they give their data, as six sections: who answers for the
 * data, what for, who else sees them, how long, where, and which rights.
 */
export function privacyNotice(facts: PrivacyFacts) {
  const { responsible, purpose, recipients, crossBorder, contact, accessDays, correctionDays, retention } = facts;
  return [
    { title: said("Quién responde por {tus|sus} datos"), paragraphs: [responsible] },
    { title: "Para qué los usamos", paragraphs: [purpose] },
    { title: "Quién más los ve", paragraphs: [`${recipients.join("; ")}. Nadie más.`] },
    {
      title: "Cuánto tiempo los guardamos",
      paragraphs: retention.map(({ what, keep }) => `${timeOf(keep)}: ${kept[what]}.`),
    },
    { title: "Dónde se guardan", paragraphs: [crossBorder] },
    {
      title: said("{Tus|Sus} derechos"),
      paragraphs: [
        said(
          `{Puedes|Puede} pedir ver {tus|sus} datos: {te|le} respondemos en ${accessDays} días hábiles. También corregirlos, borrarlos u {oponerte|oponerse} a un uso: en ${correctionDays} días hábiles.`,
        ),
        said(
          `{Pídelo|Pídalo} por ${contact}. Es gratis. Lo que prueba un reclamo no se borra mientras la ley lo guarda.`,
        ),
      ],
    },
  ] as const;
}

export const privacyNoticeWords = {
  title: said("Qué hacemos con los datos que nos {das|da} aquí"),
  more: said("Leer todo sobre {tus|sus} datos"),
  call: (telephone: string) => said(`Si {tienes|tiene} dudas, {llama|llame} al ${telephone}.`),
} as const;

const ownSections = [
  {
    title: "Qué datos usamos",
    paragraphs: [
      "Para ver un recibo: los números que escribes. No van en la dirección de la página.",
      "Para ingresar: tu correo o celular, solo para el código y reconocerte.",
      "De tu cuenta: los suministros que vinculas y lo que guardas o pides en «Mis datos», hasta que lo borres.",
      "El titular ve parte de tu contacto. Si quita un suministro de tu cuenta, lo recordamos 13 meses.",
      "De tu reclamo: lo que pide el formulario oficial y los archivos que agregas.",
    ],
  },
  {
    title: "Qué queda en tu navegador",
    paragraphs: [
      "Una llave para no ingresar en cada página. Se borra al salir o al cerrar la pestaña.",
      "Lo que escribiste para ver el último recibo. Se borra con «Ver otro recibo», al salir o al cerrar la pestaña.",
      "Un reclamo que empezaste: tus respuestas, los montos de tus recibos y tus fotos. Se borra al enviarlo, a los 30 días o cuando lo borres.",
      "Tu documento no queda en el teléfono: se borra al cerrar la pestaña.",
      "Lo que escribes en otro formulario. Se borra al enviarlo o al cerrar la pestaña.",
      "No usamos cookies, publicidad ni programas de otras empresas. La página de tu código usa una cookie propia.",
    ],
  },
  {
    title: "Qué no mostramos",
    paragraphs: [
      "La consulta de un recibo nunca muestra nombre, documento ni dirección del titular.",
      "Salen en su PDF, con su clave o el documento del titular.",
    ],
  },
] as const;

/**
 * Returns the sections of the page of privacy: those of the notice, then which data are used, what stays in the
 * browser, and what is not shown.
 */
export const privacySections = (facts: PrivacyFacts) => [...privacyNotice(facts), ...ownSections];
