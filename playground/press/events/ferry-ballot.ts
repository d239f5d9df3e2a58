import type { EventSheet } from '../event.ts';

export const ferryBallot: EventSheet = {
  id: 'ferry-ballot',
  topic: 'world',
  facts: [
    'On day 1 the Deckhands’ Union counted its strike ballot: 812 for, 143 against, of 1,046 members who may vote.',
    'A strike needs seven clear hours of notice; none was given yet. Pay: union 9 % over two years, Soundline 5 %.',
    'The vote is held in the old ice house on the North Quay in Marhaven.',
  ],
  articles: [
    {
      outlet: 'agency-north',
      at: '1 18:20',
      title: `Deckhands vote for strike at Soundline, no date set`,
      categories: ['labour', 'ferries'],
      text: `
        MARHAVEN (Agency North) — Members of the Deckhands’ Union have voted by 812 to 143 to allow a strike at the ferry company Soundline, the union said after a count at the North Quay.
        No date was named. Under the harbour rules the union must give seven clear hours of notice before a stoppage.
        The union asks for 9 percent over two years and eleven hours of rest between shifts. Soundline has offered 5 percent and said it would study the question of rest.
        "A ballot is a sentence with no full stop yet," said the union's chair, Ida Brandt.`,
    },
    {
      outlet: 'harbour-post',
      at: '1 20:05',
      title: `In the old ice house, a strike vote that took nine years`,
      by: 'Ida Moss',
      categories: ['labour'],
      text: `
        They counted the votes in the old ice house because it is the one room on the North Quay with enough hooks for the coats. By a quarter past six the tellers had two piles, and the small one could be lifted with one hand: 812 in favour of a strike, 143 against.
        The men and women who tie up the Soundline ferries have not won a rest clause since the boats were steel-grey. What they want now is eleven hours ashore between shifts, and a raise of 9 per cent.
        “A ballot is a sentence with no full stop yet,” Ida Brandt told them from an upturned fish box. Nobody set a date. They took their coats and went home to the isles on the last boat, which left on time.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '2 06:10',
      title: `Fährleute stimmen für Streik, Termin bleibt offen`,
      by: 'Hanna Lerch',
      categories: ['Verkehr'],
      text: `
        Die Decksleute der Reederei Soundline dürfen streiken. In einer Urabstimmung sprachen sich 812 Mitglieder ihrer Gewerkschaft dafür aus, 143 dagegen. Wann die Fähren stillstehen, ist noch nicht entschieden.
        Für die Südmark ist das keine ferne Nachricht: Vier von zehn Kisten Kirnauer Äpfel gehen über den Sund auf die Inseln. „Wir hoffen auf Vernunft und haben vorsichtshalber die Kühlhalle gemietet“, sagte Obsthändler Veit Ammer.
        Die Gewerkschaft verlangt neun Prozent mehr Lohn in zwei Jahren. Das Unternehmen bietet fünf.`,
    },
  ],
};
