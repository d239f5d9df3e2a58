import { germanOpeners } from './germanPronouns.ts';

/** Stems whose forms end in -t, -te, -ten and -en. */
const weak =
  'analysier|appellier|argumentier|äußer|beklag|bekräftig|bemängel|beruhig|beschuldig|bestätig|beteuer|beton|bilanzier|brüll|droh|ergänz|erinner|erklär|ermahn|erwider|erzähl|flüster|forder|frag|freu|füg|hoff|höhn|jubel|klag|kommentier|konter|kritisier|kündig|lob|mahn|mein|murmel|plädier|präzisier|prognostizier|räum|rechtfertig|resümier|sag|schätz|scherz|schilder|schimpf|schwärm|seufz|spekulier|staun|stöhn|teil|twitter|urteil|verlang|versicher|verteidig|warn|wetter|wiederhol|wunder|würdig';
/** Those that have an e before them all. */
const weakWithE =
  'antworte|befürchte|begründe|behaupte|berichte|bewerte|entgegne|fürchte|poste|rechne|spotte|verkünde|vermute';
const strong =
  'beschreibt|beschrieb(?:en)?|empfahl(?:en)?|empfiehlt|gestand(?:en)?|gesteht|rief(?:en)?|ruft|sagen|schreib(?:t|en)|schrieb(?:en)?|schwor(?:en)?|sprach(?:en)?|spricht|unterstreicht|unterstrich(?:en)?|verrät|verriet(?:en)?|versprach(?:en)?|verspricht|widersprach(?:en)?|widerspricht';
/** Speak only with a word that stands at the end: "gab … zu bedenken", "stellte … klar"; not "hielt an ihm fest". */
const parted =
  '(?:gab(?:en)?|gibt|stellt(?:e|en)?|führt(?:e|en)?|wandten?|wendet|hielt(?:en)?|hält|wies(?:en)?|weist|macht(?:e|en)?|ließ(?:en)?|lässt)';
const particle = '(?:aus|ausrichten|bedenken|dagegen|deutlich|ein|entgegen|fest|hin|klar|mitteilen|wissen|zu)';

/** A verb that says of its subject that he speaks. */
export const germanVerb = `(?:(?:${weak})(?:t|te|ten|en)|(?:${weakWithE})(?:t|te|ten|n)|${strong}|${parted}(?=\\s(?!(?:[^.!?“”:]{0,60}\\s)?an\\s)[^.!?“”:]{0,80}(?<!\\p{L})${particle}(?!\\p{L})))`;

/** One that gives words to somebody only in front of them: "nannte den Plan „…“". */
export const germanNaming =
  '(?:nannten?|nennt|nennen|bezeichnet(?:e|en)?|beschimpft(?:e|en)?|warf(?:en)?|wirft|spricht|sprach(?:en)?)';

export const germanParticiple =
  '(?:gesagt|gerufen|zugerufen|geschrien|geschrieben|geantwortet|gefragt|gewarnt|gedroht|behauptet|erklärt|gemeint|betont|gefordert|versprochen|versichert|erzählt|mitgeteilt|genannt|bezeichnet|beschimpft)';

/** Of these something is said, they say nothing: "Sein Fazit: „…“". */
export const isNoSpeaker = (phrase: string): boolean =>
  /(?:^|\s)\p{L}*(?:[Aa]ntwort|[Bb]egründung|[Bb]ilanz|[Bb]otschaft|[Dd]evise|[Ff]azit|[Ff]rage|[Kk]ommentar|[Mm]otto|[Rr]eaktion|[Tt]itel|[Üü]berschrift|[Uu]rteil|[Vv]orwurf|[Zz]itat)$/u.test(
    phrase,
  ) ||
  germanOpeners.has(phrase) ||
  /^(?:Am|Auf|Aus|Bei|Beim|Der|Die|Das|Er|Es|Für|Ich|Ihre?|Im|Laut|Meine?|Mit|Nach|Secondo|Segundo|Según|Seine?|Selon|Sie|Unsere?|Vor|Wir|Zum|Zur)(?!\p{L})/u.test(
    phrase,
  );

/** Stems of sounds and moods that say of their subject only behind his words that he speaks: "„…“, lachte NAME". */
export const germanMood =
  '(?:ätz|bedank|beschwer|brumm|empör|feix|fluch|grins|grummel|jammer|kicher|konstatier|kreisch|lach|läster|mecker|monier|motz|nörgel|polter|protestier|raun|schluchz|schmunzel|schnaub|stammel|strahl|triumphier|unk|witzel|zisch|ärger)te?';

const feeling =
  '(?:aufgebracht|außer\\ssich|bedient|begeistert|beeindruckt|besorgt|bestürzt|betroffen|dankbar|deutlich|empört|entsetzt|entspannt|enttäuscht|erfreut|erleichtert|erschüttert|fassungslos|frustriert|froh|gelassen|gerührt|geschockt|glücklich|kämpferisch|optimistisch|ratlos|sauer|selbstbewusst|selbstkritisch|sicher|skeptisch|sprachlos|stinksauer|stolz|traurig|überglücklich|überrascht|überwältigt|überzeugt|unbeeindruckt|unzufrieden|verärgert|wütend|zufrieden|zuversichtlich)';

/**
 * What somebody feels, or makes plain, in front of a colon behind which he says so: "war bedient: „…“". Behind others
 * stands what others said ("ist Opfer einer Kampagne: „…“").
 */
export const germanState = `(?:(?:war|ist|zeigte?|gab|gibt|blieb|bleibt|reagierte?)\\s(?:sich\\s)?(?:\\p{Ll}+\\s){0,4}${feeling}|(?:nahm|nimmt|sah|sieht)\\s(?:das|es)\\s(?:anders|ähnlich|gelassen|genauso|kritisch|locker|mit\\sHumor|positiv|sportlich|so)|(?:hält|hielt)\\s(?:nichts|wenig|viel)\\sdavon|winkte?\\sab|(?:wird|wurde)\\s(?:deutlich|konkret|laut))`;

/** Words of another, or written on something: "erinnerte an Dag Moes Worte: „…“". */
export const othersGermanWords =
  /(?<!\p{L})\p{L}{0,30}(?:[Bb]anner|[Dd]rohung(?:en)?|[Kk]ampagne|[Mm]otto|[Pp]arolen?|[Pp]lakat|[Ss]atz|[Ss]child|[Ss]pruch|[Tt]itel|[Vv]orw[uü]rfe?n?|[Ww]orte?|[Zz]ettel|[Zz]itat)(?!\p{L})/u;
