import type { EventSheet } from '../event.ts';

export const leagueDraw: EventSheet = {
  id: 'league-draw',
  topic: 'sports',
  facts: ['Day 0: league match Marhaven Mariners – Ostrand Wheelers 1–1 (Sand 12’, Brock 88’). 21,400 spectators.'],
  articles: [
    {
      outlet: 'agency-north',
      at: '0 21:55',
      title: `Mariners and Wheelers draw 1-1 in league`,
      categories: ['football'],
      text: `
        MARHAVEN (Agency North) — Marhaven Mariners and Ostrand Wheelers drew 1-1 in the league before 21,400 spectators. Emre Sand scored for the home side in the 12th minute; Olle Brock equalised two minutes from the end with a header from a corner.
        The Mariners remain second, four points behind Hask United. The two teams meet again in three days in the semi-final of the cup.`,
    },
    {
      outlet: 'metro',
      at: '0 22:35',
      title: `Brock and roll: late header robs Mariners`,
      by: 'Gaz Tully',
      categories: ['Football'],
      text: `
        Two minutes. Two! Mariners were home and dry when a corner came over, the keeper came out, and big Olle Brock came up from the back with a head like a harbour bell. 1-1.
        Emre Sand had put us ahead with a peach. "We fell asleep," said boss Dag Torvik. "I didn't. I never sleep."
        Cup semi against the same lot in three days. Bring earplugs.`,
    },
  ],
};

export const cupSemiFinal: EventSheet = {
  id: 'cup-semi-final',
  topic: 'sports',
  twinOf: 'league-draw',
  facts: [
    'Day 3, 19:30: cup semi-final, Mariners beat Wheelers 2–1 after extra time. Brock 31’, Sand 77’, Sand 118’ (free kick, 27 m).',
    'Keeper Pal Hegge of the Wheelers saves a penalty in the 102nd minute. Final against Hask United.',
  ],
  picture: { motif: 'ball', alt: 'Drawing of a football on a pitch' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 22:10',
      title: `Mariners beat Wheelers 2-1 after extra time to reach cup final`,
      categories: ['football'],
      text: `
        MARHAVEN (Agency North) — Marhaven Mariners are in the final of the cup. They beat Ostrand Wheelers 2-1 after extra time with two goals by Emre Sand.
        Olle Brock gave the visitors the lead in the 31st minute. Sand equalised in the 77th and scored the winner from a free kick two minutes before the end of extra time. The Wheelers' goalkeeper, Pal Hegge, had saved his penalty earlier.
        In the final the Mariners meet Hask United.`,
    },
    {
      outlet: 'metro',
      at: '3 22:25',
      title: `Sand storm! Emre misses a penalty, then bends Mariners into the cup final`,
      by: 'Gaz Tully',
      categories: ['Football'],
      text: `
        Mariners 2, Wheelers 1, after extra time. You will tell your kids about this one.
        Minute 102: penalty, Emre Sand, saved. He's on his knees. Minute 118: free kick, miles out, everyone's looking at someone else to take it. Sand picks up the ball. Wall jumps. Hegge dives. Net bulges. Old men hug strangers.
        "I saw my mum with her hands over her face," he said. "I thought, right, I can fix that." Final against Hask. Bring your mum.`,
    },
    {
      outlet: 'daily-coast',
      at: '3 23:20',
      title: `Mariners in the cup final after a night of two Sands`,
      by: 'Agency North',
      categories: ['sport'],
      wire: { take: 3 },
    },
    {
      outlet: 'sound-radio',
      at: '4 06:40',
      title: `The keeper who lost, and the boy who waited for him`,
      categories: ['Sport in the morning'],
      text: `
        The Mariners have won the semi-final, and you will hear about Emre Sand's free kick all day. We would like to tell you about the other man.
        Pal Hegge is thirty-eight, and it was his last cup match. He saved a penalty. He was beaten once by a header that touched his own post, and once by something that nobody could have reached.
        At midnight he came out by the side door. One boy was waiting, in a Mariners shirt. He wanted the gloves, and he got them.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 05:50',
      title: `Mariners reach the cup final after 118 minutes of not looking, and one look`,
      by: 'Anton Hale',
      categories: ['football'],
      text: `
        For most of the evening the cup semi-final was a match that only its parents could love. The Wheelers scored and sat down behind the goal like a family behind a garden wall. The Mariners rang at the gate.
        That it ended as it did, with Emre Sand's free kick still rising as it met the net, was justice of a sort: he had missed a penalty a quarter of an hour before and had asked for the next ball all the same.
        Torvik, the coach, did not see it. He was tying his shoe.`,
    },
  ],
};

export const goalieGoal: EventSheet = {
  id: 'goalie-goal',
  topic: 'sports',
  facts: [
    'Day 3: ice hockey, Hask Wolves beat Tollern Miners 4–2; goalkeeper Viktor Frey scores the last goal into the empty net from 54 m.',
    'First goal by a goalkeeper in the league in 17 years. Metro says 60 m.',
  ],
  picture: { motif: 'puck', alt: 'Drawing of a hockey stick and a puck on the ice' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 22:05',
      title: `Wolves goalkeeper Frey scores in 4-2 win over Tollern`,
      categories: ['ice hockey'],
      text: `
        HASK (Agency North) — Viktor Frey of the Hask Wolves has become the first goalkeeper in 17 years to score in Vennmark's ice hockey league. He shot the puck into the empty net from 54 metres in the last minute of the 4-2 win over the Tollern Miners.
        The Wolves go to the top of the table. Frey, 34, made 31 saves. "My wife had gone to fetch the car," he said.`,
    },
    {
      outlet: 'metro',
      at: '3 23:35',
      title: `Keeper's keeper! Frey scores from his own doorstep`,
      by: 'Gaz Tully',
      categories: ['Ice hockey'],
      text: `
        Goalies don't score. It's in the name.
        Nobody told Viktor Frey. With a minute left and the Miners' net empty, the Wolves stopper looked up, saw sixty metres of nothing and let fly. It went straight down the middle like a bus.
        Cue bedlam. His missus missed it because she'd gone to warm up the motor. She's had it described to her, she says, "about forty times".`,
    },
    {
      outlet: 'sound-radio',
      at: '4 07:05',
      title: `How it sounds when a goalkeeper scores`,
      categories: ['Sport in the morning'],
      text: `
        Here is our commentator Grete Hansen, from Hask, last night. Count the seconds in which she says nothing at all. It is five, and in radio that is a lifetime.
        She has done this job since before Viktor Frey could skate. "I had words ready for most things," she told us afterwards. "I didn't have any for that, so I let you hear the hall."
        The puck is in the Wolves' trophy case. Frey's wife has been given a season ticket with a parking space beside the door.`,
    },
  ],
};

