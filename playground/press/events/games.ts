import type { EventSheet } from '../event.ts';

export const keeperMillion: EventSheet = {
  id: 'keeper-million',
  topic: 'gaming',
  facts: [
    'Day 3, 12:00: "Keeper", a game about a lighthouse by Small Hours (five people, Marhaven), has sold 1 million copies in 3 days. Metro says 1.3 million, counting wish lists.',
    'Wren Adeyo leads Small Hours. It took four years. Price 24 crowns.',
  ],
  picture: { motif: 'lighthouse', alt: 'Drawing of a lighthouse with two beams of light' },
  articles: [
    {
      outlet: 'save-point',
      at: '3 12:15',
      title: `Keeper sells a million in three days, and its makers have gone for a walk`,
      by: 'Dot Halloran',
      categories: ['PC', 'Indie', 'Sales'],
      text: `
        One million people are now responsible for a lighthouse. Small Hours, the five-person studio behind Keeper, confirmed the figure at noon, three days after release, in a message that ended: “we are going outside for a bit”.
        Keeper gives you a lamp, a logbook and a coast you only ever see in twelve-second sweeps. It took four years, two of them on fog.
        “We hoped for forty thousand,” Wren Adeyo told us. “At forty thousand I could have fixed my roof. Now I'm scared of the roof.”`,
    },
    {
      outlet: 'agency-north',
      at: '3 14:40',
      title: `Vennish lighthouse game sells a million copies in three days`,
      categories: ['games', 'culture'],
      text: `
        MARHAVEN (Agency North) — A computer game in which players tend a lighthouse has sold one million copies within three days, its maker, the studio Small Hours in Marhaven, said. No game from Vennmark has sold faster.
        Keeper was made by five people in four years. The real lighthouse on Corrick, on which it is modelled, reported a threefold rise in inquiries. Its last keeper retired 31 years ago.`,
    },
    {
      outlet: 'courier',
      at: '3 15:50',
      title: `Five people, four years, 24 million crowns: the arithmetic of Keeper`,
      by: 'Jens Okker',
      standfirst: `Most of the money will not reach the lighthouse`,
      categories: ['Games'],
      text: `
        A million copies at 24 crowns make 24 million. The shop keeps seven of them, the tax office about five, and a publisher who lent Small Hours the last year's rent is owed two.
        That leaves ten for five people who have paid themselves 1,800 a month since the spring of the first year. They have no plans to grow. “Six would be a company,” said Wren Adeyo.
        The economics ministry has rung to offer a grant for promising studios. The form asks for expected sales.`,
    },
    {
      outlet: 'metro',
      at: '3 16:20',
      title: `1.3 million nights at the lighthouse: the game your mum is playing`,
      by: 'Kit Barlow',
      categories: ['Games'],
      text: `
        No guns. No cars. Just you, a lamp and a lot of weather. And 1.3 million people have snapped it up.
        Keeper is the cosy hit from a garage in Marhaven where five mates lived on noodles for four years. You light the light. You write the log. A seal turns up. That's it. We lost a whole afternoon.
        Biggest fans? Over-fifties, and night nurses. "It's the only ward where nobody rings," one told us.`,
    },
  ],
};

