/**
 * What the browser keeps for this page. If storage is blocked, it lasts until the page is loaded again.
 * @param {() => Storage} storage @param {string} name
 */
function kept(storage, name) {
  /** @type {string | undefined} */
  let here;
  return {
    /** @returns {string | undefined} */
    get() {
      try {
        return storage().getItem(name) ?? undefined;
      } catch {
        return here;
      }
    },
    /** @param {string} value */
    set(value) {
      here = value;
      try {
        storage().setItem(name, value);
      } catch {
        // `here` keeps it until the page is loaded again.
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

/**
 * A set of names, empty for every new run of the playground.
 * @param {string} name
 */
function keptSet(name) {
  const stored = kept(() => sessionStorage, name);
  /** @param {string} run @returns {string[]} */
  const get = (run) => {
    const [of, ...names] = (stored.get() ?? '').split(' ');
    return of === run ? names : [];
  };
  return {
    get,
    /** @param {string} run @param {string} added */
    add: (run, added) => stored.set([run, ...new Set([...get(run), added])].join(' ')),
  };
}

/** The steps of the tour that were taken. */
export const keptTour = keptSet('lede-tour');

/** Ids of the ephemeral messages that the visitor dismissed. */
export const keptDismissed = keptSet('lede-dismissed');

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
