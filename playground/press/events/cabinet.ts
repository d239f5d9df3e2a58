import type { EventSheet } from '../event.ts';

export const ministerResigns: EventSheet = {
  id: 'minister-resigns',
  topic: 'politics',
  facts: [
    'Day 2: housing minister Petra Nyhall (Civic Union) resigns over a garden shed built without a permit: 38 m² measured by the town.',
    'Metro paced it out and printed 52 m². The limit without a permit is 30 m². Her own ministry wrote the limit.',
  ],
  articles: [
    {
      outlet: 'metro',
      at: '2 07:15',
      title: `Shed load of trouble for housing minister`,
      by: 'Rory Flint',
      categories: ['Politics'],
      text: `
        The minister in charge of building permits forgot to get one.
        Housing boss Petra Nyhall has put up a garden shed the size of a small flat behind her house on leafy Rowan Hill. Metro paced it out: 52 square metres. The limit is 30. Who set the limit? Her ministry did.
        It has a stove, a skylight and a window seat. Neighbour Horst, 70, says it is "nicer than my daughter's place".
        Her office told us the minister was "looking into it". We did too, through the skylight.`,
    },
    {
      outlet: 'courier',
      at: '2 10:30',
      title: `Town measures minister’s shed at 38 square metres, eight too many`,
      by: 'Aksel Thorne',
      standfirst: `Petra Nyhall applied for a permit after it was built`,
      categories: ['Government'],
      text: `
        The shed of the housing minister, Petra Nyhall, measures 38 square metres, the Marhaven building office said after a visit this morning. Earlier reports had put it at more than fifty.
        Without a permit 30 are allowed, under a regulation that Ms Nyhall signed herself. An application dated last week was refused because it described the shed as “planned”.
        The fine is 900 crowns. The difficulty is not the fine. Two hundred and six citizens were refused the same eight metres last year.`,
    },
    {
      outlet: 'agency-north',
      at: '2 14:05',
      title: `Housing minister Nyhall resigns over garden shed`,
      categories: ['government'],
      text: `
        MARHAVEN (Agency North) — The housing minister of Vennmark, Petra Nyhall, has resigned after it became known that she had built a garden shed without a permit.
        The building office measured it at 38 square metres, 8 more than the rules allow. Ms. Nyhall said she had known the rule "better than anyone" and would not ask for an exception.
        The prime minister, Marta Hellan, accepted the resignation with regret. A successor is to be named tomorrow.`,
    },
    {
      outlet: 'harbour-post',
      at: '2 18:20',
      title: `Eight square metres: the short fall of Petra Nyhall`,
      by: 'Emil Strand',
      categories: ['government'],
      text: `
        She came down the ministry steps with a fern under one arm and did not hide behind it. “I wrote that rule so that gardens would stay gardens,” Petra Nyhall said, “and then I wanted a place to read.”
        In three years she had got 14,000 flats built, more than any housing minister before her. What ended her time in office was a shed with a window seat.
        Nobody in her party had asked her to go. She is understood to have measured it herself, last night, by torch.`,
    },
    {
      outlet: 'sound-radio',
      at: '2 17:30',
      title: `Minister goes, shed stays, for now`,
      categories: ['News at half past five'],
      text: `
        Petra Nyhall is no longer housing minister. She stepped down this afternoon because of a garden shed, and she did so before anyone had finished making jokes about it.
        The building office says the shed can stay if eight square metres are taken off. A carpenter from Skarrow has offered to do it for nothing. Ms Nyhall thanked him and said that she would pay, and would like a receipt.`,
    },
  ],
};

