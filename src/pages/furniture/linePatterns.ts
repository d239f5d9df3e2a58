/**
 * The wording of lines that stand in an article's markup and are no part of its text. All patterns are for short lines
 * and run in linear time.
 */

const months =
  'jan(?:uary|uar|vier|eiro)?|enero|gennaio|feb(?:ruary|ruar|brero|braio)?|février|fevereiro|mar(?:ch|z|zo|ço|s)?|märz|apr(?:il|ile)?|abril|avril|may|mai|mayo|maggio|maio|mei|june?|juni?|juin|junio|giugno|junho|' +
  'july?|juli|juillet|julio|luglio|julho|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|tiembre)?|settembre|setembro|oct(?:ober|obre|ubre)?|oktober|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|' +
  'dec(?:ember)?|dez(?:ember|embro)?|décembre|diciembre|dicembre';
const weekdays =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terça|quarta|quinta|sexta';
const stamps =
  'first published|last (?:updated|modified|reviewed)|published|posted|updated|created|modified|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|stand|erstellt|gepubliceerd|bijgewerkt|on|at|the|le|el|il|am|um|om|op|de|del|à|às|às|a las|alle|uhr|hrs?|hours?|ago|vor|hace|há|il y a|fa|geleden|min(?:ute|uten|utes|utos|uti)?s?|stunden?|horas?|heures?|ore|today|yesterday|heute|gestern|hoy|ayer|hier|aujourd.hui|oggi|ieri';
const zones = 'gmt|utc|bst|ist|cest?|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|jst|msk|aedt|aest|am|pm|a\\.m\\.?|p\\.m\\.?';
const dateParts = new RegExp(`(?<!\\p{L})(?:${months}|${weekdays}|${stamps}|${zones})(?!\\p{L})\\.?`, 'giu');
const stampWord =
  /(?<!\p{L})(?:published|posted|updated|last (?:modified|reviewed)|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|stand:|gepubliceerd|bijgewerkt)(?!\p{L})/iu;
const byWord = /^(?:by|von|par|por|di|door|av|af)\s/iu;

/** How sure it is that a line states a date and no more: 'date', 'probably' or undefined. */
export function dateLine(text: string): 'date' | 'probably' | undefined {
  if (text.length > 100 || !/\d/.test(text)) return undefined;
  const left = text
    .replace(/(?<=\d:\d\d\s?)[A-Z]{2,5}\b/g, ' ')
    .replace(dateParts, ' ')
    .replace(/[\d:.,/|()·•–—+-]+(?:st|nd|rd|th|h)?/g, ' ')
    .trim();
  const words = left === '' ? 0 : left.split(/\s+/).length;
  if (words === 0) return 'date';
  const hasYear = /(?:19|20)\d\d|\d:\d\d/.test(text);
  if (!hasYear && !stampWord.test(text)) return undefined;
  if ((words <= 3 && text.length < 50) || (words <= 6 && (stampWord.test(text) || byWord.test(text))))
    return 'probably';
  return undefined;
}

export const hasStamp = (text: string): boolean => stampWord.test(text);

const agencies =
  'reuters|ap|afp|dpa|ap photo|associated press|the associated press|getty images?|getty|epa|epa-efe|efe|ansa|pa|pa wire|pa media|shutterstock|istock|xinhua|bloomberg|alamy|imago|picture alliance|pti|ani|upi|kyodo|tass|anadolu|nurphoto|zuma|wikimedia commons|unsplash|pixabay|flickr|instagram|twitter|facebook|courtesy';
const creditHead =
  /^(?:photos?|image|images|pictures?|foto|fotos|bild|bilder|quelle|source|crédit|crédits|credit|credits|photograph|copyright|©|getty images|file photo|photo credit|image credit|photo by|image by|picture by|photograph by|photo illustration)\s?(?::|by\s|\/|©)/iu;
