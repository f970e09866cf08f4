import { monthAndYear } from "../../domain/receipt/spanish-months.ts";
import { longestFindingKey } from "../../domain/resolution/resolution-answers.ts";
import { type FigureKind, figuresIn, type WrittenFigure } from "../../domain/resolution/written-figures.ts";
import type { ResolutionDraft } from "../../storage/resolution/resolution-drafts.ts";
import { type LintFacts, wordsOf } from "./lint-facts.ts";

/** What can be wrong with a draft. */
export const draftFaults = [
  "unanswered",
  "uncited",
  "citation-not-found",
  "code-not-found",
  "name-not-found",
  "proof-not-weighed",
  "figure-not-found",
  "offer-cited",
  "offer-not-accepted",
  "agreement-departed",
  "meter-test-contradicted",
  "recourse-denied",
  "recourse-days",
  "no-redress",
  "outcome-contradicted",
  "not-in-part",
  "unfinished",
] as const;
export type DraftFault = (typeof draftFaults)[number];

/** Faults that nobody lets go: they are read from a citation, not inferred from words or figures. */
const stopping: ReadonlySet<DraftFault> = new Set(["offer-cited"]);

/** Something wrong with a draft of a resolution. */
export interface DraftFinding {
  readonly fault: DraftFault;
  /** The same for the same fault in the same words: another person lets it go by this key. */
  readonly key: string;
  /** No override lets it go. */
  readonly stops?: true | undefined;
  /** In Spanish: what is wrong, and what to do. */
  readonly text: string;
  /** The field of the draft where it is mended, such as `reasons`, `answer-grounds` or `m3-S001-00045001`. */
  readonly field: string;
  /** What in the file shows it, as a citation. */
  readonly look?: string | undefined;
}

/** A text of the draft with its field. */
interface Written {
  readonly field: string;
  readonly text: string;
}

function finding(
  fault: DraftFault,
  about: string,
  { field, ...shown }: Pick<DraftFinding, "text" | "field" | "look">,
): DraftFinding {
  const key = `${fault}:${about.replaceAll(/\s+/g, " ")}`.slice(0, longestFindingKey);
  return { fault, key, field, ...(stopping.has(fault) && { stops: true as const }), ...shown };
}

/**
 * Returns what is wrong with a draft, in the order in which it is checked; empty if nothing is. Compares words and
 * figures only: whether a reason convinces is for the signer to judge. The same fault in the same words appears once.
 */
