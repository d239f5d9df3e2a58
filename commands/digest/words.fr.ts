import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

const dayGroups = { everyDay: 'tous les jours', weekdays: 'du lundi au vendredi', weekend: 'samedi et dimanche' };

export default (f: Formats): Words => ({
  commands: {
    subscriptions: {
      named: ['abonnements', 'Quels salons reçoivent un bulletin, sur quelles rubriques, et quand vient le prochain'],
    },
    subscribe: {
      named: ['abonner', 'Publier chaque jour un bulletin dans un salon'],
      options: {
        topic: ['rubrique', 'Quelle rubrique ; ne l’indique pas pour en choisir plusieurs'],
        channel: ['salon', 'Quel salon ; sinon celui-ci'],
      },
    },
    unsubscribe: {
      named: ['désabonner', 'Retirer une rubrique du bulletin d’un salon'],
      options: {
        topic: ['rubrique', 'Quelle rubrique'],
        channel: ['salon', 'Quel salon ; sinon celui-ci'],
      },
    },
    digest: {
      named: ['bulletin', 'Voir, publier, régler ou suspendre le bulletin d’un salon'],
      subcommands: {
        preview: ['aperçu', 'Voir le bulletin qui paraîtrait maintenant ; personne d’autre ne le voit'],
        post: ['publier', 'Publier un bulletin tout de suite'],
        settings: ['réglages', 'Heure, fuseau, jours, longueur, mots masqués, salon des avis'],
        feed: ['flux', 'Obtenir une adresse secrète pour lire le bulletin hors de Discord'],
        pause: ['suspendre', 'Suspendre le bulletin d’un salon'],
        resume: ['reprendre', 'Reprendre le bulletin d’un salon'],
      },
      options: {
        channel: ['salon', 'Quel salon ; sinon celui-ci'],
        languages: ['langues', 'Les langues dont les sujets comptent : français, anglais, ou toutes'],
        language: [
          'langue',
          'La langue dans laquelle Lede écrit ici ; automatique : celle des sujets, sinon du serveur',
        ],
        copy_from: ['comme', 'Copier les réglages de ce salon ; ce que tu indiques ici en plus l’emporte'],
        mute: [
          'masquer',
          'Masquer les sujets avec ce mot sur tout le serveur ; s’il l’est déjà, un bouton le réaffiche',
        ],
        mute_days: ['masquer_jours', 'Pendant combien de jours masquer le mot ; sinon pour toujours'],
        log: ['avis', 'Où vont les avis ; choisis le même salon une seconde fois pour pouvoir le retirer'],
      },
      choices: { auto: 'automatique' },
    },
  },
  channels: {
    pick: (channel) =>
      `**Que doit recevoir ${channel} ?** Choisis une ou plusieurs rubriques ; elles iront toutes dans le même bulletin.`,
    pickTopics: 'Choisir des rubriques',
    subscribeTo: (topic) => `S’abonner à ${topic}`,
    pickMore: 'Choisir d’autres rubriques',
    pickOwn: 'Choisir parmi les rubriques de ce serveur',
    allTaken: (channel) =>
      `${channel} reçoit déjà toutes les rubriques. Crées-en à partir de tes propres mots : /rubriques créer.`,
    subscribed: (topics, channel) => `${channel} reçoit maintenant **${f.list(topics)}**.`,
    joined: (topics, channel, all) =>
      `Nouveau dans le bulletin de ${channel} : **${f.list(topics)}**. Il couvre maintenant ${all}.`,
    next: (full, relative) => `Prochain bulletin : ${full}, ${relative}.`,
    shown: {
      times: (times) => f.list(times),
      days: (days) => f.days(days, dayGroups),
      zone: (zone) => (zone === 'UTC' ? zone : `heure locale : ${cityIn(zone, f.locale)}`),
      stories: (stories) => f.count(stories, 'sujet', 'sujets'),
      languages: (languages) => (languages.length === 0 ? '' : `seulement en ${f.list(languages.map(f.language))}`),
      language: (language) => (language === 'auto' ? '' : `Lede écrit en ${f.language(language)}`),
      quiet: (quiet) => (quiet === 'skip' ? 'rien les jours calmes' : ''),
      style: (style) => (style === 'compact' ? 'compact' : ''),
      crosspost: (crosspost) => (crosspost === 'off' ? 'sans diffusion' : ''),
      thread: (thread) => (thread === 'on' ? 'avec un fil' : ''),
      silent: (silent) => (silent === 'on' ? 'sans notification' : ''),
    },
    allLanguages: 'toutes les langues',
    published: 'Les bulletins sont diffusés aux serveurs qui suivent ce salon.',
    zoneGuessed:
      'Le fuseau horaire est déduit de la langue du serveur. **Modifier les réglages** permet de le corriger.',
    firstHeadlines: 'Il commencerait en ce moment par :',
    noHeadlines: 'Rien de nouveau là-dessus ces dernières 24 heures.',
    reading: 'Lede lit ses médias pour la première fois. Cela prend une minute environ.',
    stillReading: 'La lecture prend plus de temps que d’habitude. Le bulletin arrivera tout de même à l’heure.',
    preview: 'Aperçu',
    postNow: 'En publier un maintenant',
    unsubscribed: (topic, channel, left) =>
      `${channel} ne reçoit plus **${topic}**. Son bulletin couvre encore ${left}.`,
    unsubscribedAll: (topic, channel) =>
      `**${topic}** était la dernière rubrique de ${channel}. Son bulletin est terminé et ses horaires sont supprimés.`,
    none: 'Aucun salon de ce serveur ne reçoit encore de bulletin. Les personnes qui gèrent le serveur peuvent en lancer un avec /abonner ; cela prend une demi-minute.',
    noneHere: (channel) => `${channel} ne reçoit pas encore de bulletin. /abonner en lance un.`,
    heading: 'Les bulletins de ce serveur',
    lastDigest: (url, relative) => `[dernier bulletin](${url}) ${relative}`,
    paused: 'Suspendu. /bulletin reprendre le relance.',
    resumed: 'Relancé.',
    blocked: (reason) => `Suspendu. ${reason}`,
    stopped: 'Arrêté : le salon a été supprimé.',
  },
  digest: {
    counts: (stories, articles, minutes) =>
      `${f.count(stories, 'sujet tiré', 'sujets tirés')} de ${f.count(articles, 'article', 'articles')} · ${f.count(minutes, 'minute', 'minutes')} de lecture`,
    quiet: (stories, articles) =>
      articles === 0
        ? 'Journée calme : rien de nouveau.'
        : `Journée calme : ${f.count(articles, 'article', 'articles')}, ${stories === 0 ? 'rien de nouveau' : f.count(stories, 'sujet', 'sujets')}.`,
    inBrief: 'En bref',
    more: 'Autres sujets',
    footer: (window, answered, all) =>
      `${window} · ${f.number(answered)} sur ${f.count(all, 'média', 'médias')} · Chaque phrase est citée telle que parue.`,
  },
  feed: {
    off: 'Ici, les bulletins ne peuvent pas être lus hors de Discord : la personne qui gère ce bot n’a pas prévu d’adresse publique pour eux.',
    heading: (channel) => `Le bulletin de ${channel} hors de Discord`,
    warning:
      'Quiconque connaît une de ces adresses peut lire les bulletins, même sans Discord. Ne les donne qu’à ceux qui en ont le droit. Copie-les maintenant : elles ne seront plus affichées.',
    hidden:
      'Le salon a déjà une adresse. Lede n’en garde qu’une empreinte et ne peut plus l’afficher : demande-la à quelqu’un qui s’en sert, ou crée une nouvelle adresse. L’ancienne ne fonctionnera alors plus.',
    page: 'Page',
    atom: 'Atom, pour les lecteurs de flux',
    json: 'JSON Feed, pour les lecteurs de flux et les programmes',
    kept: (digests, days) =>
      `Jusqu’à ${f.count(digests, 'bulletin', 'bulletins')} ${f.form(days, 'du dernier jour', `des ${f.number(days)} derniers jours`)}, corrigés comme les messages d’ici.`,
    renew: 'Nouvelle adresse',
    end: 'Supprimer l’adresse',
    renewed: 'Le salon a une nouvelle adresse. L’ancienne ne fonctionne plus.',
    ended: (channel) => `Le bulletin de ${channel} ne peut plus être lu hors de Discord.`,
    outside: 'Peut aussi être lu hors de Discord : /bulletin flux permet de renouveler ou de supprimer l’adresse.',
    title: (topics) => f.list(topics),
    untitled: 'Bulletin',
    entry: (day, time) => `${day}, ${time}`,
    posted: 'publié :',
    corrected: 'corrigé :',
    feeds: 'Flux',
    none: 'Aucun bulletin n’a encore été publié. Le prochain paraîtra ici.',
    changed: (changes) => `Ce que des médias ont changé depuis (${f.number(changes)})`,
  },
  form: {
    title: (channel) => `Bulletin de ${channel}`,
    change: 'Modifier les réglages',
    fields: {
      times: ['Heure', 'Une à six fois par jour : 8, 20h30 ou 08:00, 18:00'],
      days: ['Jours', 'tous les jours, en semaine, lun-ven ou sam, dim'],
      zone: ['Fuseau horaire', 'Une ville ou un pays'],
      stories: ['Longueur', 'Combien de sujets ont une place au maximum'],
      more: ['Et aussi', 'Tout le reste se règle par les options de /bulletin réglages'],
    },
    boxes: {
      style: 'Titres seulement',
      quiet: 'Rien les jours sans sujet',
      thread: 'Un fil sous chaque bulletin, pour en discuter',
      silent: 'Publier sans notification',
      crosspost: 'Diffuser aux serveurs qui suivent ce salon',
    },
  },
  settings: {
    previewOf: (channel) =>
      `Ce que ${channel} recevrait si tu publiais un bulletin maintenant. Personne d’autre ne le voit.`,
    posting: (channel) => `Le bulletin est en route vers ${channel}.`,
    postedEmpty: (channel) =>
      `Rien de nouveau pour ${channel} depuis son dernier bulletin ; un bulletin de jour calme est en route.`,
    heading: (channel) => `Bulletin de ${channel}`,
    topics: 'Rubriques',
    muted: 'Masqués dans tous les salons de ce serveur',
    mutedNone: 'aucun',
    log: 'Salon des avis',
    logNone: 'aucun : le dernier membre à avoir changé un réglage reçoit un message privé',
    until: (time) => `jusqu’au ${time}`,
    saved: (changes) => `Enregistré : ${changes}`,
    same: 'Rien n’a changé : ces réglages sont déjà en place.',
    copied: (from) => `Enregistré, avec les réglages de ${from}.`,
    mutes: (word, hidden, of) =>
      [
        `**${word}** est masqué dans tous les salons de ce serveur.`,
        ...(of === 0
          ? []
          : hidden === 0
            ? [
                `Ces 7 derniers jours, cela n’aurait masqué ${f.form(of, 'aucun sujet', `aucun des ${f.number(of)} sujets`)}.`,
              ]
            : [
                `Ces 7 derniers jours, cela aurait masqué ${f.form(of, 'le seul sujet', `${f.number(hidden)} des ${f.number(of)} sujets`)} :`,
              ]),
      ].join(' '),
    alreadyMuted: (word, until) =>
      `**${word}** est déjà masqué sur ce serveur${until === undefined ? '' : `, jusqu’au ${until}`}.`,
    unmute: (word) => `Réafficher « ${word} »`,
    muteSure: (word, hidden, of) =>
      `**${word}** n’est pas encore masqué : ces 7 derniers jours, cela aurait masqué ${f.number(hidden)} des ${f.number(of)} sujets. Le masquer quand même ?`,
    muteAnyway: 'Masquer',
    unmuted: (word) => `**${word}** n’est plus masqué sur ce serveur.`,
    logSet: (channel) => `Les avis sur les bulletins et les flux vont dans ${channel}.`,
    logAlready: (channel) => `Les avis sur les bulletins et les flux vont déjà dans ${channel}.`,
    clearLog: 'Ne plus avoir de salon des avis',
    logCleared:
      'Les avis ne vont plus dans un salon. Le dernier membre à avoir changé un réglage les reçoit par message privé.',
    daysWithoutWord:
      'Indique aussi le mot à masquer : `masquer_jours` ne dit que pour combien de temps. Rien n’a changé.',
    yes: 'oui',
    no: 'non',
    muteExpires: (word, days) => `${word} · encore ${f.count(days, 'jour', 'jours')}`,
  },
});
