const photoOfEachSheet = "Imprímelo como PDF, o toma una foto de cada hoja, y envíalo otra vez.";

/**
 * Why a file is refused and what its sender can do, in Spanish. A file refused before it is filed leaves room for
 * another, and is not kept.
 */
export const refusals = {
  "not-as-announced": "El archivo que llegó no es el que se anunció. Quítalo y envíalo otra vez.",
  empty: "El archivo está vacío. Ábrelo para revisarlo y envíalo otra vez.",
  "other-type": "El archivo no es del tipo que dice su nombre. Envía una foto (JPG, PNG, HEIC) o un PDF.",
  incomplete: "El archivo está incompleto. Ábrelo para revisarlo y envíalo otra vez.",
  damaged: "El archivo está dañado y no se puede leer. Ábrelo, guárdalo de nuevo y envíalo otra vez.",
  "two-in-one": `El archivo lleva otro escondido antes, después o dentro del suyo. ${photoOfEachSheet}`,
  program: `El archivo lleva un programa dentro. ${photoOfEachSheet}`,
  "other-files": "El PDF lleva otros archivos dentro. Envía cada archivo por separado.",
  "live-form": `El PDF es un formulario que se llena en pantalla (XFA). ${photoOfEachSheet}`,
  media: `El PDF lleva video, sonido o figuras en tres dimensiones. ${photoOfEachSheet}`,
  "acts-alone": `El PDF hace algo por sí solo cuando se abre. ${photoOfEachSheet}`,
  "other-links": `El PDF lleva un enlace que no va a una página web, un correo o un teléfono. ${photoOfEachSheet}`,
  elsewhere: `El PDF muestra algo que no vino dentro de él, sino que está en otro archivo. ${photoOfEachSheet}`,
  "more-than-it-holds": `El PDF anuncia más contenido del que tiene. ${photoOfEachSheet}`,
  "unknown-part": "La imagen lleva una parte que ninguna foto lleva. Ábrela, guárdala de nuevo y envíala otra vez.",
  "too-much-inside": `El archivo ocupa demasiado cuando se abre. ${photoOfEachSheet}`,
  "too-many-pixels": "La imagen es demasiado grande. Envíala con menos resolución.",
  "too-many-pages": "El PDF tiene más de 500 hojas. Envíalo en partes.",
  "no-pages": "El PDF no tiene ninguna hoja. Ábrelo para revisarlo y envíalo otra vez.",
  animated: "La imagen se mueve. Envía una foto fija o un PDF.",
  malware:
    "El archivo tiene un virus. No lo abras. Envía el documento desde otro equipo, o trae el papel a la oficina.",
} as const;

const stillFiled = "Lo que presentaste con él sigue presentado, y el archivo queda guardado.";
const sendReadable = `${stillFiled} Envía además una copia que se pueda abrir.`;

/** Why a file could not be read, in Spanish. What was filed with it stays filed. */
export const silences = {
  password: `El PDF pide una contraseña. ${stillFiled} Envía además una copia sin contraseña.`,
  "too-hard": `No pudimos leer el archivo entero. ${sendReadable}`,
  "not-scanned": `No pudimos revisar si el archivo tiene virus. ${sendReadable}`,
} as const;

export type Refusal = keyof typeof refusals;
export type Silence = keyof typeof silences;

/** Why a check does not pass a file. */
export type Cause = Refusal | Silence;

export function isSilence(cause: Cause): cause is Silence {
  return cause in silences;
}

export function isCause(value: unknown): value is Cause {
  return typeof value === "string" && (value in refusals || value in silences);
}

/** Returns the Spanish sentence that the sender is shown for a cause. */
export function wordsOf(cause: Cause): string {
  return isSilence(cause) ? silences[cause] : refusals[cause];
}