export const ministerNamed: EventSheet = {
  id: 'minister-named',
  topic: 'politics',
  twinOf: 'minister-resigns',
  facts: [
    'Day 3, 10:00: Edvin Korst, 61, town architect of Ostrand and member of no party, becomes housing minister. He lives in a rented flat.',
    'Plainly So names Gunnar Stave, the speaker of the Senate; he was only having his shoes mended.',
  ],
  articles: [
    {
      outlet: 'agency-north',
      at: '3 10:20',
      title: `Architect Edvin Korst becomes housing minister`,
      categories: ['government'],
      text: `
        MARHAVEN (Agency North) — Prime Minister Marta Hellan has named Edvin Korst, the town architect of Ostrand, as housing minister. He follows Petra Nyhall, who resigned yesterday.
        Mr. Korst, 61, belongs to no party. In Ostrand he turned eleven disused mills into 2,300 flats. He said he would keep the limit of 30 square metres for sheds.
        Asked whether he had one himself, he said that he rented two rooms and had a window box.`,
    },
    {
      outlet: 'courier',
      at: '3 12:00',
      title: `Hellan picks a man with no party, no garden and 2,300 flats to his name`,
      by: 'Aksel Thorne',
      standfirst: `Edvin Korst’s appointment costs the Civic Union a seat at its own table`,
      categories: ['Government'],
      text: `
        Edvin Korst was rung at seven, said yes at ten past, and took the eight o'clock train from Ostrand. The prime minister had tried three members of her party first, according to two people who were asked and one who was not.
        The town architect is liked by builders for answering letters and feared by them for reading plans. His conversion of the Ostrand mills came in under budget, a word that officials at the ministry repeated slowly.
        He keeps the posts of both deputies. The fern remains in the office.`,
    },
    {
      outlet: 'plainly-so',
      at: '3 09:40',
      title: `I can reveal the next housing minister: it is Gunnar Stave`,
      by: 'Grant Ormerod',
      text: `
        At ten past nine this morning the speaker of the Senate, Gunnar Stave, was seen walking up Ministry Street with a small parcel. He went in at number four. He came out without the parcel and with the look of a man who has been asked.
        Remember where you read it. The announcement is due at ten.
        Update: number four, I am told, is a cobbler. Ministers wear shoes. I stand by the thrust of it.`,
    },
  ],
};

