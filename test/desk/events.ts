const ferryLater = {
  title: 'Soundline offers deckhands ten hours of rest as ferry strike goes on',
  paragraphs: [
    'Soundline offered its deckhands ten hours of rest between two shifts and six percent more pay on the second day of the ferry strike.',
    'The union called the offer a step and said the deckhands of the ferry company would vote on it on Friday. Until then the ferries to Skarrow and Brannick stand still.',
    'The conciliator spoke of the first night in which nobody had shouted.',
  ],
} as const;

/** Invented events, each reported by several outlets in their own words and long enough to count as full articles. */
export const events = {
  ferry: [
    {
      title: 'Ferry deckhands walk out across the Sound',
      paragraphs: [
        'About nine hundred deckhands of the ferry company Soundline stopped work at four this morning after talks about pay and night rest broke down.',
        'The union said that the strike would last until the company offers eleven hours of rest between two shifts. Two of eleven routes keep running with officers on the ropes, and the islands of Skarrow and Brannick are cut off for cars.',
        'A conciliator has asked both sides to come back to the table on Thursday.',
      ],
    },
    {
      title: 'Soundline ferries stand still as deckhands strike',
      paragraphs: [
        'No ferry left the North Quay of Brannick today because the deckhands of Soundline are on strike over pay and rest between shifts.',
        'Commuters from Skarrow slept in their cars. The ferry company said it regretted the strike and had offered the deckhands four percent, while the union wants eight and eleven hours of rest.',
        'Schools on the islands stay open, the mayor of Skarrow said, and the bakery sends bread by fishing boat.',
      ],
    },
    {
      title: 'Deckhands of Soundline strike: what stands still on the Sound',
      paragraphs: [
        'The strike of the deckhands at the ferry company Soundline has stopped nine of eleven routes on the Sound since the early morning.',
        'Lorries wait on the quay at Brannick in a line of six kilometres. The union of the deckhands expects the strike over rest and pay to go on for days, and the company runs a boat for patients only.',
        'Fishing boats carry mail and medicine to Skarrow.',
      ],
    },
  ],
  ferryLater,
  offers: [
    ferryLater,
    {
      title: 'Ferry strike: Soundline raises its offer to ten hours of rest for deckhands',
      paragraphs: [
        'Soundline has raised its offer to the striking deckhands to ten hours of rest and six percent, the ferry company told reporters in Brannick.',
        'A ballot of the deckhands on the ferry strike is set for Friday, their union said, and ferries stay in port until it is counted.',
      ],
    },
  ],
  water: [
    {
      title: 'Parliament passes the water bill by three votes',
      paragraphs: [
        'The upper house of parliament passed the water bill late on Monday by forty-one votes to thirty-eight after a debate of nine hours.',
        'The law lets towns buy back their reservoirs from private owners at the price of the year in which they were sold. Opponents said they would take the water bill to the constitutional court.',
        'Farmers get a discount for eight years, paid from a levy on bottled water.',
      ],
    },
    {
      title: 'Senators approve water bill after nine hours of debate',
      paragraphs: [
        'With a margin of three votes the senators have approved the water bill, which allows towns to buy back reservoirs that were sold in the nineties.',
        'Parliament had argued about the price for two years. The water bill now goes to the president, who has said that she will sign it before the winter.',
        'The owners of the reservoirs announced that they will go to the constitutional court.',
      ],
    },
  ],
  chess: [
    {
      title: 'Ilves draws with Marchetti after six hours of chess',
      paragraphs: [
        'Grandmaster Tove Ilves drew the fourth game of the world chess match against Bruno Marchetti after six hours and ninety-two moves on Skarrow.',
        'Marchetti had a rook and two pawns for a knight and a bishop, and lost his way in the endgame. The score of the chess match is two to two, and the fifth game is played on Wednesday.',
        'Ilves said that she had eaten eleven bananas during the game.',
      ],
    },
  ],
  moose: [
    {
      title: 'Moose on the line delays the night train by four hours',
      paragraphs: [
        'A moose that lay down between the rails near Tollern has delayed the night train to the north by four hours and eleven minutes.',
        'The driver sounded the horn, sang, and in the end switched off the lights of the locomotive, after which the animal walked into the forest. Two hundred passengers applauded.',
        'The railway pays back half of the fare.',
      ],
    },
  ],
  reactor: [
    {
      title: 'Researchers keep a plasma burning for eighteen minutes',
      paragraphs: [
        'Physicists at the Marhaven institute have kept a plasma of ninety million degrees burning for eighteen minutes, twice as long as ever before.',
        'The magnets of the stellarator were cooled with helium that the laboratory recovers from balloons. The result is published in a journal of fusion research this week and was reviewed by three groups.',
        'A power plant is still twenty years away, the director said.',
      ],
    },
  ],
  phones: [
    {
      title: 'Fjellnet customers without phones for seven hours',
      paragraphs: [
        'Three hundred thousand customers of the mobile network Fjellnet had no connection for seven hours on Monday after a failed update of a router.',
        'Ambulances were called over the radio of taxi drivers. Fjellnet said that the engineers had rolled the update back by hand in forty-one stations, and it gives all customers a free week.',
        'The regulator wants a report within a month.',
      ],
    },
  ],
} as const;
