/** Abbreviations by minutes east of UTC. Ambiguous ones have the meaning that news sites use. */
const byMinutes: readonly (readonly [minutes: number, names: string])[] = [
  [0, 'z ut utc gmt wet'],
  [60, 'west bst cet met mez'],
  [120, 'cest mest mesz eet sast'],
  [180, 'eest msk мск'],
  [300, 'pkt'],
  [330, 'ist'],
  [420, 'wib ict'],
  [480, 'wita myt pht hkt sgt awst'],
  [540, 'jst kst'],
  [570, 'acst'],
  [600, 'aest'],
  [630, 'acdt'],
  [660, 'aedt'],
  [720, 'nzst'],
  [780, 'nzdt'],
  [-180, 'adt brt art'],
  [-240, 'ast edt'],
  [-300, 'est cdt'],
  [-360, 'cst mdt'],
  [-420, 'mst pdt'],
  [-480, 'pst akdt'],
  [-540, 'akst'],
  [-600, 'hst'],
];

/** Minutes east of UTC by abbreviation in lower case. */
export const zoneMinutes: ReadonlyMap<string, number> = new Map(
  byMinutes.flatMap(([minutes, names]) => names.split(' ').map((name): [string, number] => [name, minutes])),
);