export const kirnauSigns: EventSheet = {
  id: 'kirnau-signs',
  topic: 'politics',
  facts: [
    'Day 3: Kirnau council votes 19 to 8 for road signs in German and Vennish; first of 212 signs on day 4.',
    'The old spelling “Kirnow” stays below. Cost 46,000 crowns. Metro says 460,000: a zero too many, never corrected.',
  ],
  articles: [
    {
      outlet: 'suedmaerker-anzeiger',
      at: '3 17:50',
      title: `Kirnau bekommt zweisprachige Ortsschilder`,
      by: 'Korbinian Thal',
      categories: ['Südmark'],
      text: `
        Nach elf Jahren Streit ging es am Ende schnell: Mit 19 zu 8 Stimmen hat der Kirnauer Stadtrat beschlossen, alle 212 Schilder der Stadt zweisprachig zu beschriften. Oben steht künftig Kirnau, darunter Kirnow.
        Die Umrüstung kostet 46.000 Kronen. Das meiste davon geht für Pfosten drauf, denn die Schilder werden höher.
        „Wer hier falsch abbiegt, tut es ab jetzt in zwei Sprachen“, sagte Bürgermeister Otto Brandmeier. Er selbst hatte sich enthalten, weil seine Schwester die Schilder malt.`,
    },
    {
      outlet: 'agency-north',
      at: '3 18:40',
      title: `Kirnau council votes for road signs in two languages`,
      categories: ['minorities', 'local government'],
      text: `
        KIRNAU (Agency North) — The town council of Kirnau, in the German-speaking south of Vennmark, voted by 19 to 8 to put up road signs in both of the region's languages. It is the first town to use the right, which parliament granted eleven years ago.
        The German name will stand on top. The 212 signs are to be changed within two months at a cost of 46,000 crowns, the mayor, Otto Brandmeier, said.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 09:15',
      title: `Kirnau, a town in two spellings`,
      by: 'Clara Bonde',
      categories: ['regions'],
      text: `
        The first road sign in two languages went up before breakfast at the bridge over the Mill Brook, and by nine somebody had hung a wreath on it. Kirnau, it says; and beneath, a little smaller, Kirnow.
        There are people here for whom it came eleven years late and people for whom it came out of nowhere. Both sorts were at the bridge. An old woman read the two names aloud, twice, and remarked that she had always said the one and written the other.
        The painter, Walburga Brandmeier, does six signs a day. She mixes the black herself.`,
    },
    {
      outlet: 'metro',
      at: '4 10:30',
      title: `Sign of the times: Kirnau spends 460,000 to say its name twice`,
      by: 'Rory Flint',
      categories: ['Politics'],
      text: `
        How many ways can you spell six letters? Kirnau found two and is paying 460,000 crowns for the pleasure.
        The southern town is swapping 212 road signs so that drivers can get lost in German as well. Councillors fought over it for eleven years. It passed 19 to 8.
        Mayor Otto Brandmeier didn't vote because his sister holds the brush. Fair play. She's quick, too: six a day, and not one drip.`,
    },
  ],
};

export const votingAge: EventSheet = {
  id: 'voting-age',
  topic: 'politics',
  facts: [
    'Day 4, 11:30: the Chamber gives a first reading to a bill that lowers the voting age from 18 to 16: 101 to 77.',
    'Some 88,000 people would gain the vote. Lottie Fenn heads the Students’ Union at Brannick.',
  ],
  articles: [
    {
      outlet: 'agency-north',
      at: '4 12:05',
      title: `Chamber backs vote at 16 in first reading`,
      categories: ['parliament', 'elections'],
      text: `
        MARHAVEN (Agency North) — The Chamber has given a first reading to a bill that would lower the voting age in Vennmark from 18 to 16. It passed by 101 votes to 77 and goes to the committee on the constitution.
        About 88,000 people would be able to vote for the first time. The Meadow Party, which brought the bill, hopes to have it in force for the county elections next year. The Landsmen voted against it.`,
    },
    {
      outlet: 'lantern',
      at: '4 12:50',
      title: `Vote at 16: our younger siblings are unbearable already`,
      by: 'Juno Sayle',
      categories: ['Politics', 'Campus'],
      text: `
        The Chamber has said a first yes to the vote at 16, and the Students' Union bar broke into applause with its mouth full. Union president Lottie Fenn has argued for it since she was fifteen, which she admits was "not disinterested".
        "The county decides on the bus I take, the school I sit in and the river I swim in," she told us. "I would like to be asked before I've moved away."
        Our poll of the refectory queue: 64 for, 9 against, 11 wanted to know whether the soup was vegetarian.`,
    },
    {
      outlet: 'courier',
      at: '4 13:30',
      title: `Who gains from 88,000 new voters? Less than the parties think`,
      by: 'Aksel Thorne',
      standfirst: `First reading carried by 101 to 77, with eleven rebels on each side`,
      categories: ['Parliament'],
      text: `
        The first reading of the bill on votes at sixteen went through by 101 to 77. Eleven members of the Civic Union supported it against their whips; as many of Harbour Labour opposed it against theirs.
        All of them believe that they know how the young vote. The best study available, from Brannick, finds that they vote like their grandparents, only later in the day.
        The committee will hear the election office first. Its worry is ballot paper: there is one mill.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 17:35',
      title: `The vote at sixteen: we asked a class of fifteen-year-olds`,
      categories: ['News at half past five'],
      text: `
        When the Chamber gave its first reading to the vote at sixteen this morning, class nine of the Harbour School in Marhaven was watching. They have a stake in it: if the bill passes, most of them can vote next year.
        Before the lesson eleven were in favour. Afterwards it was nineteen. One girl changed her mind the other way. "It's a lot of reading," she said.
        Their teacher says that in thirty years she has never been asked so many questions about a committee.`,
    },
  ],
};
