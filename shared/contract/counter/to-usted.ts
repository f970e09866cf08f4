/** Verbs said to «tú» that are said to «usted» without their last letter, wherever they stand. */
const droppedS =
  "abras abres buscas compartes aceptas aceptes agregas agregues anotas apartas apeles borres cambias compartas completes concilias confirmas confirmes conservas corrijas corriges crees das debes decides dejas dejes descargas desistes devuelves dices digas edites eliges empiezas encuentras entiendas envías escribas escribes estabas estás guardas habías haces hagas has imprimas ingresas ingreses llegas marques necesitas observas orientas pagarías pagas participarás participas pasas pediste pidas pides pierdes podrás podías prefieres preparas presentas propones puedes quieras quieres quitas recibas recibes reclamas recuerdes registras reparas representas sabes sigues sugieras tendrás tengas tenías tienes tomas trabajabas trabajas traes usas uses vas verás ves vinculas vincules vives volverás vuelves";

/** Other words, wherever they stand: «tú» first, what is said to «usted» second. */
const words =
  "tú usted ti usted contigo con~usted tu su tus sus tuyo suyo tuya suya tuyos suyos tuyas suyas eres es pediste pidió dijiste dijo hiciste hizo fuiste fue estuviste estuvo propusiste propuso diste dio viste vio leíste leyó elegiste eligió corregiste corrigió deshiciste deshizo";

/** Orders, where a sentence gives one. */
const orders =
  "abre abra acepta acepte acerca acerque adjunta adjunte agrega agregue anota anote anula anule atiende atienda avisa avise borra borre busca busque cambia cambie comprueba compruebe completa complete configura configure confirma confirme copia copie corrige corrija cuida cuide decide decida deja deje descarga descargue describe describa despacha despache di diga dibuja dibuje dispensa dispense distingue distinga divide divida elige elija empieza empiece entra entre entrega entregue envía envíe escanea escanee escribe escriba espera espere explica explique firma firme guarda guarde haz haga imprime imprima indica indique ingresa ingrese intenta intente lee lea libera libere llama llame llena llene marca marque mira mire nombra nombre notifica notifique ordena ordene pega pegue pide pida piensa piense pon ponga pregunta pregunte prepara prepare presenta presente quita quite recarga recargue recibe reciba redacta redacte registra registre renueva renueve repite repita responde responda revisa revise sal salga sigue siga sube suba ten tenga toca toque toma tome trae traiga usa use ven venga vincula vincule vuelve vuelva";

/** Orders with a pronoun, wherever they stand. */
const bound =
  "ábrelo ábralo ábrela ábrala agrégala agréguela agrégalo agréguelo anótala anótela anótalo anótelo anótalos anótelos avísale avísele avísanos avísenos búscala búsquela búscalas búsquelas búscalo búsquelo cámbiala cámbiela cámbialo cámbielo cítalo cítelo ciérralo ciérrelo complétala complétela complétalas complételas compruébalo compruébelo cópialo cópielo corrígela corríjala corrígelas corríjalas corrígelo corríjalo cuéntanos cuéntenos dale dele dáselo déselo déjala déjela déjalo déjelo descárgala descárguela descárgalo descárguelo descárgalos descárguelos despáchala despáchela devuélvelo devuélvalo díctale díctele dile dígale dinos díganos dínoslo díganoslo díselo dígaselo elígela elíjala elígelas elíjalas elígelo elíjalo elígelos elíjalos enciéndelo enciéndalo entrégala entréguela entrégalo entréguelo envíala envíela envíale envíele envíalo envíelo escríbela escríbala escríbelo escríbalo escríbenos escríbanos explícalo explíquelo fírmala fírmela fírmalo fírmelo fírmalos fírmelos guárdala guárdela guárdalo guárdelo guárdalos guárdelos hazlo hágalo impórtalo impórtelo imprímela imprímala imprímelo imprímalo inténtalo inténtelo léela léala léele léale léelo léalo léeselo léaselo llámala llámela llámale llámele llámalo llámelo llámanos llámenos llénalo llénelo llévala llévela llévale llévele llévalo llévelo márcalo márquelo míralo mírelo ordénala ordénela pártelo pártalo pídela pídala pídele pídale pídelo pídalo pídelos pídalos pónselo póngaselo pregúntale pregúntele prepáralo prepárelo preséntalo preséntelo preséntalos preséntelos quítala quítela quítalo quítelo recíbelo recíbalo regístrala regístrela regístralo regístrelo repárala repárela revísala revísela revísalo revíselo síguelo sígalo súbelo súbalo termínalo termínelo tómala tómela tómalo tómelo tómale tómele tráela tráigala tráelo tráigalo tráelos tráigalos vincúlalo vincúlelo";

