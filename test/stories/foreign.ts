/** An item of an invented press. Items of one event belong together, all others apart. */
export interface ForeignItem {
  event: string;
  outlet: string;
  title: string;
  text: string;
}

const item = (event: string, outlet: string, title: string, text: string): ForeignItem => ({
  event,
  outlet,
  title,
  text,
});

/** By language code. */
export const foreign: Readonly<Record<string, readonly ForeignItem[]>> = {
  fr: [
    item(
      'ferry',
      'Le Phare',
      'Les marins de Soundline cessent le travail dans le port de Skarrow',
      'Les marins de la compagnie Soundline ont cessé le travail lundi à quatre heures dans le port de Skarrow, où neuf ferries sont restés à quai. Le syndicat réclame douze pour cent d’augmentation et l’embauche de quarante matelots, selon son secrétaire, M. Lund. La direction a proposé une rencontre pour mercredi. Des centaines de passagers ont dormi dans l’aérogare maritime de l’île.',
    ),
    item(
      'ferry',
      'Courrier du Nord',
      'Skarrow : les ferries de Soundline restent à quai',
      'Aucun ferry de Soundline n’a quitté Skarrow lundi : les matelots de la compagnie sont en grève depuis l’aube pour une augmentation de douze pour cent. D’après le syndicat, la grève pourrait durer jusqu’à jeudi. La compagnie dit qu’elle a perdu 3,5 millions d’euros l’an dernier. L’armateur a loué deux bateaux pour l’île de Venn.',
    ),
    item(
      'vote',
      'Le Phare',
      'Le parlement de l’Uzonie adopte la loi sur les ports',
      'Le parlement de l’Uzonie a adopté lundi soir, par 71 voix contre 64, la loi qui permet aux villes de racheter leurs quais. L’opposition a annoncé qu’elle saisirait la Cour suprême. Le Premier ministre a parlé d’une « journée historique » pour les ports d’Uzonie. La loi entrera en vigueur au 1er janvier.',
    ),
    item(
      'vote',
      'Courrier du Nord',
      'Uzonie : les villes pourront racheter leurs quais',
      'Les villes d’Uzonie pourront racheter les quais de leurs ports : le parlement a voté la loi lundi soir par 71 voix contre 64. Le texte met fin à trente ans de concession privée. Plusieurs maires ont salué le vote, tandis que l’opposition veut saisir la Cour suprême.',
    ),
    item(
      'elk',
      'Le Phare',
      'Un élan retarde de quatre heures le train de nuit',
      'Un élan couché sur la voie a retardé de quatre heures, dans la nuit de dimanche à lundi, le train de nuit entre Brannick et Olmsund. Personne n’a été blessé, a dit la compagnie des chemins de fer, qui a servi du café aux 210 voyageurs. L’animal est reparti de lui-même à l’arrivée d’un garde forestier.',
    ),
    item(
      'pool',
      'Le Phare',
      'La mairie de Valbrune ferme la piscine pour l’hiver',
      'La piscine municipale de Valbrune fermera ses portes lundi et pour tout l’hiver, a annoncé la mairie dans un communiqué. Le coût du chauffage a doublé en deux ans et le conseil n’a pas voulu augmenter le prix des entrées. Les clubs de natation devront se rendre à la ville voisine. La réouverture est prévue pour le mois d’avril, si les travaux sur la toiture sont terminés à temps.',
    ),
    item(
      'sawmill',
      'Le Phare',
      'Un incendie détruit une scierie près de Morgeville',
      'Un incendie a détruit dans la nuit de dimanche à lundi une scierie près de Morgeville, sans faire de blessé. Les pompiers ont lutté pendant six heures contre les flammes, qui ont menacé les maisons du quartier. Le propriétaire a dit que les machines étaient neuves. La gendarmerie a ouvert une enquête sur les causes du sinistre et la route reste coupée.',
    ),
    item(
      'handball',
      'Le Phare',
      'Handball : Sarbenne bat le champion à la dernière seconde',
      'Les joueuses de Sarbenne ont battu samedi soir le champion de France par 27 à 26 grâce à un but inscrit à la dernière seconde. La gardienne a arrêté quinze tirs devant une salle pleine. L’entraîneuse a salué la patience de son équipe, qui était menée de cinq buts à la pause. Le prochain match aura lieu mercredi à domicile.',
    ),
    item(
      'butter',
      'Le Phare',
      'Le prix du beurre monte encore dans les supermarchés',
      'Le prix du beurre a encore monté de quatre pour cent en un mois dans les supermarchés, selon une étude publiée mardi par une association de consommateurs. Les éleveurs disent que la sécheresse a réduit la production de lait. Les boulangers demandent une aide de l’État et plusieurs d’entre eux ont déjà augmenté le prix du croissant de dix centimes.',
    ),
    item(
      'mosaic',
      'Le Phare',
      'Des archéologues trouvent une mosaïque sous un parking',
      'Des archéologues ont trouvé une mosaïque romaine sous le parking d’une ancienne usine, a indiqué le musée mercredi. L’œuvre, longue de neuf mètres, montre un navire et des dauphins. Elle sera nettoyée pendant l’été puis présentée au public. Le chantier d’un immeuble de bureaux est arrêté jusqu’à la fin des fouilles, qui doivent durer trois mois.',
    ),
    item(
      'buses',
      'Le Phare',
      'Une grève perturbe les bus de la capitale',
      'Une grève des conducteurs perturbe depuis jeudi matin les bus de la capitale, où une ligne sur trois ne circule pas. Les syndicats demandent des pauses plus longues et des vestiaires chauffés. La direction a proposé une rencontre pour vendredi. Les vélos en libre-service ont battu un record de locations et les taxis manquent à la gare.',
    ),
    item(
      'vaccine',
      'Le Phare',
      'Un nouveau vaccin contre la grippe aviaire est testé',
      'Un nouveau vaccin contre la grippe aviaire est testé depuis cette semaine sur des canards dans deux élevages du sud, a expliqué le ministère de l’agriculture. Les résultats seront connus dans un an. Les éleveurs espèrent éviter les abattages, qui ont coûté des millions. Les pays voisins suivent l’essai avec intérêt et pourraient acheter des doses.',
    ),
    item(
      'festival',
      'Le Phare',
      'Le festival de cinéma de Lorvans récompense un film muet',
      'Le festival de cinéma de Lorvans a récompensé dimanche un film muet tourné en noir et blanc par une réalisatrice de vingt-six ans. Le jury a aimé la musique et le jeu des acteurs. Le public a applaudi pendant dix minutes. Le film sortira en salle à l’automne et la réalisatrice prépare déjà une comédie sur sa grand-mère.',
    ),
  ],
  es: [
    item(
      'dam',
      'La Ribera',
      'La presa de Altamora abre las compuertas tras diez días de lluvia',
      'La presa de Altamora abrió el lunes todas sus compuertas por primera vez desde 1998, tras diez días de lluvia que han llenado el embalse hasta el 97 %. Unas 1.200 personas de los pueblos de la vega tuvieron que dejar sus casas, informó el Gobierno regional. La Sra. Ruiz, alcaldesa de Vado, pidió camas y mantas. Los meteorólogos esperan más lluvia para el jueves.',
    ),
    item(
      'dam',
      'Diario del Valle',
      'Desalojan a 1.200 vecinos aguas abajo de la presa de Altamora',
      'Unos 1.200 vecinos de la vega han sido desalojados después de que el lunes se abrieran las compuertas de la presa de Altamora, que está al 97 % de su capacidad. La alcaldesa de Vado ha pedido mantas para el polideportivo. La última vez que el embalse abrió todas las compuertas fue en 1998.',
    ),
    item(
      'tram',
      'La Ribera',
      'El tranvía de Lorca Nueva circulará también de noche',
      'El tranvía de Lorca Nueva circulará desde abril también de noche los viernes y los sábados, según anunció el martes la empresa municipal. El servicio costará 2,4 millones de euros al año y pasará cada media hora. Los vecinos del centro temen el ruido; los hosteleros lo celebran.',
    ),
    item(
      'museum',
      'Diario del Valle',
      'Roban tres cuadros del museo de la seda',
      'Tres cuadros del siglo XVIII fueron robados en la madrugada del martes del museo de la seda, según confirmó la policía. Los ladrones entraron por el tejado y estuvieron en la sala menos de cinco minutos. La directora del museo explicó que los cuadros no estaban asegurados. No hay detenidos.',
    ),
    item(
      'tennis',
      'La Ribera',
      'Inés Ferrer gana su primer torneo con diecisiete años',
      'Inés Ferrer ganó el domingo en Porto Claro su primer torneo, con diecisiete años y sin perder un solo set en toda la semana. Derrotó en la final a la número cuatro del mundo por 6-4 y 7-5. Su entrenador dijo que ahora volverá al instituto, donde tiene exámenes el jueves.',
    ),
    item(
      'pool',
      'La Ribera',
      'El ayuntamiento de Valmora cierra la piscina en invierno',
      'La piscina municipal de Valmora cerrará sus puertas el lunes y durante todo el invierno, anunció el ayuntamiento en un comunicado. El coste de la calefacción se ha doblado en dos años y el pleno no quiso subir el precio de las entradas. Los clubes de natación tendrán que ir a la ciudad vecina. La reapertura está prevista para el mes de abril.',
    ),
    item(
      'sawmill',
      'La Ribera',
      'Un incendio destruye un aserradero cerca de Morguera',
      'Un incendio destruyó en la noche del domingo un aserradero cerca de Morguera, sin que hubiera heridos. Los bomberos lucharon durante seis horas contra las llamas, que amenazaron las casas del barrio. El dueño dijo que las máquinas eran nuevas. La policía ha abierto una investigación sobre las causas y la carretera sigue cortada.',
    ),
    item(
      'football',
      'La Ribera',
      'El Sarbena gana al campeón en el último segundo',
      'Las jugadoras del Sarbena ganaron el sábado por la noche al campeón de liga por 27 a 26 gracias a un gol en el último segundo. La portera paró quince tiros ante un pabellón lleno. La entrenadora elogió la paciencia de su equipo, que perdía de cinco goles en el descanso. El próximo partido será el miércoles en casa.',
    ),
    item(
      'oil',
      'La Ribera',
      'Sube otra vez el precio del aceite en los supermercados',
      'El precio del aceite ha vuelto a subir un cuatro por ciento en un mes en los supermercados, según un estudio publicado el martes por una asociación de consumidores. Los agricultores dicen que la sequía ha reducido la cosecha. Los bares piden una ayuda del Estado y varios de ellos ya han subido el precio de la tapa diez céntimos.',
    ),
    item(
      'mosaic',
      'La Ribera',
      'Arqueólogos hallan un mosaico debajo de un aparcamiento',
      'Un grupo de arqueólogos ha hallado un mosaico romano debajo del aparcamiento de una antigua fábrica, indicó el museo el miércoles. La obra, de nueve metros, muestra un barco y delfines. Se limpiará durante el verano y luego se mostrará al público. La construcción de un edificio de oficinas queda parada hasta el final de las excavaciones.',
    ),
    item(
      'buses',
      'La Ribera',
      'Una huelga altera los autobuses de la capital',
      'Una huelga de conductores altera desde el jueves por la mañana los autobuses de la capital, donde una de cada tres líneas no funciona. Los sindicatos piden pausas más largas y vestuarios con calefacción. La empresa ha propuesto una reunión para el viernes. Las bicicletas públicas han batido un récord y faltan taxis en la estación.',
    ),
  ],
  it: [
    item(
      'quake',
      'Il Molo',
      'Scossa di terremoto sull’isola di Ferula, crolla un campanile',
      'Una scossa di terremoto di magnitudo 5,2 ha colpito nella notte l’isola di Ferula e ha fatto crollare il campanile di Santa Brida. Secondo la Protezione civile ci sono undici feriti, nessuno grave. Il sindaco ha chiuso le scuole fino a giovedì. L’ing. Marini, che dirige le verifiche, ha detto che quaranta case non sono sicure.',
    ),
    item(
      'quake',
      'Gazzetta delle Isole',
      'Ferula, terremoto di magnitudo 5,2: undici feriti',
      'Undici persone sono rimaste ferite per il terremoto di magnitudo 5,2 che nella notte ha svegliato l’isola di Ferula. Il campanile di Santa Brida è crollato sulla piazza vuota. Le scuole dell’isola restano chiuse e la Protezione civile ha montato le tende nel campo sportivo. Altre scosse sono state avvertite all’alba.',
    ),
    item(
      'bread',
      'Il Molo',
      'Aumenta il prezzo del pane, proteste dei fornai a Torrana',
      'I fornai di Torrana hanno protestato martedì davanti al municipio contro il prezzo della farina, salito del nove per cento in un anno. Un chilo di pane costa ora quasi cinque euro. L’assessore al commercio ha promesso un incontro con i mulini. I consumatori chiedono che il governo controlli la filiera.',
    ),
    item(
      'cycling',
      'Gazzetta delle Isole',
      'Ciclismo, Anselmi vince la tappa sotto la neve',
      'Dario Anselmi ha vinto domenica la tappa regina, arrivando da solo sotto la neve con due minuti di vantaggio. Il gruppo si era spezzato sulla penultima salita. Il corridore, 24 anni, non aveva mai vinto tra i professionisti. La corsa si chiude martedì con una cronometro di 18 chilometri.',
    ),
    item(
      'wolf',
      'Il Molo',
      'Un lupo in metropolitana, la linea ferma per due ore',
      'Un giovane lupo è entrato lunedì mattina in una stazione della metropolitana e ha fermato la linea per due ore. I veterinari lo hanno addormentato e portato in un centro di recupero. Nessuno si è fatto male, ha detto l’azienda dei trasporti. Il lupo sta bene e sarà liberato in montagna.',
    ),
    item(
      'pool',
      'Il Molo',
      'Il comune di Valbruna chiude la piscina per l’inverno',
      'La piscina comunale di Valbruna chiuderà lunedì e per tutto l’inverno, ha annunciato il comune in una nota. Il costo del riscaldamento è raddoppiato in due anni e il consiglio non ha voluto aumentare il prezzo degli ingressi. I club di nuoto dovranno andare nella città vicina. La riapertura è prevista per il mese di aprile.',
    ),
    item(
      'sawmill',
      'Il Molo',
      'Un incendio distrugge una segheria vicino a Morgera',
      'Un incendio ha distrutto nella notte di domenica una segheria vicino a Morgera, senza fare feriti. I vigili del fuoco hanno lottato per sei ore contro le fiamme, che hanno minacciato le case del quartiere. Il proprietario ha detto che le macchine erano nuove. La polizia ha aperto un’indagine sulle cause e la strada è chiusa.',
    ),
    item(
      'football',
      'Il Molo',
      'La Sarbena batte i campioni all’ultimo secondo',
      'Le giocatrici della Sarbena hanno battuto sabato sera i campioni d’Italia per 27 a 26 grazie a una rete all’ultimo secondo. La portiera ha parato quindici tiri davanti a un palazzetto pieno. L’allenatrice ha lodato la pazienza della squadra, che perdeva di cinque reti. La prossima partita è mercoledì in casa.',
    ),
    item(
      'butter',
      'Il Molo',
      'Sale ancora il prezzo del burro nei supermercati',
      'Il prezzo del burro è salito ancora del quattro per cento in un mese nei supermercati, secondo uno studio pubblicato martedì da un’associazione di consumatori. Gli allevatori dicono che la siccità ha ridotto la produzione di latte. I fornai chiedono un aiuto allo Stato e molti hanno già aumentato il prezzo del cornetto.',
    ),
  ],
  nl: [
    item(
      'dike',
      'De Vuurtoren',
      'Dijk bij Oosterhaven verzakt, 800 mensen geëvacueerd',
      'Een dijk bij Oosterhaven is maandagochtend over een lengte van zestig meter verzakt, waarna 800 mensen hun huis moesten verlaten. Volgens het waterschap is er geen gevaar voor een doorbraak. Dijkgraaf mr. Van Essen zei dat de droogte van de zomer het veen heeft verzwakt. Militairen leggen zandzakken tegen de dijk.',
    ),
    item(
      'dike',
      'Noorderkrant',
      'Militairen stutten verzakte dijk Oosterhaven met zandzakken',
      'Militairen zijn sinds maandagmiddag bezig de verzakte dijk bij Oosterhaven met zandzakken te stutten. Zo’n 800 inwoners slapen in de sporthal, want het waterschap wil pas woensdag zeggen of zij terug kunnen. De dijk zakte over een lengte van zestig meter weg. De droogte zou het veen hebben aangetast.',
    ),
    item(
      'bikes',
      'De Vuurtoren',
      'Proef met fietssnelweg tussen Veldrecht en Marne',
      'Tussen Veldrecht en Marne begint in mei een proef met een verwarmde fietssnelweg, die in de winter niet meer glad wordt. De aanleg kost vier miljoen euro. De wethouder verwacht dat er elke dag drieduizend mensen over zullen rijden. De Fietsersbond noemt het een mooi plan, maar wil eerst betere kruispunten.',
    ),
    item(
      'choir',
      'Noorderkrant',
      'Koor van 92-jarigen wint zangwedstrijd',
      'Een koor van vijftien mensen van wie de jongste 92 is, heeft zaterdag de zangwedstrijd van Zuidveen gewonnen. De jury roemde het plezier en de zuiverheid. Dirigente Anna Postma zei dat er elke week een uur wordt gerepeteerd, met koffie. Het prijzengeld gaat naar een nieuwe piano.',
    ),
    item(
      'tax',
      'De Vuurtoren',
      'Kabinet wil belasting op vliegtickets verdubbelen',
      'Het kabinet wil de belasting op vliegtickets vanaf volgend jaar verdubbelen, zei de minister van Financiën dinsdag. Een retour binnen Europa wordt daardoor gemiddeld 26 euro duurder. De luchtvaartmaatschappijen waarschuwen dat reizigers over de grens zullen vertrekken. De Kamer stemt er in december over.',
    ),
  ],
  pt: [
    item(
      'fire',
      'O Farol',
      'Incêndio na serra de Almourel obriga a retirar 300 pessoas',
      'Um incêndio na serra de Almourel obrigou esta segunda-feira a retirar 300 pessoas de quatro aldeias, informou a Proteção Civil. As chamas são combatidas por 420 bombeiros e seis aviões. O vento deverá mudar durante a noite. O Dr. Matos, presidente da câmara, disse que nenhuma casa ardeu até agora.',
    ),
    item(
      'fire',
      'Correio da Serra',
      'Almourel: 420 bombeiros combatem as chamas na serra',
      'São 420 os bombeiros que combatem desde domingo as chamas na serra de Almourel, onde foram retiradas cerca de 300 pessoas. Seis aviões lançam água sobre a frente norte. A Proteção Civil pede que ninguém tente regressar às aldeias. O presidente da câmara agradeceu a ajuda dos municípios vizinhos.',
    ),
    item(
      'bridge',
      'O Farol',
      'Ponte de Vila Amara reabre depois de três anos de obras',
      'A ponte de Vila Amara reabriu ao trânsito no domingo, depois de três anos de obras que custaram onze milhões de euros. O ministro das Infraestruturas atravessou-a a pé. Os comerciantes da margem sul esperam que os clientes voltem. As obras deviam ter durado dezoito meses.',
    ),
    item(
      'fish',
      'Correio da Serra',
      'Pescadores de Salina apanham a maior sardinha do século',
      'Os pescadores de Salina tiveram a melhor semana de sardinha desde que há registos, com 900 toneladas descarregadas na lota. O preço caiu para metade. Os biólogos dizem que a água mais fria trouxe os cardumes para perto da costa. A associação quer que a época seja prolongada.',
    ),
    item(
      'school',
      'O Farol',
      'Escolas vão proibir telemóveis no recreio',
      'As escolas básicas vão proibir os telemóveis no recreio a partir de setembro, anunciou na terça-feira o Ministério da Educação. Os pais estão divididos. Os professores pedem mais auxiliares para fazer cumprir a regra. Nas escolas onde já se faz, as crianças voltaram a jogar à bola.',
    ),
  ],
  pl: [
    item(
      'mine',
      'Latarnia',
      'Wstrząs w kopalni Borowa, pod ziemią zostało siedmiu górników',
      'W kopalni Borowa doszło w poniedziałek rano do silnego wstrząsu, po którym pod ziemią zostało siedmiu górników. Ratownicy mają z nimi łączność od godz. 11. Dyrektor kopalni inż. Jan Sowa powiedział, że wszyscy żyją. Do chodnika zostało 60 m skał.',
    ),
    item(
      'mine',
      'Kurier Północny',
      'Ratownicy drążą chodnik do siedmiu górników w kopalni Borowa',
      'Ratownicy drążą chodnik do siedmiu górników, którzy od poniedziałku są uwięzieni w kopalni Borowa po silnym wstrząsie. Mają z nimi łączność, wszyscy żyją. Do przebicia zostało około 60 m. Kopalnia wstrzymała wydobycie do końca tygodnia.',
    ),
    item(
      'rail',
      'Latarnia',
      'Nowe pociągi na trasie do Zalewia od grudnia',
      'Od 14 grudnia na trasie do Zalewia pojadą nowe pociągi, które skrócą podróż o 40 min. Kolej kupiła je za 310 mln zł. W 2025 r. Sejm przyznał na ten cel pieniądze z funduszu klimatycznego. Bilety mają nie zdrożeć.',
    ),
    item(
      'bear',
      'Kurier Północny',
      'Niedźwiedź zjadł miód za trzy tysiące złotych',
      'Niedźwiedź włamał się w nocy do pasieki pod Lipowem i zjadł miód wart trzy tysiące złotych. Pszczelarz znalazł rano jedenaście rozbitych uli. Leśnicy chcą postawić wokół pasieki płot pod prądem. To już czwarta taka wizyta tej jesieni.',
    ),
    item(
      'chess',
      'Latarnia',
      'Dwunastolatka zremisowała z mistrzem świata',
      'Dwunastoletnia Maja Kos zremisowała w niedzielę z mistrzem świata podczas pokazu na rynku w Gorzycy. Partia trwała trzy godziny. Mistrz powiedział, że przegapił jej wieżę. Dziewczynka wraca teraz do szkoły, bo ma sprawdzian z matematyki.',
    ),
  ],
};
