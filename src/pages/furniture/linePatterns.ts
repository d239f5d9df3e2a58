import { monthNamed } from '../../languages/monthNames.ts';
import { endsSentence } from './wording.ts';

/**
 * Wordings of lines that stand inside an article but don't belong to its text, in English and German, with common
 * phrases of a few other languages. All patterns are for short lines and run in linear time.
 */

/** Words, other than names of months, that a line may contain if it states nothing but a date. */
const dateWords = new Set(
  (
    'mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday montag dienstag ' +
    'mittwoch donnerstag freitag samstag sonntag first last published posted updated created modified reviewed ' +
    'veröffentlicht aktualisiert stand erstellt publié publicado on at the am pm ' +
    'p m a um uhr hr hrs hour hours ago vor ' +
    'min mins minute minutes stunden minuten today yesterday heute gestern st nd rd ' +
    'th h de le gmt utc bst cet cest et est edt'
  ).split(' '),
);
const stampWord =
  /(?<!\p{L})(?:published|posted|updated|last (?:modified|reviewed)|publi(?:é|cado)|veröffentlicht|aktualisiert|stand:)(?!\p{L})/iu;
const byWord = /^(?:by|von|par|por)\s/i;

/** Whether a line states nothing but a date: surely (`date`), probably, or not. */
export function dateLine(text: string): 'date' | 'probably' | undefined {
  if (text.length > 100 || !/\d/.test(text)) return undefined;
  const words = text
    .replace(/(?<=\d:\d\d\s?)[A-Z]{2,5}\b/g, '')
    .toLowerCase()
    .match(/\p{L}+/gu);
  const others = words?.filter((word) => !dateWords.has(word) && monthNamed(word) === undefined).length ?? 0;
  if (others === 0) return 'date';
  if (!/(?:19|20)\d\d|\d:\d\d/.test(text) && !stampWord.test(text)) return undefined;
  const isShort = others <= 3 && text.length < 50;
  return isShort || (others <= 6 && (stampWord.test(text) || byWord.test(text))) ? 'probably' : undefined;
}

export const hasStamp = (text: string): boolean => stampWord.test(text);

/** Matches lines that begin with one of the phrases. */
const begins = (...phrases: readonly string[]): RegExp => new RegExp(`^(?:${phrases.join('|')})(?!\\p{L})`, 'iu');
/** Matches lines that consist of one of the phrases. */
const consists = (...phrases: readonly string[]): RegExp =>
  new RegExp(`^(?:${phrases.join('|')})\\s?[:.…»>]{0,3}$`, 'iu');

const agencies =
  'reuters|(?:the )?associated press|ap(?: photo)?|afp|dpa|getty(?: images?)?|' +
  'epa(?:-efe)?|efe|ansa|pa(?: wire| media)?|' +
  'shutterstock|istock|xinhua|bloomberg|alamy|imago|picture alliance|pti|ani|upi|tass|anadolu|nurphoto|zuma|' +
  'wikimedia commons|unsplash|pixabay|flickr|instagram|twitter|facebook|courtesy';
