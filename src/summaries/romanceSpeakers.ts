import type { Around } from './around.ts';

/** French, Spanish, Italian and Portuguese stems of verbs that say of their subject that he speaks, by the endings that they take. */
const regular =
  'accus|acrescent|adiant|afferm|affirm|afirm|agac|agreg|ajout|alarm|alert|annonc|annunci|applaud|apunt|asegur|assegur|assicur|assur|attacc|avanc|avis|coment|comment|complet|conclu|confess|confi|confirm|consider|considér|cont|critic|critiqu|declar|demand|denunci|destac|dichiar|déclar|défend|dénonc|déplor|enfatiz|escrev|escrib|estim|exclam|explic|expliqu|expres|frisa|fustig|félicit|grit|indic|indign|indiqu|insist|interrog|ironis|jug|lament|lanc|lembr|lâch|manifest|martel|matiz|not|observ|opin|osserv|pergunt|plaid|precis|pregunt|protest|précis|raccont|racont|rappel|reclam|record|reforç|regrett|reiter|relat|replic|ressalt|ricord|répliqu|résum|salient|salu|señal|signal|sottoline|souffl|soulign|soupir|spieg|subray|tempêt|tonn|tranch|tuite|tweet|témoign';
const endings = '(?:e|ent|é|a|an|am|ano|ó|ò|ou|ait|aba|ava|aron|aram|ato|ado|ée)';
const irregular =
  'admet|admis|admite|admitiu|admitió|advertiu|advierte|advirtió|aggiunge|aggiunto|ajoute|alerta|ammette|averti|avertit|avverte|añade|añadido|añadió|chiede|chiesto|conclude|concluiu|conclut|concluye|concluyó|concède|concédé|cuenta|detto|dice|dicen|dicho|dicono|difende|difeso|dijeron|dijo|disent|disse|disseram|dit|diz|défend|défendu|dénonce|détaille|détaillé|escreve|escreveu|escribe|escribió|exige|exigió|garante|garantiu|inquiète|inquiété|insiste|insistiu|insistió|lança|pede|pediu|pide|pidió|poursuit|poursuivi|promesso|promet|promete|prometeu|prometió|promette|promis|prosegue|prévenu|prévient|reconhece|reconheceu|reconnaît|reconnu|reconoce|reconoció|recuerda|relevé|relève|responde|respondeu|respondió|ribadisce|ribadito|risponde|risposto|réagi|réagit|réjoui|réjouit|répond|répondu|répète|répété|scritto|scrive|sentenció|sostiene|sostuvo|écrit';
const verb = `(?:(?:${regular})${endings}|${irregular})(?!\\p{L})`;
/** What another says or has written: in the clause between a name and the marks the words may be his. */
const others = new RegExp(
  `(?<!\\p{L})(?:${verb}|(?:cri|hurl|scand)(?:e|é|ent|ait)(?!\\p{L})|(?:grid|url)(?:a|ano|ato|ava|ò)(?!\\p{L})|\\p{Lu}[\\p{L}'’-]+\\s(?:(?:de|del|della|di|do|da|du|van|von)\\s)?\\p{Lu}|(?:affiche|amenaza|ameaça|banderole|bannière|carta|cartaz|cartel|cri|eslogan|faixa|frase|insult[eio]|insulto|lema|letter[ae]|lettre|menace|minacc[ei]a?|mot|palabra|palavra|pancart[ae]|parol[ae]|phrase|propos|scritt[ae]|slogan|striscione|titre|título|titolo)s?(?!\\p{L})|(?:reçu|recibid|ricevut|recebid)\\p{L}{0,3}(?!\\p{L}))`,
  'u',
);
const auxiliary = "(?:(?:a|ont|avait|ha|han|había|haviam?|hanno|tem|se|si)\\s|s[’'](?:est\\s|était\\s)?)?";

const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const title = '(?:(?:MM?|Mme|Mlle|Me|Mgr|Dr|Dra|Pr|Sr|Sra|Dott|On|Prof)\\.?\\s)?';
const nobiliary = '(?:de|del|della|da|di|do|dos|du|la|le|van|von|al|bin|y|e)';
const run = `${title}${name}(?:\\s(?:\\p{Lu}\\.|${name}|${nobiliary}(?=(?:\\s${nobiliary})?\\s\\p{Lu}))){0,4}`;
const determiner =
  "(?:(?:[Ll][eao]|[Ll]es|[Uu]n|[Uu]n[eao]|[Ss]on|[Ss]a|[Ee]l|[Ll]os|[Ss]u|[Ii]l|[Oo]s?|[Aa]s?)\\s|[Ll][’'])";
const ofPlace =
  "(?<!\\s(?:d[eiao]|du|des|dal?|del|della|à|al?|au|avec|con|contra|contre|en|in|em|no|na|par|para|per|por|pour)\\s|d[’'])";
/** "la ministre Marta Kell", "el alcalde de Orn, Pablo Rey"; a role alone names nobody. */
const subject = `(?:${determiner}[^,.«»“”:;]{2,60},\\s(${name}(?:\\s${name}){1,2})(?=[,.]|$)|(?:${determiner}(?:[\\p{Ll}’'-]+\\s){1,6}?${ofPlace})?(${run}))`;
const source = "(?:[Ss]elon|[Dd][’']après|[Ss]egún|[Ss]econdo|[Ss]egundo)";

/** "auprès de l’AFP", "a Efe", "de son côté": stands between the verb and who speaks. */
const aside =
  "(?:(?:(?:auprès\\sde|à|a|ante|sur|en|em|su)\\s(?:l[’'])?(?:AFP|ANSA|E[Ff][Ee]|Lusa|Reuters|X|Facebook|Twitter|la\\s(?:presse|prensa|stampa)|(?:los|les)\\s\\p{Ll}+)|de\\sson\\scôté|por\\ssu\\sparte|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ayer|ieri|ontem)\\s)?";

/** "« … », a déclaré NAME", "«…», dijo NAME", "«…», según NAME" */
const behind = new RegExp(`^[,“”«»"]{0,3}\\s(?:${source}|${auxiliary}${verb})\\s${aside}${subject}`, 'u');
/** "NAME a déclaré : « … »", "Lundi, NAME a estimé que « … »" */
const ahead = new RegExp(`(?:^|,\\s)${subject}(?:,\\s[^,«»“”:]{2,80},)?\\s${auxiliary}${verb}([^«»“”]{0,120})$`, 'u');
/** "Selon NAME, « … »" */
const told = new RegExp(`^${source}\\s${subject}([^«»“”]{0,160})$`, 'u');

/** Who is named beside a quotation in a French, Spanish, Italian or Portuguese sentence; never a pronoun or a role alone. */
export function romanceSpeaker({ before, after }: Around): string | undefined {
  const near = before.slice(-260);
  const close = behind.exec(after.slice(0, 200));
  if (close) return close[1] ?? close[2];
  const [, behindRole, name, clause = ''] = told.exec(near) ?? ahead.exec(near) ?? [];
  return others.test(clause) ? undefined : (behindRole ?? name);
}
