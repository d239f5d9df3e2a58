import type { Offices } from '../language.ts';
import { either } from '../words.ts';

const role = either(`
  abogad[oa] académic[oa] activista actor actriz alcalde alcaldesa analista arquitect[oa] arzobispo canciller candidat[oa]
  cantante capitana? catedrátic[oa] científic[oa] climatólog[oa] comandante comisari[oa] concejala? congresista consejer[oa]
  coordinadora? coronel defensora? delegad[oa] dentista diputad[oa] directora? economista embajadora? empresari[oa]
  entrenadora? escritora? fiscal física físico fundadora? general geólog[oa] gerente gobernadora? historiadora? ingenier[oa]
  intendente intendenta investigadora? jefe jefa juez jueza jugadora? líder magistrad[oa] médic[oa] ministr[oa] monja obispo
  papa pescadora? pilot[oa] poeta portavoz premier presidente presidenta príncipe princesa procuradora? productora?
  profesora? rectora? regidora? reina rey reportera? representante secretari[oa] seleccionadora? senadora? sindicalista
  sociólog[oa] subsecretari[oa] titular vicepresidente vicepresidenta vocer[oa] virólog[oa]
`);
const office = `(?:(?:[Ee]x|[Pp]rimer[oa]?|vice)[\\s-]?)?(?:${role})(?:[\\s-](?:adjunt[oa]|general|delegad[oa]|nacional|ejecutiv[oa]|regional|municipal|federal|provincial|electa?))?`;
const of = '(?:\\s(?:de|del|en|para|a|por)\\s[^,.;:“”«»()]{2,60}?)?';

const before = new RegExp(`(?:^|\\s)(${office}${of}),?\\s$`, 'u');
const behind = new RegExp(
  `^,\\s((?:(?:el|la|su)\\s)?${office}(?:\\s[^,.;:“”«»()]{2,70}?)?)(?=[,.;]|\\s(?:desde|que)\\s)`,
  'u',
);

/** "presidenta Ida Brandt"; "Ida Brandt, alcaldesa de Skarrow", also for "la alcaldesa de Skarrow, Ida Brandt". */
function withOffice(name: string, ahead: string, after: string): string {
  const [, stated] = before.exec(ahead) ?? [];
  if (stated !== undefined && ahead.at(-2) === ',') return `${name}, ${stated}`;
  if (stated !== undefined) return `${stated} ${name}`;
  const [, said] = behind.exec(after) ?? [];
  return said === undefined ? name : `${name}, ${said}`;
}

export const offices: Offices = {
  withOffice,
  isThing: (name, paragraph) =>
    ['el', 'la', 'los', 'las', 'El', 'La', 'Los', 'Las', 'del', 'al'].some((article) =>
      [',', ' '].some((end) => ` ${paragraph}`.includes(` ${article} ${name}${end}`)),
    ),
};
