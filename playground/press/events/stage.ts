import type { EventSheet } from '../event.ts';

export const understudy: EventSheet = {
  id: 'opera-understudy',
  topic: 'entertainment',
  facts: [
    'Day 3, evening: at Marhaven Opera the soprano Celia Marant loses her voice after act one of "The Salt Wife"; Agnes Toll of the costume laundry sings acts two and three.',
    'Toll trained for two years, 20 years ago. Eleven minutes of applause (Metro: twenty). Conductor Ilmar Rohde.',
  ],
  picture: { motif: 'curtain', alt: 'Drawing of a singer alone on a stage between open curtains' },
  articles: [
    {
      outlet: 'harbour-post',
      at: '4 00:40',
      title: `The voice from the opera’s laundry`,
      by: 'Clara Bonde',
      standfirst: `At the opera, a star falls silent and a wardrobe hand sings the night home`,
      categories: ['opera'],
      text: `
        Between the first and the second act of The Salt Wife a man in a dinner jacket came before the curtain and said that Celia Marant, the soprano of Marhaven Opera, had lost her voice. Then he said who would sing instead, and the house went quiet in the way that houses do when they are being polite.
        Agnes Toll has washed and pressed the company's costumes for eighteen years. She knows the opera from the far side of a steam iron. In the second bar of the lament she closed her eyes, and from then on nobody coughed.
        They stood for eleven minutes. She curtsied as one does with an apron on.`,
    },
    {
      outlet: 'courier',
      at: '4 06:50',
      title: `Opera: ‘The Salt Wife’, with a voice from the laundry`,
      by: 'Margit Olander',
      standfirst: `Marhaven Opera; conductor Ilmar Rohde`,
      categories: ['Music'],
      text: `
        One should not review a miracle, but one may describe it. Agnes Toll, of the costume laundry, took over the title part of The Salt Wife from Celia Marant at the interval last night. The middle register is warm, the top careful, the diction better than any heard here this season.
        Ilmar Rohde slowed the lament by a breath and let her lead. “I conducted with my ears,” he said.
        Ms Toll studied for two years in her youth and left when her mother fell ill. Celia Marant, who lost her voice after the first act, watched from the wings and was seen to weep, with what one takes to be generosity.`,
    },
    {
      outlet: 'metro',
      at: '4 07:00',
      title: `Clean sweep! Laundry lady stuns opera`,
      by: 'Rory Flint',
      categories: ['Showbiz'],
      text: `
        Irons at four, ovation at ten.
        Agnes Toll, 46, was starching collars in the opera basement when they ran down the stairs: the diva's voice had gone. Did anyone know the part? She did. She'd been singing it to the tumble dryer for years.
        Twenty minutes of applause, says our man in the gods. The dress fitted, too. "I took it in myself," said Agnes. She'll be back at nine this morning. "There's a show tonight. Things want washing."`,
    },
    {
      outlet: 'sound-radio',
      at: '4 07:15',
      title: `Agnes Toll, the laundry’s soprano, before the ironing`,
      categories: ['The morning, explained'],
      text: `
        We had two microphones in Marhaven Opera last night, when Celia Marant lost her voice and a woman from the laundry sang The Salt Wife in her place. So we can play you forty seconds of the lament. Then we shall say nothing for a moment.
        That was Agnes Toll. She told us this morning that she was not nervous. "It's only nerves if you have something to lose," she said. "I had a basket."
        The director has offered her three evenings. She has asked for time to think, and for somebody to mend the press.`,
    },
  ],
};

export const girlWithEel: EventSheet = {
  id: 'girl-with-eel',
  topic: 'entertainment',
  facts: [
    'Day 2: the National Gallery finds that "Girl with Eel" by Aurel Vik has hung upside down for 38 years. Curator Noor Hadley saw it while tying a shoe.',
    'Day 4: director Bertil Crane has a turning frame made: it hangs each way on alternate days.',
  ],
  picture: { motif: 'painting', alt: 'Drawing of a framed abstract painting with a circle and a wavy line' },
  articles: [
    {
      outlet: 'harbour-post',
      at: '2 11:20',
      title: `‘Girl with Eel’ has been standing on her head`,
      by: 'Clara Bonde',
      categories: ['art'],
      text: `
        For thirty-eight years visitors to Room 14 of the National Gallery have tilted their heads at Aurel Vik's Girl with Eel and moved on to the seascapes. Yesterday Noor Hadley, a curator, knelt down before it to tie her shoe, looked up, and saw the girl.
        There is a nail hole at what has always been called the bottom. There is also, once one knows, a face.
        “I have written two essays about the loneliness of that upper third,” Hadley said. “It's the floor.”`,
    },
    {
      outlet: 'courier',
      at: '2 16:05',
      title: `National Gallery concedes that Vik’s ‘Girl with Eel’ hung upside down`,
      by: 'Margit Olander',
      standfirst: `Insurers say value is unaffected by orientation`,
      categories: ['Art'],
      text: `
        The National Gallery confirmed that its best-known abstract work, Aurel Vik's Girl with Eel, was hung upside down on the day it was bought and has stayed so. A delivery note of the time carries an arrow and the word “up”; it was filed under transport.
        Three doctoral theses rest on the earlier reading. One author, now a professor in Ostrand, says that her conclusions “turn with it”.
        The insurers, asked whether the picture is worth more the right way round, replied after some thought that they had no clause for that.`,
    },
    {
      outlet: 'lantern',
      at: '2 17:15',
      title: `We stood on our heads in Room 14 so you don't have to`,
      by: 'Juno Sayle',
      categories: ['Culture'],
      text: `
        To honour the discovery that Girl with Eel has been upside down since before we were born, the art history society went to the gallery and did handstands. Four of nine managed it. One saw the girl. One saw the eel. Two saw the ceiling and a guard.
        "Please don't," said the guard, "but also, is it better?" It is. She's laughing.
        Nobody has the heart to tell second year, whose exam on it is tomorrow.`,
    },
    {
      outlet: 'metro',
      at: '4 13:40',
      title: `Art attack: upside-down painting gets a spinning frame`,
      by: 'Rory Flint',
      categories: ['Showbiz'],
      text: `
        Can't decide which way is up? Do both.
        The National Gallery is giving its famous wrong-way painting a frame that turns. One day heads, next day tails, and so on. It took a clockmaker and "a bit off a washing machine".
        Gallery boss Bertil Crane says half of his letters want the girl the right way up, half miss the way she wasn't. Queue's round the block. T-shirts, 12 crowns, can be worn either way.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 17:20',
      title: `The gallery that will not choose`,
      by: 'Clara Bonde',
      categories: ['art'],
      text: `
        It makes a small sound when it turns, like a person changing their mind. From today Aurel Vik's canvas hangs one way on even days and the other on odd ones, in a frame built by the clockmaker who looks after the Chamber.
        Bertil Crane, the director, had been ready to put it right for good. Then the letters came. A widow wrote that she and her husband had agreed, in that room, that the thing at the top was a moon.
        “She should have her moon,” Crane said, “every other day.”`,
    },
  ],
};
