import type { EventSheet } from '../event.ts';

export const chessRoundFive: EventSheet = {
  id: 'chess-round-5',
  topic: 'sports',
  facts: ['Day 2, round 5 of the Skarrow Masters: Maia Ilves beats Radu Cern in 31 moves; she leads with 4 of 5.'],
  articles: [
    {
      outlet: 'courier',
      at: '2 21:10',
      title: `Chess: Ilves beats Cern and leads alone`,
      by: 'B. Rook-Hansen',
      standfirst: `Skarrow Masters, fifth round`,
      categories: ['Chess'],
      text: `
        Maia Ilves won in 31 moves against Radu Cern of Carrovia and leads the Skarrow Masters alone with four points from five games.
        Cern allowed the exchange on e5, which his own book on the opening calls “playable, with nerves”. Ilves took twelve seconds over the reply.
        The rest of the round was peaceful. Teo Marchetti, half a point behind, drew with the youngest player in the field, who is fourteen and had to be fetched from the beach.`,
    },
    {
      outlet: 'agency-north',
      at: '2 21:25',
      title: `Ilves takes sole lead at Skarrow Masters`,
      categories: ['chess'],
      text: `
        SKARROW (Agency North) — Grandmaster Maia Ilves defeated Radu Cern in the fifth round of the Skarrow Masters and is the only leader, with 4 points.
        Teo Marchetti follows with 3.5 after a draw. Four rounds remain in the tournament, which is played in the town hall of Skarrow before some 300 spectators a day.
        "I saw it in the bath this morning," Ilves said of her pawn sacrifice on move 19.`,
    },
  ],
};

export const chessRoundSix: EventSheet = {
  id: 'chess-round-6',
  topic: 'sports',
  twinOf: 'chess-round-5',
  facts: [
    'Day 3, round 6: Ilves draws with Teo Marchetti after 74 moves and six hours; 4.5 of 6, still half a point ahead.',
    'She missed a win on move 58 (rook to c7); she says so herself.',
  ],
  picture: { motif: 'pawn', alt: 'Drawing of two chess pieces facing each other on an almost empty board' },
  articles: [
    {
      outlet: 'courier',
      at: '3 21:40',
      title: `Chess: Ilves draws`,
      by: 'B. Rook-Hansen',
      standfirst: `Skarrow Masters, sixth round`,
      categories: ['Chess'],
      text: `
        Maia Ilves drew with Teo Marchetti after 74 moves and remains half a point ahead of him with three rounds to play.
        She might have had the whole point. On move 58 the rook belonged on c7, and she put it on c6, where it was merely well placed. “I liked the square,” she said afterwards. “It was a matter of taste, and my taste was wrong.”
        Marchetti defended for two hours with seven seconds on his clock and did not once look at it. It was the game of the tournament so far.`,
    },
    {
      outlet: 'agency-north',
      at: '3 21:55',
      title: `Ilves and Marchetti draw in six hours at Skarrow`,
      categories: ['chess'],
      text: `
        SKARROW (Agency North) — Tournament leader Maia Ilves and second-placed Teo Marchetti drew their game in the sixth round of the Skarrow Masters after 74 moves and six hours.
        Ilves has 4.5 points, Marchetti 4. Radu Cern moved up to third place with a win in 40 moves.
        The arbiter had soup brought to the table in the fifth hour, which the rules allow if both players agree on the kind.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 06:45',
      title: `Six hours, two kings, no winner`,
      categories: ['Sport in the morning'],
      text: `
        On Skarrow last night two people looked at the same small table for six hours, and at the end of it nobody had won. Three hundred islanders stood in the hall and would not have left for anything.
        Maia Ilves still leads the Masters. She told our reporter that she had missed a win and would be thinking about it until breakfast. Her opponent, Teo Marchetti, had no such trouble. He had fallen asleep in the car.`,
    },
  ],
};

export const chessRoundSeven: EventSheet = {
  id: 'chess-round-7',
  topic: 'sports',
  twinOf: 'chess-round-6',
  facts: [
    'Day 4, round 7: Ilves beats fourteen-year-old Odd Fennimore in 45 moves; 5.5 of 7. Marchetti loses to Cern.',
    'She is now 1.5 points ahead; a draw in round 8 is enough for the title, as ties go to more wins with black.',
  ],
  articles: [
    {
      outlet: 'courier',
      at: '4 20:55',
      title: `Chess: Ilves wins and needs one more half point`,
      by: 'B. Rook-Hansen',
      standfirst: `Skarrow Masters, seventh round`,
      categories: ['Chess'],
      text: `
        A draw in the next round would be enough for Maia Ilves, since ties go to whoever won more games with black. She beat Odd Fennimore, who is fourteen, in 45 careful moves, while her pursuer Marchetti lost to Cern and fell a point and a half behind.
        Fennimore had the better of it until the first time control. Then, as the young do, he saw something beautiful. It cost him a bishop.
        Because of the ferry strike the arbiter came to the hall by lifeboat and started the clocks in oilskins.`,
    },
    {
      outlet: 'lantern',
      at: '4 22:15',
      title: `The fourteen-year-old who nearly beat Ilves did his homework in between`,
      by: 'Juno Sayle',
      categories: ['Sport'],
      text: `
        Odd Fennimore lost to Maia Ilves tonight, but he had her worried for thirty moves, and during hers he finished a worksheet on glaciers.
        "It's due tomorrow," he told us on a bad line from Skarrow. "She thinks for ages." His teacher has agreed to take the worksheet by post, on account of the boats.
        Ilves signed it for him. Under question four she wrote, in pencil: "Are you sure?"`,
    },
    {
      outlet: 'agency-north',
      at: '4 21:10',
      title: `Ilves beats Fennimore, close to title at Skarrow Masters`,
      categories: ['chess'],
      text: `
        SKARROW (Agency North) — Maia Ilves won against Odd Fennimore, 14, in the seventh round and leads the Skarrow Masters with 5.5 points. Teo Marchetti lost and has 4.
        With two rounds left, half a point will give Ilves her third title, as she has the better tie-break.
        The round began twenty minutes late, as the ferries were on strike and the arbiter had to be brought over from Little Hob by lifeboat.`,
    },
  ],
};

export const chessRoundEight: EventSheet = {
  id: 'chess-round-8',
  topic: 'sports',
  twinOf: 'chess-round-7',
  facts: [
    'Day 5, evening, round 8: Ilves draws with the black pieces in 22 moves and wins the Skarrow Masters for the third time with a round to spare.',
  ],
  articles: [
    {
      outlet: 'agency-north',
      at: '5 18:30',
      title: `Ilves wins Skarrow Masters with a round to spare`,
      categories: ['chess'],
      text: `
        SKARROW (Agency North) — A draw in 22 moves was enough: Maia Ilves has won the Skarrow Masters for the third time, one round before the end. She has 6 points; nobody can catch her.
        Odd Fennimore, 14, beat Radu Cern and is second. The prize is 30,000 crowns and a cheese, which the winner by custom cuts for the spectators.`,
    },
    {
      outlet: 'courier',
      at: '5 19:10',
      title: `Chess: Ilves champion for the third time`,
      by: 'B. Rook-Hansen',
      standfirst: `Skarrow Masters, eighth round`,
      categories: ['Chess'],
      text: `
        It took Maia Ilves an hour and ten minutes to draw the game that made her champion, and most of that was her opponent's. She offered on move 22, he accepted, and the hall, which had come by the first full ferry in two days, applauded until the arbiter hid his face in his hands.
        She will play the last round all the same. “I should like to lose one properly,” she said. “It keeps the shelves level.”`,
    },
  ],
};
