/**
 * What the browser keeps for this page. Blocked storage keeps nothing.
 * @param {() => Storage} storage @param {string} name
 */
function kept(storage, name) {
  return {
    /** @returns {string | undefined} */
    get() {
      try {
        return storage().getItem(name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    /** @param {string} value */
    set(value) {
      try {
        storage().setItem(name, value);
      } catch {
        // The page works without.
      }
    },
  };
}

const looks = ['system', 'light', 'dark'];
const keptLook = kept(() => localStorage, 'lede-look');
const keptPlace = kept(() => sessionStorage, 'lede-place');

/** Light or dark, or as the system has it. */
export const look = () => looks.find((one) => one === keptLook.get()) ?? 'system';

/** @param {string} chosen */
export function setLook(chosen) {
  keptLook.set(chosen);
  document.documentElement.style.colorScheme = chosen === 'system' ? '' : chosen;
}

const tour = kept(() => sessionStorage, 'lede-tour');

/** The steps of the tour that were taken in this run. @param {string} run */
export function keptTour(run) {
  const read = () => {
    const [of, ...steps] = (tour.get() ?? '').split(' ');
    return of === run ? steps : [];
  };
  return {
    get: read,
    /** @param {string} step */
    add: (step) => tour.set([run, ...new Set([...read(), step])].join(' ')),
  };
}

/**
 * Who the visitor is and which channel is open, so that a reload changes neither. Ids hold for one run of the playground.
 * @typedef {{ run: string, userId: string, channelId: string | undefined }} Place
 */

/** @param {Place} place */
export const keepPlace = (place) => keptPlace.set(JSON.stringify(place));

/** @param {string} run @returns {Place | undefined} */
export function placeIn(run) {
  const place = JSON.parse(keptPlace.get() ?? 'null');
  return place?.run === run ? place : undefined;
}