export function lintResolution(draft: ResolutionDraft, facts: LintFacts): readonly DraftFinding[] {
  const texts = textsOf(draft, facts);
  const found = [
    ...answersMissing(draft, facts),
    ...citationsMissing(draft, facts),
    ...proofsLeft(draft, facts),
    ...meterTest(draft, facts),
    ...agreements(draft, facts),
    ...redress(draft, facts),
    ...contradictions(draft, facts),
    ...extentOf(draft, facts),
    ...texts.flatMap((written) => [
      ...offersCited(written, facts),
      ...figuresMissing(written, facts),
      ...codesMissing(written, facts),
      ...namesMissing(written, facts),
      ...recourses(written, facts),
      ...unfinished(written),
    ]),
  ];
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

function textsOf(
  { decision, reasons, months, answers = [] }: ResolutionDraft,
  { matters }: LintFacts,
): readonly Written[] {
  return [
    { field: "decision", text: decision },
    { field: "reasons", text: reasons },
    ...matters.flatMap(({ matter }) => {
      const answer = answers.find((one) => one.matter === matter);
      return answer ? [{ field: `answer-${matter}`, text: answer.text }] : [];
    }),
    ...months.flatMap(({ receiptNumber, departure }) =>
      departure ? [{ field: `departure-${receiptNumber}`, text: departure }] : [],
    ),
  ];
}

/** Fewer words than this answer nothing. */
const leastWords = 3;

function answersMissing({ answers = [] }: ResolutionDraft, { matters }: LintFacts): readonly DraftFinding[] {
  return matters.flatMap(({ matter, about }) => {
    const answer = answers.find((one) => one.matter === matter);
    const field = `answer-${matter}`;
    const words = answer?.text.split(/\s+/).filter(Boolean) ?? [];
    if (words.length < leastWords)
      return [finding("unanswered", matter, { field, text: `«${about}» no tiene respuesta. Escríbala.` })];
    if (answer?.cites.length === 0)
      return [
        finding("uncited", matter, {
          field,
          text: `«${about}» no dice qué lo prueba. Marque la pieza del expediente.`,
        }),
      ];
    return [];
  });
}

function citationsMissing(
  { answers = [] }: ResolutionDraft,
  { matters, citables, openOffers }: LintFacts,
): readonly DraftFinding[] {
  const known = new Set(citables.map(({ cite }) => cite));
  const open = new Set(openOffers.flatMap(({ cites }) => cites));
  return matters.flatMap(({ matter, about }) => {
    const cites = answers.find((one) => one.matter === matter)?.cites ?? [];
    const field = `answer-${matter}`;
    return cites.flatMap((cite) => {
      if (open.has(cite)) return [finding("offer-cited", cite, { field, text: offerText, look: cite })];
      if (known.has(cite)) return [];
      const text = `«${about}» cita una pieza que no está en el expediente o que no prueba nada (${cite}). Quítela.`;
      return [finding("citation-not-found", `${matter} ${cite}`, { field, text })];
    });
  });
}

const offerText =
  "Cita una propuesta que no fue aceptada. Lo que se propuso para conciliar no pesa en la decisión: quítelo.";

/** By words or a figure alone it may be a mistake: another person may let it go. */
const offerFinding = (about: string, field: string, look: string | undefined): DraftFinding =>
  finding("offer-not-accepted", about, { field, text: offerText, look });

/** The claimant's files must be weighed (digest 3.6, contents 3 f), unless the merits are not examined. */
function proofsLeft({ answers = [] }: ResolutionDraft, { matters, proofs }: LintFacts): readonly DraftFinding[] {
  const [first] = matters;
  if (!first || first.matter === "dismissal") return [];
  const cited = new Set(answers.flatMap(({ cites }) => cites));
  return proofs.flatMap(({ cites, name }) => {
    if (cites.some((cite) => cited.has(cite))) return [];
    const text = `No se valora lo que trajo quien reclama: ${name}. Cítelo en una respuesta y diga qué prueba o por qué no.`;
    return [finding("proof-not-weighed", cites[0], { text, field: `answer-${first.matter}`, look: cites[0] })];
  });
}

function meterTest(
  { outcome, answers = [] }: ResolutionDraft,
  { matters, meterTest: test }: LintFacts,
): readonly DraftFinding[] {
  if (!test || outcome === "dismissed" || outcome === "concluded") return [];
  const field = matters.some(({ matter }) => matter === "meter-test") ? "answer-meter-test" : "reasons";
  const answer = answers.find(({ matter }) => matter === "meter-test");
  const uncited =
    field === "answer-meter-test" && answer && answer.cites.length > 0 && !answer.cites.includes(test.cite);
  return [
    ...(uncited
      ? [
          finding("uncited", "meter-test result", {
            field,
            text: "La respuesta sobre la contrastación no cita su resultado. Márquelo entre lo que la prueba.",
            look: test.cite,
          }),
        ]
      : []),
    ...(test.result === "over-registers" && outcome === "rejected"
      ? [
          finding("meter-test-contradicted", "rejected", {
            field: "outcome",
            text: "La contrastación dice que el medidor registra de más, y el reclamo se declara infundado. Revise el sentido.",
            look: test.cite,
          }),
        ]
      : []),
  ];
}

function agreements({ months }: ResolutionDraft, { agreed }: LintFacts): readonly DraftFinding[] {
  return [...agreed].flatMap(([receiptNumber, m3]) => {
    const left = months.find((month) => month.receiptNumber === receiptNumber)?.correctedM3;
    if (left === m3) return [];
    const text = `Se acordó dejar el recibo ${receiptNumber} en ${m3} m³, y el proyecto lo deja ${left === undefined ? "como se facturó" : `en ${left} m³`}.`;
    return [finding("agreement-departed", receiptNumber, { text, field: `m3-${receiptNumber}` })];
  });
}

const upholding: ReadonlySet<string> = new Set(["upheld", "partly-upheld"]);
const orders =
  /orden|dispon|corr[ei]|retir|anul|devuelv|devoluc|emit|emis|factur|camb|repar|instal|recon(?:ect|ex)|abon|recalcul|nota de crédito/i;

/** An upheld claim must change something: a volume where that is what was asked for, or what the decision orders. */
function redress(
  { outcome, decision, months: drafted }: ResolutionDraft,
  { months, request }: LintFacts,
): readonly DraftFinding[] {
  if (!upholding.has(outcome)) return [];
  const isOfVolume = (request === "bill-normal-use" || request === "correct-reading") && months.length > 0;
  const isLowered = months.some(({ number, m3 }) => {
    const left = drafted.find(({ receiptNumber }) => receiptNumber === number)?.correctedM3;
    return left !== undefined && left < m3;
  });
  if (isLowered || (!isOfVolume && orders.test(decision))) return [];
  const field = isOfVolume ? `m3-${months[0]?.number}` : "decision";
  const text = isOfVolume
    ? "Se le da la razón y ningún recibo baja. Escriba el volumen en que queda cada mes que se corrige."
    : "Se le da la razón y no se ordena nada. Diga qué hará la empresa.";
  return [finding("no-redress", outcome, { text, field })];
}

/** Words of a decision that another outcome would say. */
const otherWords: Readonly<Partial<Record<ResolutionDraft["outcome"], RegExp>>> = {
  upheld: /\binfundad[oa]s?\b|\bimprocedentes?\b|\bfundad[oa]s? en parte\b|\bparcialmente fundad[oa]s?\b/i,
  "partly-upheld": /\bimprocedentes?\b/i,
  rejected: /(?<!in)\bfundad[oa]s?\b|\bimprocedentes?\b/i,
  dismissed: /\b(?:in)?fundad[oa]s?\b/i,
};

function contradictions({ outcome, decision, months }: ResolutionDraft, facts: LintFacts): readonly DraftFinding[] {
  const [word] = otherWords[outcome]?.exec(decision) ?? [];
  const refuses = outcome === "rejected" || outcome === "dismissed" || outcome === "concluded";
  const monthFindings = months.flatMap(({ receiptNumber, outcome: own = outcome, correctedM3 }) => {
    const month = facts.months.find(({ number }) => number === receiptNumber);
    const name = month ? monthAndYear(month.period) : receiptNumber;
    const about = (text: string, field: string) => [
      finding("outcome-contradicted", `${receiptNumber} ${field}`, { text, field }),
    ];
    if (correctedM3 !== undefined && (refuses || !upholding.has(own)))
      return about(
        `${capital(name)} se corrige, y la decisión sobre ese mes no le da la razón. Quite el volumen o cambie el sentido.`,
        `m3-${receiptNumber}`,
      );
    if ((outcome === "upheld" && !upholding.has(own)) || (refuses && upholding.has(own)))
      return about(
        `La decisión sobre ${name} no es la del conjunto. Si unos meses se conceden y otros no, es fundado en parte.`,
        facts.months.length > 1 ? `outcome-${receiptNumber}` : "outcome",
      );
    return [];
  });
  return [
    ...(word
      ? [
          finding("outcome-contradicted", word.toLowerCase(), {
            text: `El texto dice «${word}», y el sentido elegido es otro. Corrija uno de los dos.`,
            field: "decision",
          }),
        ]
      : []),
    ...monthFindings,
  ];
}

const inPart = /\ben parte\b|\bparcialmente\b/i;
const wholly = /(?<!in)\bfundad[oa]s?\b/i;
const notAtAll = /\binfundad[oa]s?\b/i;

/**
 * Whether «fundado» and «fundado en parte» say how much is granted (digest 3.6): in part is neither everything nor
 * nothing, by the words of the decision, by what each month is given, and by the m³ that were asked. A month left
 * where it was agreed is not judged. What a tribunal ordered may have been denied beside the months: then nothing is
 * said to be everything.
 */
function extentOf({ outcome, decision, months: drafted }: ResolutionDraft, facts: LintFacts): readonly DraftFinding[] {
  const { asked, agreed, matters, months } = facts;
  const granted = months.map(({ number, period }) => {
    const own = drafted.find(({ receiptNumber }) => receiptNumber === number);
    const left = own?.correctedM3;
    const volume = agreed.has(number) ? undefined : asked.get(number);
    const isLess = volume !== undefined && left !== undefined && left > volume.most;
    const isAll = volume === undefined ? own?.outcome === "upheld" : left !== undefined && left <= volume.least;
    const isNone = own?.outcome !== undefined && !upholding.has(own.outcome);
    return { number, period, left, most: volume?.most, isLess, isAll, isNone, own: own?.outcome ?? outcome };
  });
  const found = (about: string, field: string, text: string) => finding("not-in-part", about, { field, text });
  const less = granted.flatMap(({ number, period, left, most, isLess, own }) => {
    if (!isLess || own !== "upheld") return [];
    const text = `${capital(monthAndYear(period))} queda en ${left} m³, y lo que se pidió es ${most} m³: eso es fundado en parte. Cambie el sentido o el volumen.`;
    return [found(`less ${number}`, months.length > 1 ? `outcome-${number}` : "outcome", text)];
  });
  if (outcome !== "partly-upheld") return less;
  const says = [wholly, notAtAll].flatMap((words) => words.exec(decision)?.[0] ?? []);
  const isApart = says.length > 1 && months.length > 1;
  const [word] = inPart.test(decision) || isApart ? [] : says;
  const isOnlyMonths = matters.every(({ matter }) => !matter.startsWith("order-"));
  const every = (which: "isAll" | "isNone") => granted.length > 0 && granted.every((month) => month[which]);
  return [
    ...less,
    ...(word
      ? [
          found(
            word.toLowerCase(),
            "decision",
            `El texto dice «${word}» a secas, y el sentido es fundado en parte. Corrija uno de los dos.`,
          ),
        ]
      : []),
    ...(every("isAll") && isOnlyMonths
      ? [
          found(
            "all",
            "outcome",
            "Se concede todo lo que se pidió: eso es fundado, y no fundado en parte. Cambie el sentido.",
          ),
        ]
      : []),
    ...(every("isNone")
      ? [
          found(
            "none",
            "outcome",
            "No se concede ningún mes: eso es infundado, y no fundado en parte. Cambie el sentido.",
          ),
        ]
      : []),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const offerWords = /\b(?:propuestas?|propuso|ofertas?|ofrecimientos?|ofreci(?:ó|eron|do))(?![\p{L}])/iu;

function offersCited(
  { field, text }: Written,
  { isOnlyProposed, openOffers, known }: LintFacts,
): readonly DraftFinding[] {
  const byWords = sentencesOf(text).filter((sentence) => isOnlyProposed && offerWords.test(sentence));
  const byFigure = figuresIn(text).filter((figure) => !isKnown(figure, known) && offerOf(figure, openOffers));
  return [
    ...byWords.map((sentence) => offerFinding(excerpt(sentence), field, openOffers[0]?.cites[0])),
    ...byFigure.map((figure) => offerFinding(figure.written, field, offerOf(figure, openOffers)?.cites[0])),
  ];
}

function offerOf({ kind, value }: WrittenFigure, openOffers: LintFacts["openOffers"]) {
  return openOffers.find(({ figures }) => figures.includes(`${kind}:${value}`));
}

function isKnown({ kind, value }: WrittenFigure, known: LintFacts["known"]): boolean {
  return known[kind].has(value);
}

const seenIn = "no está en ninguna pieza del expediente. Revise los recibos y las actas.";
const missingWords: Readonly<Record<FigureKind, (written: string) => string>> = {
  amount: (written) => `El monto «${written}» ${seenIn}`,
  volume: (written) => `El volumen «${written}» ${seenIn}`,
  date: (written) => `La fecha «${written}» ${seenIn}`,
  reading: (written) => `La ${written} ${seenIn}`,
  occupants: (written) => `«${written}» ${seenIn}`,
  article: (written) => `El ${written} no está en ninguna pieza ni entre los que la oficina cita. Revise la norma.`,
};

/** Before a day, what it is the day of: the last of these words says. */
const dayOf =
  /\b(?:(visitas?|visit[óa]|inspecci(?:ón|ones)|inspeccionó|acta)|recibos?|factura\w*|lecturas?|venc\w+|emi\w+|audiencia|notific\w+|ciclo|per[ií]odo)(?!\p{L})/giu;

/** Whether a day is said to be that of a visit. */
function isVisitDay({ kind, at }: WrittenFigure, sentence: string): boolean {
  const [, visit] = kind === "date" ? ([...sentence.slice(0, at).matchAll(dayOf)].at(-1) ?? []) : [];
  return visit !== undefined;
}

/** A sentence that names a norm has dates of its own. */
const normWords = /\b(?:ley|decreto|reglamento|resoluci[oó]n de consejo|directiva|código|TUO|norma)\b/i;

function figuresMissing({ field, text }: Written, facts: LintFacts): readonly DraftFinding[] {
  const { known, visitDays, openOffers } = facts;
  return sentencesOf(text).flatMap((sentence) => {
    const isThere = (figure: WrittenFigure) =>
      isVisitDay(figure, sentence) ? visitDays.has(figure.value) : isKnown(figure, known);
    const hasOtherDays = normWords.test(sentence);
    return figuresIn(sentence).flatMap((figure) => {
      const { kind, written } = figure;
      if (isThere(figure) || offerOf(figure, openOffers) || (kind === "date" && hasOtherDays)) return [];
      return [finding("figure-not-found", `${kind} ${written}`, { text: missingWords[kind](written), field })];
    });
  });
}

const codePatterns = [
  /\b[A-Z]{2,4}-\d{4}-\d{4,8}-\d\b/g,
  /\b\d{5}-\d{4}-[A-Z]{2,6}\b/g,
  /\b[A-Z]{1,2}\d{3}-\d{5,8}\b/g,
  /(?<![\d-])\d{8,11}(?![\d-])/g,
  // A meter: letters and digits in one, or what stands right after its name.
  /(?<![\w-])[A-Z]{1,4}\d{3,}[A-Z\d]*(?![\w-])/g,
  /(?<=\bmedidor\s+(?:(?:n\.?\s?[°º]|número|serie|con|de)\s*)*)[A-Z]{0,4}-?\d{3,}[A-Z\d]*(?![\w-])/gi,
];

/** Codes of another claim, receipt, supply, meter or person: the text was taken from elsewhere. */
function codesMissing({ field, text }: Written, { texts }: LintFacts): readonly DraftFinding[] {
  const codes = new Set(codePatterns.flatMap((pattern) => text.match(pattern) ?? []));
  return [...codes].flatMap((code) => {
    if (texts.includes(code) || texts.includes(code.toUpperCase())) return [];
    const shown = `«${code}» no es de este expediente. Revise si el texto viene de otro reclamo.`;
    return [finding("code-not-found", code, { text: shown, field })];
  });
}

const link = String.raw`(?:\s+(?:de|del|la|las|los|y))*\s+`;
const capitalized = String.raw`\p{Lu}[\p{L}]+`;
/** Who is named with their part in the claim, by one name at least; of the staff the file holds no names. */
const namedPerson = new RegExp(
  String.raw`(?<!\p{L})(?:señor(?:a|ita)?|don|doña|sra?\.|srta\.|usuari[oa]|titular|reclamante|recurrente|propietari[oa]|client[ea]|inquilin[oa]|vecin[oa]|a nombre de|atendid[oa] por)\s+(?:es\s+)?(${capitalized}(?:${link}${capitalized})*)`,
  "gu",
);
/** A full name by itself: a name and two surnames. */
const fullNames = new RegExp(String.raw`(?<![\p{L}.])(${capitalized}(?:${link}${capitalized}){2,})`, "gu");
/** A word that no person is called: of offices, norms, places and what a resolution says in capitals. */
const noPerson = new Set(
  wordsOf(
    "administración administrativa administrativo atención aguas apelación artículo calidad calle catastro ciudad código comercial conciliación consejo constitución crédito declara declarar decreto defensa derecho dirección directiva directivo distrito empresa eps expediente facturación formato fundada fundado general gerencia infundada infundado jirón jurídica legislativo ley libro ministerio nacional normas nota notificar oficina ordenado ordenar parte perú política prestación procedimiento procedimientos protección provincia provincial reclamaciones reclamo reclamos recurso reconsideración reglamento república resolución resolver resuelve sala saneamiento servicio servicios sociedad solución sunass suministro superintendencia supremo tarifario técnica texto trass tribunal único urbanización usuarios",
  ),
);

/** A name of somebody of whom the file says nothing: the text was taken from elsewhere, or the name is another's. */
function namesMissing({ field, text }: Written, { words }: LintFacts): readonly DraftFinding[] {
  const names = [namedPerson, fullNames].flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
  return [...new Set(names)].flatMap((name) => {
    const parts = wordsOf(name).filter((word) => word.length > 2);
    if (parts.some((part) => noPerson.has(part)) || parts.every((part) => words.has(part))) return [];
    const shown = `«${name}» no está en ninguna pieza del expediente. Revise de quién es ese nombre.`;
    return [finding("name-not-found", name, { text: shown, field })];
  });
}

const recourseWords = /recurso|reconsidera|apelaci|apelar|impugn/i;
const denials =
  /\bno\s+(?:cabe|procede|hay|existe|admite|corresponde|puede)\b[^.;]{0,60}(?:recurso|reconsidera|apela|impugn)|agota(?:da|do)?\s+la\s+vía\s+administrativa|inimpugnable/i;
const offersAgain = /\b(?:puede|podrá|cabe|procede)\b[^.;]{0,60}reconsidera/i;
const dayWords: Readonly<Record<string, number>> = {
  tres: 3,
  cinco: 5,
  siete: 7,
  diez: 10,
  quince: 15,
  veinte: 20,
  treinta: 30,
};
const daysPattern = /\b(\d{1,3}|tres|cinco|siete|diez|quince|veinte|treinta)\s*(?:\(\d+\)\s*)?días\b/gi;
/** Days of another term than that to file a recourse. */
const otherTerms = /presentad|interpuest|elev|resolver|resuelv|decid|notific|respond/i;

/** What the text says of the recourses: they are stated by the document itself, and a text may not say otherwise. */
function recourses({ field, text }: Written, { recourseDays, isReconsideration }: LintFacts): readonly DraftFinding[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (denials.test(sentence) || (isReconsideration && offersAgain.test(sentence)))
      return [
        finding("recourse-denied", excerpt(sentence), {
          text: `Lo que dice de los recursos no es lo que la ley deja: «${excerpt(sentence)}». Quítelo: el documento ya los indica.`,
          field,
        }),
      ];
    if (!recourseWords.test(sentence) || otherTerms.test(sentence)) return [];
    return [...sentence.matchAll(daysPattern)].flatMap(([written, count = ""]) => {
      if (recourseDays.has(dayWords[count.toLowerCase()] ?? Number(count))) return [];
      const text = `El plazo del recurso no es de «${written}». Quítelo: el documento ya indica el plazo.`;
      return [finding("recourse-days", excerpt(sentence), { text, field })];
    });
  });
}

const placeholders =
  /\bx{3,}\b|_{3,}|\.{4,}|…{2,}|\[[^\]]*\]|\?{2,}|\b(?:por completar|completar aquí|pendiente de completar|lorem)\b/i;

function unfinished({ field, text }: Written): readonly DraftFinding[] {
  const [left] = placeholders.exec(text) ?? [];
  if (left === undefined) return [];
  return [finding("unfinished", `${field} ${left}`, { text: `Quedó un espacio por llenar: «${left}».`, field })];
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.;!?])\s+|\n+/).filter(Boolean);
}

/** The first letters of a sentence, to show and to know it by. */
function excerpt(sentence: string): string {
  const trimmed = sentence.trim();
  return trimmed.length > 100 ? `${trimmed.slice(0, 99)}…` : trimmed;
}