const pairs = (list: string): readonly (readonly [string, string])[] =>
  Array.from(list.matchAll(/(\S+) (\S+)/g), ([, one = "", other = ""]) => [one, other.replace("~", " ")]);

const formsOf = () => ({
  anywhere: new Map([
    ...droppedS.split(" ").map((word) => [word, word.slice(0, -1)] as const),
    ...pairs(words),
    ...pairs(bound),
  ]),
  bound: new Map(pairs(bound)),
  ordered: new Map(pairs(orders)),
});
let made: ReturnType<typeof formsOf> | undefined;
/** Returns the forms by what is said to «tú», made when the first sentence is said: most requests say none. */
function forms(): ReturnType<typeof formsOf> {
  made ??= formsOf();
  return made;
}

const word = /\p{L}+/gu;
/** Nouns and verbs of one letter sequence with what is said to «tú», and no form of it. */
const notPast = /^(contraste|baste|gaste|desgaste|existe|asiste|consiste|insiste|desiste|triste)$/;
const notBound = /(^|[^\p{L}])(a|com|re)?parte$|fuerte$|suerte$|muerte$|ierte$|^arte$/u;

/** The same capital as `like`. */
const cased = (said: string, like: string): string =>
  like[0] === like[0]?.toUpperCase() ? `${said[0]?.toUpperCase()}${said.slice(1)}` : said;

function said(token: string, isOrder: boolean): string {
  const lower = token.toLowerCase();
  const known = forms().anywhere.get(lower) ?? (isOrder ? forms().ordered.get(lower) : undefined);
  if (known !== undefined) return cased(known, token);
  if (/^\p{Ll}+[ai]ste$/u.test(lower) && !notPast.test(lower))
    return token.replace(/aste$/, "ó").replace(/iste$/, "ió");
  if (/[aeií]rte$/.test(lower) && !notBound.test(lower)) return token.replace(/te$/, "le");
  return token;
}

/** What an order that may as well be a noun is followed by; of a few, only by what cannot follow the noun. */
const isObject =
  /^\s+(a|al|ahí|aquí|así|cada|con|cuánto|cuántos|cuándo|cómo|dos|dónde|el|en|ese|esa|esos|esta|este|esto|hasta|la|las|lo|los|menos|otra|otro|primero|que|qué|quién|si|solo|su|tu|tus|un|una|unos)(?!\p{L})/u;
const nouns = /^(copia|cuenta|entrega|firma|llama|marca|muestra|pregunta|toca|toma|trae|usa)$/i;
const leads = /^[\s¿¡(]*((si|para|por|cuando|además|después|luego|antes|otra|con)(?!\p{L})|$)/iu;

/**
 * Says one sentence to «usted»: its orders stand at its beginning, or after a comma or conjunction once it gave one.
 */
function sentence(text: string, gaveBefore: boolean): { readonly said: string; readonly gives: boolean } {
  let gives = gaveBefore || leads.test(text);
  const changed = text.replace(word, (token, at: number) => {
    const before = text.slice(0, at);
    const opens = /^[\s¿¡(]*(primero )?$/i.test(before);
    const isFree = !nouns.test(token) || isObject.test(text.slice(at + token.length)) || (gives && !opens);
    const follows = gives && /(, (luego |y |o |pero )?| (y|o) )$/.test(before);
    const isOrder = (opens || follows) && isFree;
    if ((isOrder && forms().ordered.has(token.toLowerCase())) || forms().bound.has(token.toLowerCase())) gives = true;
    return said(token, isOrder);
  });
  return { said: changed.replace(pronoun, pronounFor), gives };
}

const pronoun = /(?<!\p{L})([Tt]e)(?= (?:(\p{L}+)))(?!\p{L})/gu;
const reflexive = /^(lo|la|los|las|aparta|enteró|comunica|equivoca|queda)$/;
const pronounFor = (_: string, te: string, next: string): string => cased(reflexive.test(next) ? "se" : "le", te);

/**
 * Returns a sentence that is written to a customer («tú») as it is said to staff, or by staff to who calls («usted»).
 * What stands in quotes is not changed. The forms it knows are listed; a test reads every sentence of the API for one
 * that it does not know.
 */
export function toUsted(text: string): string {
  let gives = false;
  return text
    .split(/(«[^»]*»|"[^"]*"|[.:;?!]+)/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const one = sentence(part, gives);
      ({ gives } = one);
      return one.said;
    })
    .join("");
}
