import { type LocaleWords, moreLocaleWords } from './moreLocaleWords.ts';

/** What a language abbreviates and how its sentences open; words in lower case without their last point, openers as written. */
export interface SentenceWords {
  /** A name, number or noun always follows: their point ends nothing. */
  readonly leading: ReadonlySet<string>;
  /** May end a sentence, if a word follows with which sentences open. */
  readonly doubtful: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** Whether numbers up to 99 with a point are ordinals ("am 3. Oktober"). */
  readonly ordinals: boolean;
  /** Known by its commonest words only: a short word before a figure abbreviates too, and what is all capitals is a name. */
  readonly sparse: boolean;
}

const list = (words: string): ReadonlySet<string> => new Set(words === '' ? [] : words.split(' '));

const german: SentenceWords = {
  leading: list(
    'dr prof hr fr frl st nr abs bzw ca evtl ggf inkl exkl einschl vgl geb gest gegr dipl ing min.präs ministerpräs bundespräs stellv mind bzgl gem lt verh rd str.nr ehem sel hl kath ev tel bd s az vors präs inh lfd gez zzgl med phil jur abb abg anm bez ehm engl fa fam frz insb insbes insp jährl mmag priv.-doz tägl univ.-prof urspr ziff zzt hauptm zusätzl',
  ),
  doubtful: list(
    'usw etc mio mrd tsd std min sek jh mwst ust co jr sen jun uvm usf ff jan feb mär märz apr jul aug sep sept okt nov dez mo di mi do sa str eur chf abt univ allg art mag max sog',
  ),
  openers: list(
    'Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ihre Ich Du Man Im Am In An Auf Aus Bei Beim Bis Durch Für Gegen Hinter Mit Nach Nachdem Neben Ohne Seit Über Um Unter Vom Von Vor Während Wegen Zu Zum Zur Zwischen Aber Auch Außerdem Bereits Da Dabei Dafür Dagegen Damit Danach Dann Daran Darauf Daraus Darin Darüber Darum Davon Davor Dazu Denn Dennoch Deshalb Dies Diese Diesem Diesen Dieser Dieses Doch Dort Erst Etwa Heute Hier Insgesamt Jedoch Jetzt Jeder Jede Kein Keine Laut Mehr Mehrere Nicht Niemand Noch Nun Nur Ob Obwohl Oder Rund Schon Sein Seine Seitdem So Sogar Später Trotz Und Viele Was Weil Weitere Wenn Wer Wie Wieder Wo Zudem Zuletzt Zuvor Zwei Drei Gestern Alle Allerdings Als Alles Andere Ebenso Einige Einst Betroffen Gegründet Warum Ab Anfangs Anschließend Ansonsten Bald Bisher Bislang Dadurch Daraufhin Darunter Demnach Derzeit Eigentlich Ferner Früher Genau Gleichzeitig Hinzu Immer Immerhin Inzwischen Ja Künftig Manche Mein Meine Meist Mittlerweile Möglicherweise Morgens Abends Nein Nie Oft Schließlich Sobald Sollte Somit Sonst Statt Stattdessen Unser Unsere Vielleicht Wann Weder Weiterhin Welche Zunächst Zusätzlich Zwar Vier Fünf',
  ),
  ordinals: true,
  sparse: false,
};

const french: SentenceWords = {
  leading: list(
    'm mm mme mmes mlle mlles mgr me pr dr prof gén st ste p pp al no env av chap fig cf éd tél boul adj dir ets mtre sté vve',
  ),
  doubtful: list('etc cie janv févr avr juil sept oct nov déc apr jr min max hab art bd col vol arr'),
  openers: list(
    'Le La Les L Un Une Des Il Elle Ils Elles On Ce Cet Cette Ces Cela C Nous Vous Je J Tu Mais Et Ou Or Donc Car Pour Par Avec Sans Sous Sur Dans En Au Aux À De Du D Depuis Selon Après Avant Pendant Alors Ainsi Aujourd Hier Demain Plus Plusieurs Tous Tout Toute Toutes Son Sa Ses Leur Leurs Quand Lorsque Si Comme Chez Entre Près Environ Deux Trois Puis Enfin Aucun Aucune Personne Rien Qui Que Quel Quelle Pourquoi Comment Où Malgré Cependant Toutefois Pourtant Néanmoins Désormais Dès Durant Ensuite Face Grâce Ici Jamais Là Lors Moins Mon Ma Mes Notre Nos Votre Vos Parmi Parce Quant Quelques Certains Certaines Chaque Seul Seule Voilà Voici',
  ),
  ordinals: false,
  sparse: false,
};

const spanish: SentenceWords = {
  leading: list(
    'sr sra sres sras srta dr dra dres prof profa gral cap cnel lic ing arq d dña ud uds vd avda av núm nro art arts párr pág págs vol fig sto sta tel excmo abg alte almte apdo cmdte comdte ctra depto dip edif fco gob hna hno insp lcda lcdo mons mtra mtro pbro pdte pte pza rvdo sdo sgto subof tte urb',
  ),
  doubtful: list('etc cía ltda h a.m p.m jr aprox máx mín ene feb abr jun jul ago sept oct nov dic col gen'),
  openers: list(
    'El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Ese Esa Este Esta Estos Estas Eso Esto Y O Pero Sin Con Por Para De Del En Al A Desde Hasta Según Tras Entre Sobre Cuando Mientras Si Como Aunque Además También Ya No Más Muchos Varios Todos Todo Su Sus Se Le Les Hay Hoy Ayer Mañana Nadie Nada Qué Quién Cómo Dónde Dos Tres Así Luego Después Antes Ahora Ante Durante Algunos Algunas Allí Aquel Aquella Aquí Aún Bajo Cada Casi Contra Donde Esos Esas Jamás Mi Nuestro Nuestra Nunca Otro Otra Otros Otras Poco Pocos Porque Pues Quizá Quien Sino Solo Sólo Tal Tampoco Tan Tanto Toda Todas Todavía Tú Usted Yo Nosotros',
  ),
  ordinals: false,
  sparse: false,
};