const creditTail = new RegExp(
  `(?:[(\\[|/–-]\\s?(?:photo|file|image|foto|by|via|source|quelle)?[:\\s]{0,2}(?:[\\p{L}. -]{0,40}\\/)?(?:${agencies})\\s?[)\\]]?|\\bvia (?:getty images|ap|reuters|afp)|©\\s?[\\p{L}\\d .,/-]{2,50}|\\[file(?: photo)?(?:: ?[\\p{L} /.-]{2,40})?\\])$`,
  'iu',
);
/** "(Jane Holm/Harbour Post)", whoever it is. */
const slashTail =
  /(?:[([]\p{Lu}[\p{L}.' -]{1,40}\s?\/\s?\p{Lu}[\p{L}.' -]{1,40}[)\]]|[.!?)"”] \p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3}\s?[/|]\s?\p{Lu}[\p{L}.' -]{1,40})$/u;
const labelTail =
  /[.!?)"”] (?:(?:photo|image|picture) credits?|photo(?:s|graph)?|pictures?|images?|credits?|foto|bild(?:quelle)?|quelle|crédit(?: photo)?)(?:\s?:| by)\s?\p{Lu}[^.!?]{1,60}$/iu;
/** "Ada Lind, Associated Press" */
const signedByAgency = new RegExp(`^\\p{Lu}[\\p{L}.'’ -]{2,40}, (?:the )?(?:${agencies})$`, 'iu');
const agencyOnly = new RegExp(`^[(\\[]?(?:${agencies})(?:\\s?[/,|&-]\\s?(?:${agencies}|\\p{L}{2,4}))?[)\\]]?$`, 'iu');
/**
 * Notices on rights; in languages that write no spaces the words alone occur in news of piracy, and only what forbids
 * ends a notice.
 */
const rights =
  /^(?:[©ⓒ]|\(c\)\s|copyright (?:©|\(c\)|(?:19|20)\d\d)|(?:\(?c\)? )?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|все права защищены)|[<[(]?저작권자\s?\(?(?:[ⓒ©]|c\)))|무단\s?(?:전재|복제)[^.!?]{0,40}(?:금지|금합니다)[.\s>\])]*$|無断(?:転載|複製)(?:[^。！？を]{0,30}禁止[。\s\])）】]*$|[^。！？]{0,30}を禁(?:じます|止します|ず(?!\p{L})))|^版权所有(?=$|[\s:：,，©])|^[^。！？]{0,40}版权所有。?$/iu;

const rightsMax = 500;