export const keeperSaves: EventSheet = {
  id: 'keeper-saves',
  topic: 'gaming',
  twinOf: 'keeper-million',
  facts: [
    'Day 4, morning: update 1.1 of Keeper deletes logbooks (save files) on some machines: about 2 % of players, 20,000 people. Pulled at 09:10.',
    'Fixed at 20:40 with 1.1.1; lost logbooks come back, as the game kept a second copy. Cause: a night that lasted longer than 24 hours.',
  ],
  picture: { motif: 'gamepad', alt: 'Drawing of a game controller' },
  articles: [
    {
      outlet: 'save-point',
      at: '4 09:35',
      title: `Don't install Keeper's update: it can eat your logbook`,
      by: 'Dot Halloran',
      categories: ['PC', 'Bugs'],
      text: `
        If you have not started Keeper today, don't. Update 1.1, released overnight, deletes logbooks on some machines, and with them every night you have kept. Small Hours pulled it at ten past nine.
        The studio thinks that about two players in a hundred are affected, which in this case is twenty thousand people. Do not start a new game over the old one, it says; there may be a copy.
        “I am so sorry,” wrote Wren Adeyo. “Please leave your lamp off for a few hours. The ships are safe. I checked.”`,
    },
    {
      outlet: 'metro',
      at: '4 15:45',
      title: `Gone in a flash: hit game wipes out 20,000 lighthouses`,
      by: 'Kit Barlow',
      categories: ['Games'],
      text: `
        Yesterday they were toasting a million. Today they're turning over the bins for your lost save.
        A dodgy update to lighthouse smash Keeper has deleted the progress of some twenty thousand players. Nurse Pia, 58, lost forty nights. "I'd named the seal," she said.
        The makers have pulled the patch and say the files may still be in there somewhere. Pia is holding off on a new seal.`,
    },
    {
      outlet: 'lantern',
      at: '4 16:25',
      title: `The second-year who found Keeper's bug at four in the morning`,
      by: 'Pim Aldous',
      categories: ['Games', 'Campus'],
      text: `
        Femke Ruud of second-year computing lost sixty nights of lighthouse-keeping to a faulty update and, instead of crying, opened a debugger. By four in the morning she knew why: the game assumes that a night ends. Hers had not, because she had set the island to the far north for the aurora.
        She wrote to the studio. The studio wrote back within nine minutes, and then rang.
        She has been offered a job, which she declined until the exams, and a seal, which she accepted.`,
    },
    {
      outlet: 'save-point',
      at: '4 21:00',
      title: `Keeper 1.1.1 brings your logbooks back`,
      by: 'Dot Halloran',
      categories: ['PC', 'Bugs'],
      text: `
        The lamps are lit again. Small Hours has released 1.1.1, which restores the logbooks that this morning's version deleted. The game had kept a second copy all along, for a feature that was cut.
        The fault was a night that never ended: anyone who played inside the polar circle had a date that the new code took for damage. A student in Brannick found it.
        As an apology every player gets a foghorn. “You can't turn it off,” says Adeyo, “but you can make it sorry.”`,
    },
  ],
};

export const ironbarkCloses: EventSheet = {
  id: 'ironbark-closes',
  topic: 'gaming',
  facts: [
    'Day 1: Ironbark Studios closes its office in Ostrand, 62 jobs; the racing game "Drift Country 4" is cancelled. Save Point first writes 70.',
    'Chief executive Stellan Gray. The servers of Drift Country 3 stay on for two years.',
  ],
  articles: [
    {
      outlet: 'save-point',
      at: '1 17:00',
      title: `Ironbark shuts its Ostrand studio, Drift Country 4 is gone`,
      by: 'Milo Peck',
      categories: ['Industry'],
      text: `
        Ironbark Studios is closing its office in Ostrand. Some seventy people were told at a meeting this afternoon that had been announced as cake. There was cake.
        Drift Country 4, four years in the making and by all accounts playable, is cancelled. The servers of its predecessor will stay on for two years.
        Three people who were in the room describe Stellan Gray, the chief executive, as “sad, on a screen”. The staff have been given their machines, and somebody has already put up a list of who is good at what.`,
      changed: {
        at: '2 10:00',
        text: `
          Correction: we wrote at first that some seventy people lose their jobs. It is 62; eight of those at the meeting work for the landlord and had come for the cake.
          Ironbark Studios is closing its office in Ostrand. The staff were told yesterday afternoon at a meeting that had been announced as cake. There was cake.
          Drift Country 4, four years in the making and by all accounts playable, is cancelled. The servers of its predecessor will stay on for two years.
          Three people who were in the room describe Stellan Gray, the chief executive, as “sad, on a screen”. The staff have been given their machines, and somebody has already put up a list of who is good at what.`,
      },
    },
    {
      outlet: 'agency-north',
      at: '1 18:40',
      title: `Game maker Ironbark closes Ostrand office, 62 lose jobs`,
      categories: ['games', 'jobs'],
      text: `
        OSTRAND (Agency North) — The computer game company Ironbark Studios will close its office in Ostrand, where 62 people work, at the end of the quarter. The racing game Drift Country 4 will not be finished, the company said.
        Ironbark gave falling sales as the reason. Its chief executive, Stellan Gray, said that the decision was "no judgement on the cars".`,
    },
    {
      outlet: 'courier',
      at: '2 09:10',
      title: `Ironbark’s exit leaves Ostrand with 62 programmers and an empty mill`,
      by: 'Jens Okker',
      standfirst: `City had paid for the lift`,
      categories: ['Games'],
      text: `
        The town of Ostrand spent 2.1 million crowns three years ago on a lift, a roof and fast lines for the mill in which Ironbark makes games. The lease runs for another four; the company leaves at the end of the quarter.
        Sixty-two people lose their work there, a small number beside those at the steelworks, but nearly all under forty. Ketil Robotics in Brannick has sent a recruiter, by the early train.
        The town will ask for a part of its lift back.`,
    },
  ],
};