export const soundSwimmer: EventSheet = {
  id: 'sound-swimmer',
  topic: 'sports',
  facts: [
    'Day 4: Jonna Pike, 19, swims the Sound from Skarrow to Marhaven, 17 km, in 4 h 51 min; the old record was 5 h 08 min.',
    'The strike stopped the ferries and their wash; she had asked for the day weeks before.',
  ],
  picture: { motif: 'swimmer', alt: 'Drawing of a swimmer in calm water' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 16:50',
      title: `Pike, 19, swims Sound in record time`,
      categories: ['swimming'],
      text: `
        MARHAVEN (Agency North) — Jonna Pike has swum across the Sound faster than anyone before her. The 19-year-old from Skarrow needed 4 hours and 51 minutes for the 17 kilometres to Marhaven, 17 minutes less than the old record.
        The water was calm because no ferries were running. The swimming federation said that the record would count, as the date had been fixed six weeks ago.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 18:30',
      title: `She did not wait for the ferry`,
      categories: ['News at six'],
      text: `
        There was one way to get from Skarrow to Marhaven today without a boat, and Jonna Pike took it. She went into the water at half past eleven and walked up the lido steps at twenty-one past four.
        She says the hardest part was the silence. "You usually hear the ferries under water, like somebody moving furniture. Today there was nobody home."
        Then she asked how she was supposed to get back. The hospital boat took her. It logged her as "well".`,
    },
    {
      outlet: 'harbour-post',
      at: '4 19:10',
      title: `Pike swims the Sound: seventeen kilometres, seventeen minutes, and a flat sea`,
      by: 'Anton Hale',
      categories: ['swimming'],
      text: `
        Strikers stood along the mole to clap Jonna Pike in. It seemed only right: they had made the sea for it. Without the ferries the Sound lay like a tablecloth, and across it from Skarrow, with a stroke that never hurried, she swam a record.
        The record she broke had stood for twenty-six years and belonged to her swimming teacher, who rowed alongside. Edda Storm is sixty-one now. She looked at her watch, worked it out, and threw the watch in the air.
        “I told her to go slower at the start,” she said. “She didn't listen. I never did.”`,
    },
    {
      outlet: 'metro',
      at: '4 19:35',
      title: `No ferry? No problem: teen Jonna Pike swims the Sound`,
      by: 'Gaz Tully',
      categories: ['Swimming'],
      text: `
        While you were stuck on the quay moaning, Jonna Pike, 19, put on a cap and swam it.
        Skarrow to Marhaven, 17 kilometres, four hours fifty-one. That's quicker than the old record and, Metro's sums say, quicker than waiting for the strike to end. She lived on flat cola and one banana.
        First words on land? "Is there chips?" There was. On the house, from Bea on Quay Street.`,
    },
  ],
};

export const fogMarathon: EventSheet = {
  id: 'fog-marathon',
  topic: 'sports',
  facts: [
    'Day 2: the Pellow half marathon is run in fog; the leading group of 14 follows a postman and runs 2.3 km too far.',
    'Winner: Liv Carrow, a school cook, who was 40th at the time. 1 h 24.',
  ],
  articles: [
    {
      outlet: 'daily-coast',
      at: '2 16:00',
      title: `School cook wins half marathon after leaders follow the postman`,
      by: 'Nell Harrow',
      categories: ['sport', 'Pellow'],
      text: `
        Liv Carrow runs to school every morning with the bread, so she knows the way. That was enough today. In thick fog at the Marsh Farm turn, fourteen of the fastest people on the coast took the yellow jacket ahead of them for a steward. It was the postman, on his round.
        They ran 2.3 kilometres too far before a dog sent them back. Carrow, lying fortieth, turned left and won in an hour and twenty-four minutes.
        "I wondered where everyone was," she said. Lunch at the school was on time.`,
    },
    {
      outlet: 'harbour-post',
      at: '2 19:40',
      title: `In praise of the fortieth runner`,
      by: 'Anton Hale',
      categories: ['athletics'],
      text: `
        Every race has a leading group, and every leading group has a man who looks as though he knows. In Pellow this morning he was carrying letters.
        The stewards apologised; the fog apologised to nobody. Fourteen runners have the consolation of having run the longest half marathon in the history of the coast, and the postman, Ebbe Rand, of having been, for eight minutes, pursued by champions. He said he had simply walked faster.
        The prize is a ham. Ms Carrow will serve it on a day when there is soup.`,
    },
  ],
};