const creditHead = new RegExp(
  '^(?:(?:file )?photos?|images?|pictures?|fotos?|bild(?:er)?|quelle|source|cr[eé]dits?|photograph|copyright|©|' +
    'getty images|photo illustration|(?:photo|image) credit)\\s?(?::|by\\s|/|©)',
  'iu',
);
const creditTail = new RegExp(
  `(?:[([|/–-]\\s?(?:photo|file|image|foto|by|via|source|quelle)?[:\\s]{0,2}(?:[\\p{L}. -]{0,40}/)?(?:${agencies})\\s?[)\\]]?|` +
    '\\bvia (?:getty images|ap|reuters|afp)|©\\s?[\\p{L}\\d .,/-]{2,50}|' +
    '\\[file(?: photo)?(?:: ?[\\p{L} /.-]{2,40})?\\])$',
  'iu',
);
/** "… on Monday. (Jane Holm/Harbour Post)", "… on Monday. Photo: Jane Holm" */
const nameTail = new RegExp(
  "(?:[([]\\p{Lu}[\\p{L}.' -]{1,40}\\s?/\\s?\\p{Lu}[\\p{L}.' -]{1,40}[)\\]]|" +
    '[.!?)"”] (?:photo|image|picture|photograph|foto|bild|quelle)(?: credits?)?(?:\\s?:| by)\\s?\\p{Lu}[^.!?]{1,60})$',
  'iu',
);
const agencyOnly = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’ -]{2,40}, )?[([]?(?:${agencies})(?:\\s?[/,|&-]\\s?(?:${agencies}|\\p{L}{2,4}))?[)\\]]?$`,
  'iu',
);
const rights =
  /^(?:[©ⓒ]|\(c\)\s|copyright (?:©|\(c\)|(?:19|20)\d\d)|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)(?!\p{L}))/iu;

/** Whether the line is a picture credit or a copyright notice. Longer lines that begin with "Photo:" are sentences. */
export function isCredit(text: string): boolean {
  if (text.length > 250) return false;
  if (rights.test(text) || agencyOnly.test(text) || nameTail.test(text)) return true;
  if (creditHead.test(text) && text.length <= (endsSentence(text) ? 90 : 160)) return true;
  return creditTail.test(text) && (text.length <= 160 || /©|getty|\[file/i.test(text.slice(-50)));
}

const promo = begins(
  '(?:reading time|read time|lesezeit|lesedauer|temps de lecture)\\s?:?\\s?(?:ca\\.?\\s)?\\d{1,3}',
  '\\d{1,3}[ -]min(?:ute)?s?\\.? (?:read|lesezeit)',
  '(?:page|seite) \\d{1,3} (?:of|von) \\d{1,3}|\\d{1,3}\\s?/\\s?\\d{1,3}$',
  '\\d[\\d.,]*[km]?\\s(?:shares?|likes?|views?|reads?|claps?)',
  '(?:also )?read (?:more|also|next)|also read|more on this|see also|continue reading|recommended|most read|trending',
  'related(?=\\s*(?::|$|\\p{L}+$|(?:stories|articles|content|news|posts|topics|links|coverage|videos?)\\b))',
  'watch|listen|sign up|subscribe|click here|follow (?:us|@\\w*)|like us|join us|download (?:the|our)|scroll down',
  'advert(?:isement)?s?|ad|anzeige|werbung|publicité|publicidad|(?:hide|close|report) (?:this )?ad(?=\\P{L}*$)',
  'lire aussi|à lire|mehr zum thema|lesen sie (?:auch|hier)|auch interessant|lee también|leggi anche|leia também',
  '(?:story|article) continues|(?:der |dieser )?(?:artikel|text) geht .{0,20}weiter|weiter nach der|la suite après',
  '(?:kindly |please )?share this|share on|tweet|print this|skip to|loading|supported by|support our|don.t miss',
  'this (?:article|story) (?:is|was) (?:originally|first) (?:published|appeared)',
  'get (?:our|the latest)|stay up to date',
  'editor.s picks|tags?|topics?:|filed under|categories:|schlagworte|posted in',
  '(?:more|watch|video|photos?|gallery|read):',
  'join the conversation|have your say|(?:leave|post) a comment|(?:view|show) comments|comments? \\(|cookies?',
  'was this (?:page|article|story|answer|content) (?:helpful|useful)|war (?:dieser artikel|diese seite) hilfreich',
);

export const isPromo = (text: string): boolean => text.length < 160 && promo.test(text.replace(/^[\s()[\]|*–—-]+/, ''));

/** An outlet's notes to its readers within the text, about its newsletter, prices, app or rules. */
const appeal = new RegExp(
  [
    '\\bbecome an? (?:paid |paying |free )?(?:member|subscriber)\\b',
    '\\bthank(?:s| you) for reading\\b.{0,80}\\bsubscribe',
    '\\bdownload our (?:\\p{L}+ )?apps?\\b|\\b(?:in|to|into) your inbox\\b',
    'in (?:ihr|dein)(?:em)? postfach|jederzeit kündbar',
    '\\b(?:sign up|subscribe)\\b.{0,40}\\bnewsletters?\\b|\\bcancel (?:at )?any ?time\\b',
    '\\bnewsletter (?:abonnieren|bestellen)',
    '\\bfree articles?\\b.{0,30}\\b(?:this month|left|remaining)|abonnieren sie',
    'jetzt (?:abonnieren|weiterlesen|testen)',
    '\\b(?:follow|join) (?:us on|our)\\b.{0,20}\\b(?:channel|telegram|whatsapp|facebook|instagram|google news)\\b',
    '\\b(?:folgen sie uns|suivez-nous|síguenos|abonnez-vous|inscrivez-vous à|suscríbe(?:te|se) (?:a|para|y))(?!\\p{L})',
    'noch kein abo|bereits abonnent|réservé (?:à nos|aux) abonnés|подпи(?:сывайтесь|шитесь) на',
    '^(?:already (?:a|have an?) (?:subscriber|subscription|member|account)|to (?:continue|keep) reading)',
    '^subscribe (?:now|today|to (?:continue|read|keep|unlock|access))|^(?:keep|continue) reading (?:for|with)',
    '^(?:log|sign) in (?:to|or)|^register (?:now|for free|to (?:read|continue))',
    '^support (?:our|independent|local) (?:work|journalism|newsroom)',
    '\\b(?:article|story|content) is (?:only )?(?:available (?:only )?(?:to|for)|for|reserved for|exclusive to) ' +
      '(?:our )?(?:paid |registered )?(?:subscribers|members)',
    '^(?:this video|th(?:is|e) (?:content|embed|post|tweet)) (?:could not|couldn.t|cannot|' +
      'can.t) be (?:loaded|shown|played)(?:[.!]|$)',
    '^(?:mit|durch|beim) [^.!?]{3,60} akzeptieren (?-i:Sie) (?:die|unsere) datenschutz',
    '^(?:an dieser stelle|ich bin)[^.!?]{0,60} externe[nr]? inhalte?n?(?!\\p{L})',
    '^externen? inhalte? (?:anzeigen|laden)',
    '^(?:got|have|do you have) an? (?:news )?(?:story|tip|question)\\b|^ha(?:st du|ben sie) einen (?:tipp|hinweis)',
    '\\bwe (?:may |can )?(?:earn|get|receive) (?:an? )?(?:affiliate |' +
      'small )?commissions?\\b[^.!?]{0,60}\\b(?:links?|you buy)\\b',
    // These are imperatives only at the beginning of a sentence.
    '(?:^|[.!?] )(?:(?:[^.!?]{0,60}[:,] )?sign up here(?!\\p{L})|' +
      '(?:please )?click here|let us know (?:in|what|on)\\b|' +
      '(?:tell|let) us\\b[^.!?]{0,60} in the comments\\b|(?:please )?send (?:it|them) to us\\b|' +
      '(?:schicken|senden) (?-i:Sie) uns\\b|by (?:loading|clicking|' +
      'playing)[^.!?]{0,60} you (?:also )?(?:accept|agree)\\b|' +
      '(?:(?:write to|contact|e-?mail) (?:us|me|our|the (?:author|editor|newsroom|' +
      'reporter|writer))|schreiben (?-i:Sie) (?:uns|an))' +
      '(?!\\p{L})[^.!?]{0,60}\\S@\\S)',
  ].join('|'),
  'iu',
);
/** Many languages use the word "newsletter". It marks an appeal only together with a word from `offer`. */
const letter = /newsletter/i;
const offer = /inbox|e-?mail|postfach|free|gratuit|kostenlos|gratis|sign up|abonn|subscri|suscr|iscri|inscri|anmeld/i;
/** News reports about subscriptions quote somebody, which appeals don't. */
const reports =
  /["“”„«]|(?<!\p{L})(?:said|says|told|according|announced|sagte|teilte|erklärte|kündigte|déclaré|dijo|según)(?!\p{L})/iu;
const appealMax = 240;

export const isAppeal = (text: string): boolean =>
  text.length < appealMax && (appeal.test(text) || (letter.test(text) && offer.test(text))) && !reports.test(text);

/** Notes before the first paragraph. Use this only there, because the same words can be part of the text. */
const openingNote = begins(
  '(?:editor|author).?s note|note to readers?|we may (?:earn|receive)|(?:when|if) you (?:buy|purchase|click|shop)',
  'this (?:story|article|post|piece|essay|interview|page) (?:is|was|has|originally|first|contains|may)',
  'spoiler alert|(?:content|trigger) warning',
  '(?:disclosure|disclaimer|correction|clarification|warning|breaking|update)\\s?:',
  'translated (?:from|by)|please enable|you need to enable|your browser does|ihr browser|free article|follow topics',
  '(?:anmerkung|hinweis) der redaktion|hinweis:|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|enthält)',
);

export const isOpeningNote = (text: string): boolean => text.length < appealMax && openingNote.test(text);

/** Headings of summaries and tables of contents. */
const overviewHead = consists(
  '(?:the )?key (?:points|takeaways|facts)|takeaways|highlights|summary|at a glance|in (?:brief|short)|tl;?dr',
  '(?:table of )?contents|on this page|in this (?:article|story)|jump to|quick links|what (?:you need|to) (?:to )?know',
  'das wichtigste(?: in kürze| im überblick)?|auf einen blick|zusammenfassung|inhalt(?:sverzeichnis)?',
  'l.essentiel|en bref|sommaire|en resumen|claves|lo esencial',
);

export const isOverviewHead = (text: string): boolean => text.length < 40 && overviewHead.test(text);

/** Headings above lists of other articles. */
const relatedHead = consists(
  'related(?: (?:stories|articles|content|news|posts|topics|links|coverage|reading))?',
  '(?:what to )?read (?:more|also|next)',
  '(?:more|other|top) (?:stories|news|articles)|more (?:on|from|about|coverage)',
  'more from .{2,40}|more on this (?:story|topic)',
  'more (?:great |top |must-read |recent )?(?:\\p{L}+ ){0,3}(?:stories|articles|reading|coverage)',
  '(?:see )?also(?: read)?|you (?:may|might) also like|(?:keep|further) reading|recommended',
  'editor.s picks?|don.t miss|popular',
  'most (?:read|popular|viewed|watched)|trending(?: now)?|latest (?:news|stories|articles|posts)',
  'mehr (?:dazu|zum thema)|auch interessant|(?:weitere|andere) (?:meldungen|nachrichten|artikel)|lesen sie auch',
  '(?:à )?lire aussi|sur le même sujet|en savoir plus|lee también|más información|leggi anche|leia (?:também|mais)',
);

const isRelatedHead = (text: string): boolean => text.length < 70 && relatedHead.test(text);

const stopLine = consists(
  'about (?:the authors?|us|this article)|(?:\\d{1,5} )?(?:comments?|kommentare?)',
  'leave a (?:comment|reply)|tags|newsletter',
  'sign up (?:for|to) .{2,60}|subscribe to .{2,60}|join the (?:conversation|discussion)|follow us.{0,40}',
  'share this(?: (?:article|story|post|page))?|(?:über den|zum) autor|post navigation',
  '(?:foot)?notes?|references|sources?',
);
/** Whether an article ends at this line. */
export const isStop = (text: string): boolean => text.length <= 80 && (isRelatedHead(text) || stopLine.test(text));

const commentHead = consists(
  '(?:\\d{1,5}|no|one|two|three|four|five) (?:comments?|replies|responses|kommentare?)(?: (?:to|on|zu) .{1,200})?',
  '(?:comments?|replies|responses|kommentare?)(?: ?\\(\\d{1,5}\\)| (?:to|on|zu) ["“”„«].{1,200})',
  'have your say|join the (?:conversation|discussion)|readers?.? comments',
);

/** The heading of readers' comments. */
export const isCommentHead = (text: string): boolean => commentHead.test(text);

const authorNote = new RegExp(
  [
    '\\b(?:is|are) (?:an?|the) .{0,60}(?:reporter|editor|writer|journalist|' +
      'correspondent|columnist|author|contributor)\\b',
    '\\b(?:is|are) (?:an?|the) .{0,60}(?:producer|freelancer?|professor|fellow)\\b',
    '\\bcovers .{3,80}|\\bwrites (?:about|for|on) ',
    'you can (?:e-?mail|reach|follow|contact) |\\bcan be reached at\\b|contributed to this (?:report|story|article)',
    '^(?:reach|e-?mail|contact) (?:(?-i:\\p{Lu})|me\\b|our\\b|the (?:author|editor|newsroom|reporter|writer)|us\\b)' +
      '.{0,60} (?:at|on|via) (?:\\S{0,60}@|\\+?\\d[\\d ().-]{6}|x\\b|bluesky|' +
      'facebook|instagram|signal|threads|twitter)',
    '\\bfollow (?:him|her|them|me|us) (?:on|at)\\b',
    '^follow .{2,40} on (?:x|twitter|facebook|instagram|bluesky|mastodon)\\b',
    '^(?:got|have|do you have) (?:a |an? )?(?:news |story )?tips?\\b|\\bon twitter:? @|\\be-?mail:?\\s\\S{1,60}@',
    '^(?:reporting|editing|additional reporting|writing|compiled|edited|written) by\\b',
    '^this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)',
  ].join('|'),
  'iu',
);

export const isAuthorNote = (text: string): boolean => text.length < 400 && authorNote.test(text);

const bylineHead = /^(?:by|von|par|por|di|door|(?:words|written|reported|story|posted|submitted) by|text:)\s/iu;
const bylineWord =
  /^(?:and|und|et|y|for|de|da|van|von|der|the|in|of|on|at|by|[ap]\.?m\.?|\p{Lu}.*|@.*|\S+@\S+|\d.*|)$/u;

/** "By Ada Lind and Per Holm, Berlin": only capitalised words, and words that join names. */
export function isByline(text: string): boolean {
  const head = text.length < 100 ? bylineHead.exec(text)?.[0] : undefined;
  if (head === undefined || /[.!?]$/.test(text)) return false;
  const words = text.slice(head.length).split(/[\s,&|/·•–—-]+/);
  return words.length <= 12 && words.every((word) => bylineWord.test(word));
}