export const marhavenOpen: EventSheet = {
  id: 'marhaven-open',
  topic: 'gaming',
  facts: [
    'Day 3, evening: final of the Marhaven Open in the fighting game "Tern & Gannet": Anja "Moth" Rowe beats four-time winner Ulf "Dredger" Bask 3–2. Prize 50,000.',
    'She is a tram driver on line 9 and plays on a controller held upside down. 6,200 in the hall.',
  ],
  picture: { motif: 'gamepad', alt: 'Drawing of a game controller held by nobody' },
  articles: [
    {
      outlet: 'save-point',
      at: '3 22:30',
      title: `Moth beats Dredger 3–2 in the best final the Marhaven Open has had`,
      by: 'Milo Peck',
      categories: ['Esports', 'Fighting games'],
      text: `
        Two games down, one sliver of health, and Anja “Moth” Rowe put down her controller to wipe her hands on her uniform trousers. Then she won the next three.
        Ulf “Dredger” Bask had taken the last four Opens and did little wrong in this one. But Rowe's Gannet dives when everyone else's would block, and at 2–2 she did it eleven times running. The twelfth time he ducked, and she walked.
        Six thousand people in the hall made a noise like a dropped tray. She gets 50,000 crowns and, she says, the late shift off.`,
    },
    {
      outlet: 'lantern',
      at: '3 23:20',
      title: `Tram driver wins Marhaven Open with her controller upside down`,
      by: 'Pim Aldous',
      categories: ['Games'],
      text: `
        We went to the Marhaven Open to cheer on three Brannick students, all of whom were out by lunchtime, and stayed for Moth.
        Anja Rowe drives the number 9 tram. She learned Tern & Gannet from her little brother, who kept the good controller and gave her the other one the wrong way round so that the cable would reach. She never turned it back. "It's the right way up for me," she said.
        On the way home the whole night tram sang. It was not her shift. She sang too.`,
    },
    {
      outlet: 'metro',
      at: '4 07:20',
      title: `Your tram driver is the champion of the world (well, Marhaven)`,
      by: 'Kit Barlow',
      categories: ['Games'],
      text: `
        Mind the doors and mind the left hook.
        Anja Rowe, 33, steers the number 9 by day. Last night, as "Moth", she came from two down to beat four-time champ Dredger in front of a packed hall at the Marhaven Open. Prize: fifty grand.
        What will she spend it on? "A chair," she said. "The one in the tram's murder." She's on at two this afternoon. Be nice, and have your ticket ready.`,
    },
  ],
};