/** Is the line a picture credit? Sentences that begin with "Photo ... :" are longer. */
export function isCredit(text: string): boolean {
  if (text.length < rightsMax && rights.test(text)) return true;
  if (text.length > 250) return false;
  if (agencyOnly.test(text) || signedByAgency.test(text)) return true;
  const short = text.length <= 90 || !/[.!?]$/.test(text);
  if (creditHead.test(text) && short && text.length <= 160) return true;
  if (slashTail.test(text) || labelTail.test(text)) return true;
  return creditTail.test(text) && (text.length <= 160 || /©|getty|\[file/i.test(text.slice(-50)));
}

const promo =
  /^(?:(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid|czas czytania|время чтения|okuma süresi)\s?:?\s?(?:ca\.?\s)?\d{1,3}|\d{1,3}[ -]min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura|leestijd)|(?:page|seite|página|pagina|sida|side|strana|strona|страница) \d{1,3} (?:of|von|sur|de|di|van|av|af|z|ze|из|\/) \d{1,3}|\d{1,3}\s?\/\s?\d{1,3}$|\d[\d.,]*[km]?\s(?:shares?|likes?|views?|reads?|claps?)|read more|read also|also read|read next|more on this|see also|related(?=\s*(?::|$|\p{L}+$|(?:stories|articles|content|news|posts|topics|links|coverage|videos?|reading)\b))|watch|listen|sign up|subscribe|click here|follow us|follow @\w*|like us|join us|download (?:the|our)|advert(?:isement)?s?\b|ad\b|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|lire aussi|à lire|mehr zum thema|lesen sie auch|lesen sie hier|auch interessant|lee también|leer más|te puede interesar|leggi anche|lees ook|leia também|leia mais|veja também|(?:story|article) continues|continue reading|lees verder|(?:der |dieser )?(?:artikel|text) geht .{0,20}weiter|weiter nach der|la suite après|l.article continue|sigue leyendo|continúa después|continua a leggere|continua após|dalszy ciąg|dalsza część (?:tekstu|artykułu|materiału)|artikeln fortsätter|saken fortsetter|haberin devamı|продолжение (?:статьи|после|ниже)|scroll down|(?:kindly |please )?share this|sharing is caring|share on|tweet|print this|skip to|loading|supported by|this (?:article|story) (?:is|was) (?:originally|first) (?:published|appeared)|get our|get the latest|stay up to date|support our|don.t miss|editor.s picks|recommended|most read|trending|tags?\b|topics?:|filed under|categories:|schlagworte|posted in|more:|watch:|video:|photos?:|gallery:|related:|read:|(?:(?:hide|close|report) (?:this )?ad|why (?:am i seeing )?this ad)(?=\P{L}*$)|join the conversation|have your say|was this (?:page|article|story|answer|content) (?:helpful|useful)|war (?:dieser artikel|diese seite) hilfreich|cette page vous a-t-elle|comments? \(|leave a comment|post a comment|view comments|show comments|cookies?|читайте также|по теме|смотрите также|baca juga|ilgili haber|læs også|les også|läs också|läs mer|czytaj (?:też|także|również)|zobacz (?:też|także)|関連記事|あわせて読みたい|相关阅读|延伸閱讀|관련\s?기사)(?!\p{L})/iu;

/** An address that stands alone, and the machine-readable remains around it. */
export const isBareUrl = (text: string): boolean =>
  text.length < 1_000 && /^https?:\/\/\S{4,}(?:\s\S+){0,12}$/i.test(text) && !/[.!?]$/.test(text);

/** Keywords after their label, in one line. */
export const isTagLine = (text: string): boolean =>
  text.length < 600 &&
  /^(?:tags?|topics?|keywords?|schlagw[oö]rter?|schlagworte|etiquetas|marcadores|mots-clés|argomenti|trefwoorden|теги)(?:\s?:|\s(?=[^.!?]{0,580},))/iu.test(
    text,
  ) &&
  !/[.!?]$/.test(text);

/**
 * What an outlet says to its readers between the paragraphs: on its newsletter, its prices, its app. Full sentences,
 * many of them.
 */
const appeal =
  /(?:підпи(?:суйтесь|суйтеся|шіться) на|google [\p{L}’']+ takip edin|\bbecome an? (?:paid |paying |free )?(?:member|subscriber)\b|\bthank(?:s| you) for reading\b.{0,80}\bsubscribe|\bsubscribe to .{2,60} to (?:keep|continue) reading\b|\bdownload our (?:[\p{L}]+ )?apps?\b|\b(?:folgen sie uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|följ oss|bizi takip)(?!\p{L})|ακολουθήστε μας|تابعونا|\b(?:in|to|into) your inbox\b|dans votre boîte|in (?:ihr|dein)(?:em)? postfach|en (?:tu|su) (?:correo|bandeja)|nella tua casella|na sua caixa de entrada|\b(?:sign up|subscribe)\b.{0,40}\bnewsletters?\b|\bfree articles?\b.{0,30}\b(?:this month|left|remaining)|\bcancel (?:at )?any ?time\b|jederzeit kündbar|sans engagement|подпи(?:сывайтесь|шитесь) на|\b(?:follow|join) (?:us on|our)\b.{0,20}\b(?:channel|telegram|whatsapp|facebook|instagram|google news)\b|^(?:already (?:a|have an?) (?:subscriber|subscription|member|account)|subscribe (?:now|today|to (?:continue|read|keep|unlock|access))|to (?:continue|keep) reading|(?:keep|continue) reading (?:for|with)|(?:log|sign) in (?:to|or)|register (?:now|for free|to (?:read|continue))|support (?:our|independent|local) (?:work|journalism|newsroom))|\b(?:article|story|content) is (?:only )?(?:available (?:only )?(?:to|for)|for|reserved for|exclusive to) (?:our )?(?:paid |registered )?(?:subscribers|members)|\bnewsletter (?:abonnieren|bestellen)|abonnieren sie|jetzt (?:abonnieren|weiterlesen|registrieren|testen)|noch kein abo|bereits abonnent|réservé (?:à nos|aux) abonnés|il vous reste .{1,10}de cet article|abonnez-vous|inscrivez-vous à|recevez (?:notre|gratuitement)|suscríbe(?:te|se) (?:a|para|y)|contenido exclusivo para|abbonati (?:per|a)|iscriviti alla|assine (?:para|a|o)|inscreva-se)/iu;
/**
 * The same, in imperatives and the second person: each begins a sentence, for in the midst of one the words are news.
 */
const toReaders =
  /(?:^|[.!?] )(?:(?:[^.!?]{0,60}[:,] )?sign up here(?!\p{L})|by (?:loading|clicking|playing)[^.!?]{0,60} you (?:also )?(?:accept|agree)\b|(?:(?:write to|contact|e-?mail) (?:us|me|our|the (?:author|editor|newsroom|reporter|writer))|schreiben (?-i:Sie) (?:uns|an)|écrivez(?:-nous)?|escríb(?:enos|anos|ame|eme)|scriv(?:ici|eteci|i a)|mejla|napisz(?:cie)?)(?!\p{L})[^.!?]{0,60}\S@\S|let us know (?:in|what|on)\b|(?:(?:tell|let) us|(?:share|leave|drop|post) (?:a|your)|sound off|have your say|join (?:us|the (?:conversation|discussion)))\b[^.!?]{0,60} in the comments\b|wyślij nam\b|(?:schicken|senden) (?-i:Sie) uns\b|envoyez-nous\b|envíanos\b|you (?:are receiving|received?) this e-?mail\b|(?:please )?click here to \p{L}+ (?:it|us|them)\b|please click here\b|(?:please )?send (?:it|them) to us\b)|^(?:this video|th(?:is|e) (?:content|embed|post|tweet)) (?:could not|couldn.t|cannot|can.t) be (?:loaded|displayed|shown|played)(?: here)?(?:[.!]|$)|^(?:mit|durch|beim) [^.!?]{3,60} akzeptieren (?-i:Sie) (?:die|unsere) datenschutz|^(?:har du (?:ett )?tips|hast du einen (?:tipp|hinweis)|haben sie einen (?:tipp|hinweis)|¿tienes una (?:noticia|pista)|heb je een tip|(?:got|have|do you have) an? (?:news )?(?:story|tip|question))\b|^(?:an dieser stelle|ich bin)[^.!?]{0,60} externe[nr]? inhalte?n?(?!\p{L})|^externen? inhalte? (?:anzeigen|laden)(?!\p{L})|\bwe (?:may |can |could |might )?(?:earn|get|receive) (?:an? )?(?:affiliate |small )?commissions?\b[^.!?]{0,60}\b(?:links?|you (?:buy|make|purchase))\b|^(?:if|when) you (?:buy|click|purchase|shop)[^.!?]{0,100} we (?:may |can |could |might )?(?:earn|get|receive) (?:an? )?(?:affiliate |small )?commissions?\b/iu;
/** A letter to readers, in any language that calls it so, and how to get it. */
const letter = /newsletter/i;
const offer =
  /(?:inbox|e-?mail|postfach|free|gratuit|kostenlos|gratis|sign up|abonn|subscri|subscre|suscr|iscri|inscri|anmeld|zapisz|registre)/iu;
const appealMax = 240;
/**
 * What outlets put before the first paragraph; the same words can stand in a text, so this is for its beginning only.
 */
const openingNote =
  /^(?:(?:editor.?s|author.?s) note|note to readers?|this (?:story|article|post|piece|essay|interview|page) (?:is|was|has|originally|first|contains|may)\b|we may (?:earn|receive)|(?:when|if) you (?:buy|purchase|click|shop)|spoiler alert|(?:content|trigger) warning|(?:disclosure|disclaimer|correction|clarification|warning|breaking|update)\s?:|translated (?:from|by)|please enable|you need to enable|your browser does|(?:ihr|uw|votre|su|tu|il tuo|seu) (?:browser|navigateur|navegador)(?!\p{L})|free article|follow topics|(?:anmerkung|hinweis) der redaktion|hinweis:|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|enthält)|cet article (?:est|a été)|este artículo (?:es|fue|se))/iu;

export const isOpeningNote = (text: string): boolean => text.length < appealMax && openingNote.test(text);

/** News about subscriptions speaks through somebody. */
const reports =
  /["“”„«]|(?<!\p{L})(?:said|says|told|according|announced|sagte|teilte|erklärte|kündigte|déclaré|dijo|según)(?!\p{L})/iu;

export const isAppeal = (text: string): boolean =>
  text.length < appealMax &&
  (appeal.test(text) || toReaders.test(text) || (letter.test(text) && offer.test(text))) &&
  !reports.test(text);

export const isPromo = (text: string): boolean => text.length < 160 && promo.test(text.replace(/^[\s()[\]|*–—-]+/, ''));

/** Heads of what sums a page up, or lists its parts, before its text. */
const overviewHead =
  /^(?:(?:the )?key (?:points|takeaways|facts)|takeaways|highlights|summary|at a glance|in brief|in short|tl;?dr|(?:table of )?contents|on this page|in this (?:article|story)|jump to|quick links|what (?:you need|to) (?:to )?know|das wichtigste(?: in kürze| im überblick)?|auf einen blick|zusammenfassung|inhalt(?:sverzeichnis)?|l.essentiel|en bref|sommaire|en resumen|claves|lo esencial|resumen|índice|in sintesi|in breve|sommario|indice|em resumo|in het kort|inhoud|в двух словах|кратко|содержание|目次|ポイント|要約|요약|목차|摘要|目录|özet|içindekiler|i korthet|kort fortalt|w skrócie|spis treści)\s?[:.]?$/iu;

export const isOverviewHead = (text: string): boolean => text.length < 40 && overviewHead.test(text);

/** Heads of lists of other articles: what follows goes with them. */
const relatedHead =
  /^(?:más información|te recomendamos|saiba mais|para saber más|pour aller plus loin|en savoir plus|per approfondire|mehr dazu|read more|(?:more|other|top) (?:stories|news|articles)|more (?:on|from|about|coverage)|(?:weitere|andere) (?:meldungen|nachrichten|artikel)|otras noticias|autres (?:articles|actualités)|altre notizie|outras notícias|другие новости|diğer haberler|related(?: (?:stories|articles|content|news|posts|topics|links|coverage|reading))?|lire aussi|à lire aussi|sur le même sujet|mehr zum thema|auch interessant|weitere artikel|lesen sie auch|lee también|noticias relacionadas|leggi anche|articoli correlati|lees ook|leia também|leia mais|veja também|see also|you may also like|you might also like|also read|read also|read next|recommended|most (?:read|popular|viewed|watched)|trending(?: now)?|latest (?:news|stories|articles|posts)|top stories|editor.s picks?|don.t miss|popular|what to read next|more (?:great |top |must-read |recent )?(?:\p{L}+ ){0,3}(?:stories|articles|reading|coverage)|more from .{2,40}|keep reading|further reading|читайте также|по теме|関連記事|관련\s?기사|相关新闻|相關新聞|baca juga|ilgili haberler|læs også|les også|läs också|czytaj też|zobacz także)(?:\s?[:.…»>]{0,3}| this (?:story|topic)| now)?$/iu;

export const isRelatedHead = (text: string): boolean => text.length < 70 && relatedHead.test(text);

const stopLine =
  /^(?:about the authors?|about (?:us|this article)|comments?|\d{1,5} comments?|leave a (?:comment|reply)|kommentare?|\d{1,5} kommentare?|commentaires?|comentarios|commenti|reacties|tags|newsletter|sign up (?:for|to) .{2,60}|subscribe to .{2,60}|join the (?:conversation|discussion)|share this(?: (?:article|story|post|page))?|follow us.{0,40}|related (?:stories|articles|posts|topics|content|links|news)|more (?:stories|news|from .{2,40})|über den autor|zum autor|sur l.auteur|sobre el autor|post navigation|notes?|footnotes|references|sources?|комментарии|отзывы|コメント|댓글|评论|kommentarer|komentarze|yorumlar)\s?:?$/iu;
/** "About 640 people will go" is none. */
const aboutLine = /^(?:about|über|à propos d[eu]) [^\d.!?][^.!?]{1,60}$/iu;

/** How much may follow a line that ends articles, as part of the article: 0 when the line ends none. */
export function stopShare(text: string): number {
  if (text.length > 80) return 0;
  if (isRelatedHead(text) || stopLine.test(text)) return 0.15;
  return aboutLine.test(text) ? 0.4 : 0;
}

const commentWord =
  'comments?|replies|responses|kommentare?|commentaires?|comentarios|comentários|commenti|reacties|комментари[ий]|コメント|댓글|评论|kommentarer|komentarz[ey]|yorumlar';
const commentHead = new RegExp(
  `^(?:(?:\\d{1,5}|no|one|two|three|four|five) (?:${commentWord})(?: (?:to|on|zu|sur|a|su) .{1,200})?|(?:${commentWord})(?: ?\\(\\d{1,5}\\)| (?:to|on|zu|sur) ["“”„«].{1,200})|have your say|join the (?:conversation|discussion)|readers?.? comments):?$`,
  'iu',
);

/** The heading over what readers wrote, which can be longer than the article. */
export const isCommentHead = (text: string): boolean => commentHead.test(text);

const authorNote =
  /(?:\b(?:is|are) (?:an?|the) .{0,60}(?:reporter|editor|writer|journalist|correspondent|columnist|author|contributor|producer|freelancer?|professor|fellow)\b|you can (?:e-?mail|reach|follow|contact) |^(?:reach|e-?mail|contact) (?:(?-i:\p{Lu})|me\b|our\b|the (?:author|editor|newsroom|reporter|writer)|us\b).{0,60} (?:at|on|via) (?:\S{0,60}@|\+?\d[\d ().-]{6}|x\b|bluesky|facebook|instagram|linkedin|mastodon|signal|threads|twitter)|\bcovers .{3,80}|\bwrites (?:about|for|on) .{3,80}|contributed to this (?:report|story|article)|\bfollow (?:him|her|them|me|us) (?:on|at)\b|\bcan be reached at\b|^follow .{2,40} on (?:x|twitter|facebook|instagram|bluesky|threads|mastodon)\b|^(?:got|have|do you have) (?:a |an? )?(?:news |story )?tips?\b|\bon twitter:? @|^(?:reporting|editing|additional reporting|writing|compiled|edited|written) by\b|\be-?mail:?\s\S{1,60}@|^this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published))/iu;

export const isAuthorNote = (text: string): boolean => text.length < 400 && authorNote.test(text);

const bylineHead =
  /^(?:by|von|par|por|di|door|av|af|(?:words|written|reported|story|posted|submitted) by|text:|escrito por|écrit par)\s/iu;

/** "By Ada Lind and Per Holm, Berlin": only capitalised words and the small ones that join names. */
export function isByline(text: string): boolean {
  const head = text.length < 100 ? bylineHead.exec(text)?.[0] : undefined;
  if (head === undefined || /[.!?]$/.test(text)) return false;
  const words = text.slice(head.length).split(/[\s,&|/·•–—-]+/);
  return (
    words.length <= 12 &&
    words.every((word) =>
      /^(?:and|und|et|y|e|en|for|de|da|van|von|der|the|in|of|on|at|by|[ap]\.?m\.?|\p{Lu}.*|@.*|\S+@\S+|\d.*|)$/u.test(
        word,
      ),
    )
  );
}

/** "More in our Telegram channel": a word for "our" right before a network, or before its channel there. */
const channel =
  /(?<!\p{L})(?:our|unser\p{L}*|notre|nuestr\p{L}+|noss\p{L}|nostr\p{L}|onze|vår\p{L}?|vores|nasz\p{L}*|наш\p{L}*) (?:(?:канал|страниц|групп|сообществ|kanał|stron|profil|kana[al]|seite|sida|side|gruppe?|grupp|groep|chaîne|compte|canal|página|pagina|grupo|cuenta|conta|perfil|channel|page|group|account)\p{L}* (?:\p{L}{1,4} )?)?(?:telegram|whatsapp|viber|youtube|instagram|facebook|twitter|tiktok|google news|вконтакте|дзен|телеграм)/iu;
/** Paragraphs of who speaks as "we" are longer. */
const channelMax = 100;

export const isChannel = (text: string): boolean =>
  text.length < channelMax && channel.test(text) && !reports.test(text);
