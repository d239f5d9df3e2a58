/** An item of an invented press. Items of one event must be grouped together, all others kept apart. */
export interface ForeignItem {
  event: string;
  outlet: string;
  title: string;
  text: string;
}

const outlets = ['Le Phare', 'Courrier du Nord'];

/** Reports of one event by their titles, each of another outlet. */
const reports = (told: Record<string, string>): ForeignItem[] => {
  const [event = ''] = Object.keys(told);
  return Object.entries(told).map(([title, text], at) => ({ event, outlet: outlets[at] ?? '', title, text }));
};

/** One report each of as many events. */
const single = (told: Record<string, string>): ForeignItem[] =>
  Object.entries(told).flatMap(([title, text]) => reports({ [title]: text }));

/** Items by language code. */
export const foreign: Readonly<Record<string, readonly ForeignItem[]>> = {
  fr: [
    ...reports({
      'Les marins de Soundline cessent le travail dans le port de Skarrow':
        'Les marins de la compagnie Soundline ont cessé le travail lundi à quatre heures dans le port de Skarrow, où neuf ferries sont restés à quai. Le syndicat réclame douze pour cent d’augmentation et l’embauche de quarante matelots, selon son secrétaire, M. Lund. La direction a proposé une rencontre pour mercredi. Des centaines de passagers ont dormi dans l’aérogare maritime de l’île.',
      'Skarrow : les ferries de Soundline restent à quai':
        'Aucun ferry de Soundline n’a quitté Skarrow lundi : les matelots de la compagnie sont en grève depuis l’aube pour une augmentation de douze pour cent. D’après le syndicat, la grève pourrait durer jusqu’à jeudi. La compagnie dit qu’elle a perdu 3,5 millions d’euros l’an dernier. L’armateur a loué deux bateaux pour l’île de Venn.',
    }),
    ...reports({
      'Le parlement de l’Uzonie adopte la loi sur les ports':
        'Le parlement de l’Uzonie a adopté lundi soir, par 71 voix contre 64, la loi qui permet aux villes de racheter leurs quais. L’opposition a annoncé qu’elle saisirait la Cour suprême. Le Premier ministre a parlé d’une « journée historique » pour les ports d’Uzonie. La loi entrera en vigueur au 1er janvier.',
      'Uzonie : les villes pourront racheter leurs quais':
        'Les villes d’Uzonie pourront racheter les quais de leurs ports : le parlement a voté la loi lundi soir par 71 voix contre 64. Le texte met fin à trente ans de concession privée. Plusieurs maires ont salué le vote, tandis que l’opposition veut saisir la Cour suprême.',
    }),
    ...single({
      'Un élan retarde de quatre heures le train de nuit':
        'Un élan couché sur la voie a retardé de quatre heures, dans la nuit de dimanche à lundi, le train de nuit entre Brannick et Olmsund. Personne n’a été blessé, a dit la compagnie des chemins de fer, qui a servi du café aux 210 voyageurs. L’animal est reparti de lui-même à l’arrivée d’un garde forestier.',
      'La mairie de Valbrune ferme la piscine pour l’hiver':
        'La piscine municipale de Valbrune fermera ses portes lundi et pour tout l’hiver, a annoncé la mairie dans un communiqué. Le coût du chauffage a doublé en deux ans et le conseil n’a pas voulu augmenter le prix des entrées. Les clubs de natation devront se rendre à la ville voisine. La réouverture est prévue pour le mois d’avril, si les travaux sur la toiture sont terminés à temps.',
      'Un incendie détruit une scierie près de Morgeville':
        'Un incendie a détruit dans la nuit de dimanche à lundi une scierie près de Morgeville, sans faire de blessé. Les pompiers ont lutté pendant six heures contre les flammes, qui ont menacé les maisons du quartier. Le propriétaire a dit que les machines étaient neuves. La gendarmerie a ouvert une enquête sur les causes du sinistre et la route reste coupée.',
      'Handball : Sarbenne bat le champion à la dernière seconde':
        'Les joueuses de Sarbenne ont battu samedi soir le champion de France par 27 à 26 grâce à un but inscrit à la dernière seconde. La gardienne a arrêté quinze tirs devant une salle pleine. L’entraîneuse a salué la patience de son équipe, qui était menée de cinq buts à la pause. Le prochain match aura lieu mercredi à domicile.',
      'Le prix du beurre monte encore dans les supermarchés':
        'Le prix du beurre a encore monté de quatre pour cent en un mois dans les supermarchés, selon une étude publiée mardi par une association de consommateurs. Les éleveurs disent que la sécheresse a réduit la production de lait. Les boulangers demandent une aide de l’État et plusieurs d’entre eux ont déjà augmenté le prix du croissant de dix centimes.',
      'Des archéologues trouvent une mosaïque sous un parking':
        'Des archéologues ont trouvé une mosaïque romaine sous le parking d’une ancienne usine, a indiqué le musée mercredi. L’œuvre, longue de neuf mètres, montre un navire et des dauphins. Elle sera nettoyée pendant l’été puis présentée au public. Le chantier d’un immeuble de bureaux est arrêté jusqu’à la fin des fouilles, qui doivent durer trois mois.',
      'Une grève perturbe les bus de la capitale':
        'Une grève des conducteurs perturbe depuis jeudi matin les bus de la capitale, où une ligne sur trois ne circule pas. Les syndicats demandent des pauses plus longues et des vestiaires chauffés. La direction a proposé une rencontre pour vendredi. Les vélos en libre-service ont battu un record de locations et les taxis manquent à la gare.',
      'Un nouveau vaccin contre la grippe aviaire est testé':
        'Un nouveau vaccin contre la grippe aviaire est testé depuis cette semaine sur des canards dans deux élevages du sud, a expliqué le ministère de l’agriculture. Les résultats seront connus dans un an. Les éleveurs espèrent éviter les abattages, qui ont coûté des millions. Les pays voisins suivent l’essai avec intérêt et pourraient acheter des doses.',
      'Le festival de cinéma de Lorvans récompense un film muet':
        'Le festival de cinéma de Lorvans a récompensé dimanche un film muet tourné en noir et blanc par une réalisatrice de vingt-six ans. Le jury a aimé la musique et le jeu des acteurs. Le public a applaudi pendant dix minutes. Le film sortira en salle à l’automne et la réalisatrice prépare déjà une comédie sur sa grand-mère.',
    }),
  ],
  pl: [
    ...reports({
      'Wstrząs w kopalni Borowa, pod ziemią zostało siedmiu górników':
        'W kopalni Borowa doszło w poniedziałek rano do silnego wstrząsu, po którym pod ziemią zostało siedmiu górników. Ratownicy mają z nimi łączność od godz. 11. Dyrektor kopalni inż. Jan Sowa powiedział, że wszyscy żyją. Do chodnika zostało 60 m skał.',
      'Ratownicy drążą chodnik do siedmiu górników w kopalni Borowa':
        'Ratownicy drążą chodnik do siedmiu górników, którzy od poniedziałku są uwięzieni w kopalni Borowa po silnym wstrząsie. Mają z nimi łączność, wszyscy żyją. Do przebicia zostało około 60 m. Kopalnia wstrzymała wydobycie do końca tygodnia.',
    }),
    ...single({
      'Nowe pociągi na trasie do Zalewia od grudnia':
        'Od 14 grudnia na trasie do Zalewia pojadą nowe pociągi, które skrócą podróż o 40 min. Kolej kupiła je za 310 mln zł. W 2025 r. Sejm przyznał na ten cel pieniądze z funduszu klimatycznego. Bilety mają nie zdrożeć.',
      'Niedźwiedź zjadł miód za trzy tysiące złotych':
        'Niedźwiedź włamał się w nocy do pasieki pod Lipowem i zjadł miód wart trzy tysiące złotych. Pszczelarz znalazł rano jedenaście rozbitych uli. Leśnicy chcą postawić wokół pasieki płot pod prądem. To już czwarta taka wizyta tej jesieni.',
      'Dwunastolatka zremisowała z mistrzem świata':
        'Dwunastoletnia Maja Kos zremisowała w niedzielę z mistrzem świata podczas pokazu na rynku w Gorzycy. Partia trwała trzy godziny. Mistrz powiedział, że przegapił jej wieżę. Dziewczynka wraca teraz do szkoły, bo ma sprawdzian z matematyki.',
    }),
  ],
};
