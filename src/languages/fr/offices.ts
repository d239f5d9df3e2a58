import type { Offices } from '../language.ts';
import { either } from '../words.ts';

const role = either(`
  académicien(?:ne)? acteur actrice adjointe? ambassadeur ambassadrice analyste archevêque avocate? capitaine chancelier
  chancelière chanteur chanteuse chef(?:fe)? chercheur chercheuse climatologue colonel commandante? commissaire
  conseiller conseillère coordinateur coordinatrice députée? directeur directrice économiste écrivaine? entraîneur
  entraîneuse évêque fondateur fondatrice gérante? général gouverneure? historien(?:ne)? joueur joueuse juge maire
  magistrate? médecin ministre patronn?e? physicien(?:ne)? porte-parole préfète? présidente? prince princesse procureure?
  professeure? PDG reine roi réalisateur réalisatrice rapporteure? recteur responsable romancier romancière secrétaire
  sélectionneur sénateur sénatrice sociologue syndicaliste géologue infirmier infirmière pilote
`);
const office = `(?:(?:[Aa]ncien(?:ne)?|[Pp]remi(?:er|ère)|vice|co)[\\s-])?(?:${role})(?:[\\s-](?:adjointe?|générale?|déléguée?|national|nationale|exécutif|exécutive|d['’]État))?`;
const of = "(?:\\s(?:de|du|des|d['’]|à|au|aux|en|pour|chargée?)\\s?[^,.;:“”«»()]{2,60}?)?";

const before = new RegExp(`(?:^|[\\s'’])(${office}${of}),?\\s$`, 'u');
const behind = new RegExp(
  `^,\\s((?:(?:le|la|son|sa|leur)\\s|l['’])?${office}(?:\\s[^,.;:“”«»()]{2,70}?)?)(?=[,.;]|\\s(?:depuis|qui)\\s)`,
  'u',
);

/** "présidente Ida Brandt"; "Ida Brandt, maire de Skarrow", also for "le maire de Skarrow, Ida Brandt". */
function withOffice(name: string, ahead: string, after: string): string {
  const [, stated] = before.exec(ahead) ?? [];
  if (stated !== undefined && /\s/.test(ahead.at(-1) ?? '') && ahead.at(-2) === ',') return `${name}, ${stated}`;
  if (stated !== undefined) return `${stated} ${name}`;
  const [, said] = behind.exec(after) ?? [];
  return said === undefined ? name : `${name}, ${said}`;
}

export const offices: Offices = {
  withOffice,
  isThing: (name, paragraph) =>
    ['le', 'la', 'les', 'Le', 'La', 'Les', 'du', 'au'].some((article) =>
      [',', ' '].some((end) => ` ${paragraph}`.includes(` ${article} ${name}${end}`)),
    ),
};