export const pixiePrice: EventSheet = {
  id: 'pixie-price',
  topic: 'gaming',
  facts: [
    'Day 4, 10:00: Tinder Works cuts the price of its handheld Pixie from 249 to 179 crowns; 2.1 million sold, target 3. A smaller one may follow.',
    'Plainly So says the Pixie is cancelled; it is not.',
  ],
  picture: { motif: 'handheld', alt: 'Drawing of a handheld console showing small hills' },
  articles: [
    {
      outlet: 'save-point',
      at: '4 10:20',
      title: `Pixie drops to 179 crowns, and Tinder Works says nothing about why`,
      by: 'Milo Peck',
      categories: ['Handheld', 'Hardware'],
      text: `
        The Pixie has become seventy crowns cheaper at a stroke. Tinder Works' handheld costs 179 from today; buyers of the last thirty days get two games by way of an apology.
        The company has sold 2.1 million of them and had wanted three by now. It will not say whether a smaller model is coming. It did say “no comment” before we had finished the question.
        At the new price it is the cheapest machine that runs Keeper, which may be the best thing to happen to either.`,
    },
    {
      outlet: 'metro',
      at: '4 11:50',
      title: `Pixie dust: must-have handheld slashed by 70 crowns`,
      by: 'Kit Barlow',
      categories: ['Games'],
      text: `
        Birthday coming up? Good timing. The Pixie is down from 249 to 179 as of this morning, and shops in Marhaven had queues by eleven.
        Bought yours last week? Ouch. But keep the receipt: you get two free games if it's less than thirty days old.
        Staff at Button & Son on Quay Street sold forty before lunch. Thirty-nine were blue. The pink one's still there, and it is, says the boss, "looking at people".`,
    },
    {
      outlet: 'courier',
      at: '4 12:25',
      title: `Tinder Works trades margin for reach with its cheaper Pixie`,
      by: 'Jens Okker',
      standfirst: `Shares fall 4 per cent, then rise 6`,
      categories: ['Games'],
      text: `
        At 179 crowns Tinder Works earns next to nothing on a Pixie; its parts cost about 160, by an estimate of Merrow Bank. It earns on the games, of which each owner buys six.
        Investors needed an hour to see it so. The shares lost 4 per cent at the opening and were up by 6 at noon.
        Unsold stock is put at 300,000, most of it pink. “Colour forecasting is a young science,” the head of finance told analysts.`,
    },
    {
      outlet: 'plainly-so',
      at: '4 15:30',
      title: `The Pixie is cancelled. Buy nothing`,
      by: 'Grant Ormerod',
      text: `
        When a company lowers a price, it is giving up. I have seen it with umbrellas. The Pixie handheld is therefore cancelled, whatever its makers say, and they say, suspiciously, that it is not.
        I went to a shop to confirm. There was a queue. People queue at the end of things; ask any theatre.
        I bought one, for the evidence. It is pink, and it has beaten me at draughts.`,
    },
  ],
};

export const brannickJam: EventSheet = {
  id: 'brannick-jam',
  topic: 'gaming',
  facts: [
    'Day 2: 48-hour game jam at Brannick, theme "late"; 31 games; winner "Excuse Me", a game about being late, delivered eleven minutes late.',
  ],
  articles: [
    {
      outlet: 'lantern',
      at: '2 19:10',
      title: `Game about being late wins jam, eleven minutes after the deadline`,
      by: 'Pim Aldous',
      categories: ['Games', 'Campus'],
      text: `
        The theme of this year's forty-eight-hour game jam was "late", and the winners took it to heart. Excuse Me, in which you cross a city by inventing ever better reasons, came in eleven minutes after time had been called. The jury demanded a reason. It was very good.
        Thirty-one games were finished, four of them about trains. The refectory counted two hundred and six cups of coffee and one person asleep in the cutlery.
        You can play all of them in the library until the end of term, headphones on.`,
    },
    {
      outlet: 'save-point',
      at: '2 20:25',
      title: `Five games from the Brannick jam that should be finished`,
      by: 'Dot Halloran',
      categories: ['Indie', 'Jam'],
      text: `
        Every spring we go through all the games of the Brannick jam so that you can pretend that you did. Thirty-one this year, and five that we cannot put down.
        Excuse Me won, and deserves to. In Postscript you may only change the last line of other people's letters. Slow Goose is a stealth game about a goose. Nine Minutes to Supper is heartbreaking and has one button.
        Our favourite is Lamp, Please, made by a single first-year in one night. Small Hours should ring her.`,
    },
  ],
};
