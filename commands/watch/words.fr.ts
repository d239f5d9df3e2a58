import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['veille', 'Recevoir un message privé quand un nouveau sujet contient un de tes mots'],
    subcommands: {
      add: ['ajouter', 'Surveiller des mots'],
      remove: ['retirer', 'Ne plus surveiller un mot'],
      list: ['liste', 'Les mots que tu surveilles'],
    },
    options: {
      words: ['mots', 'Des mots, séparés par des virgules ; dix en tout'],
      word: ['mot', 'Quel mot'],
    },
  },
  watches: (words) =>
    `Tu surveilles ${words}. Les nouveaux sujets qui contiennent l’un de ces mots arrivent par message privé, cinq par jour au maximum. /veille retirer en retire un.`,
  lately: (matches, of) =>
    `Ces 7 derniers jours, ${f.count(matches, 'sujet', 'sujets')} sur ${f.number(of)} ${f.form(matches, 'contenait', 'contenaient')} l’un de ces mots.`,
  tooMany: 'C’est plus de cinq par jour : la plupart n’arriveront donc pas. Choisis des mots plus rares.',
  watchClosed: (words) =>
    `Lede ne peut pas t’envoyer de messages privés et ne surveille donc pas ${words} pour toi. Autorise les messages privés dans tes paramètres de confidentialité, puis recommence avec /veille ajouter, avec n’importe lesquels de ces mots.`,
  watchesNothing: 'Tu ne surveilles aucun mot. /veille ajouter en ajoute un.',
});