const italian: SentenceWords = {
  leading: list(
    'sig sigg sig.ra dott dott.ssa dr prof prof.ssa on avv ing arch geom mons card gen col cap p pag pagg art artt n nn vol fig s ss sen min pres tel rag amm ass brig cass cav cfr comm dir fraz gent lett loc magg p.zza proc prov sac spett trib v.le c.so',
  ),
  doubtful: list('ecc etc s.p.a s.r.l a.c d.c gen feb apr giu lug ago sett ott nov dic jr sec'),
  openers: list(
    'Il Lo La I Gli Le L Un Uno Una Ma E Ed O Non Si Ha Hanno È Sono Era In Nel Nella Nei Nelle Da Dal Dalla Di Del Della Dei Con Per Su Sul Sulla Tra Fra A Al Alla Ai Alle Che Chi Come Dove Quando Se Anche Poi Dopo Prima Secondo Oggi Ieri Domani Questo Questa Quello Quella Lui Lei Loro Noi Più Molti Tutti Tutto Nessuno Niente Due Tre Così Intanto Perché Dà Mentre Adesso Alcuni Alcune Allora Altri Altre Ancora Ciò Contro Durante Ecco Eppure Già Infatti Infine Inoltre Invece Io Mai Mio Nostro Ogni Oltre Ora Però Perciò Pochi Proprio Qualche Quanto Quasi Quei Queste Questi Qui Sempre Senza Solo Sopra Sotto Subito Tuttavia Verso',
  ),
  ordinals: false,
  sparse: false,
};

const dutch: SentenceWords = {
  leading: list(
    'dhr mevr mw mr drs dr prof ing ir st nr blz art burg gem o.a o.m m.n ca resp adm afd bijv ds evt fam gebr gouv hfst jhr jkvr kapt kard kol maj mgr nrs pag plm sgt tel vgl zgn',
  ),
  doubtful: list('enz etc jr sr b.v n.v a.u.b jan feb mrt apr aug sept okt nov dec min'),
  openers: list(
    'De Het Een Hij Zij Ze Wij We Ik Je U Dat Dit Die Deze Er Maar En Of In Op Aan Bij Met Na Naar Om Onder Over Sinds Tot Uit Van Voor Volgens Door Ook Nog Niet Toen Toch Daarom Daar Hier Wie Wat Waar Als Omdat Hoewel Zo Zijn Haar Hun Veel Alle Vandaag Gisteren Morgen Andere Bovendien Daarbij Daardoor Daarna Daarnaast Dus Echter Eerder Geen Hoe Iedereen Inmiddels Intussen Later Mijn Niemand Niets Ondanks Onze Rond Ruim Sommige Tegen Terwijl Tijdens Twee Drie Vanaf Vanwege Vervolgens Waarom Wanneer Want Wel',
  ),
  ordinals: false,
  sparse: false,
};

const portuguese: SentenceWords = {
  leading: list(
    'sr sra srs sras dr dra prof profa gen cel eng arq d av r art pág págs vol fig sto sta tel exmo núm adv alm brig dep exa exma gov ilmo insp maj min mons mte pça rev rod sen sgt',
  ),
  doubtful: list('etc ltda cia jr s.a jan fev mar abr mai jun jul ago set out nov dez h séc'),
  openers: list(
    'O A Os As Um Uma Ele Ela Eles Elas Esse Essa Este Esta Isso Isto E Ou Mas Sem Com Por Para De Do Da Dos Das Em No Na Nos Nas Ao À Desde Até Segundo Após Entre Sobre Quando Enquanto Se Como Embora Além Também Já Não Mais Muitos Vários Todos Tudo Seu Sua Há Hoje Ontem Ninguém Nada Quem Onde Dois Três Assim Depois Antes Agora Ainda Algumas Alguns Apenas Apesar Aquela Aquele Aqui Cada Conforme Contra Contudo Durante Entretanto Essas Esses Estas Estes Eu Foi Lá Logo Meu Mesmo Minha Nem Nenhum Nessa Nesse Nesta Neste Nosso Num Numa Nunca Nós Outra Outras Outro Outros Pela Pelo Pois Porque Portanto Porém Pouco Qual Qualquer Quanto Quase Que Sempre Seus Sob Suas Só Tal Talvez Tanto Toda Todas Você Vocês Várias',
  ),
  ordinals: false,
  sparse: false,
};

const byLanguage: Readonly<Record<string, SentenceWords>> = {
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

const pointedOrdinals = list('da nb nn no fi is cs sk sl hr sr bs pl hu et lv lt tr');

/** Titles that many languages share. */
const shared: LocaleWords = {
  leading: 'dr prof st nr art mr mrs ing mgr kl ca ul ks gen płk tzw np im',
  doubtful: 'etc jr sr',
  openers: '',
};

const sparse = ({ leading, doubtful, openers }: LocaleWords, language: string): SentenceWords => ({
  leading: list(leading),
  doubtful: list(doubtful),
  openers: list(openers),
  ordinals: pointedOrdinals.has(language),
  sparse: true,
});

const bySparse = new Map(
  Object.entries(moreLocaleWords).map(([language, words]) => [language, sparse(words, language)]),
);

/** What is known of a language by its lower-case primary subtag. */
export const sentenceWordsOf = (language: string): SentenceWords =>
  byLanguage[language] ?? bySparse.get(language) ?? sparse(shared, language);
