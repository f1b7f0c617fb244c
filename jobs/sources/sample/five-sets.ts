import type { Trouble } from '../../../db/domain/outcome.ts'
import { episodeLabel } from './episode-item.ts'
import { movieSet } from './movie-set.ts'
import type { SampleSet } from './sample-set.ts'
import type { Episode, Show } from './show-plan.ts'
import { showSet } from './show-set.ts'
import { DRAMA_WORDS } from './titles/drama-words.ts'
import { EIGHTIES_WORDS } from './titles/eighties-words.ts'
import { HORROR_WORDS } from './titles/horror-words.ts'
import { KIDS_WORDS } from './titles/kids-words.ts'
import { EIGHTIES_SHOWS, KIDS_SHOWS } from './titles/show-titles.ts'

/**
 * The five libraries of "Explore with sample data": 6,999 units, of which 22 fail for three causes and 52 are
 * skipped. 14 horror films are gone from /data/horror; the five files in one season's folder of 80s TV may not
 * be read (one of them is a guest episode that Kids TV keeps there); three episodes of a children's show match
 * nothing.
 */
export const FIVE_SETS: Readonly<Record<string, () => SampleSet>> = {
  'kids-movies': () =>
    movieSet({
      name: 'kids-movies',
      folder: '/data/kids',
      words: KIDS_WORDS,
      years: [1988, 2024],
      minutes: [68, 104],
      units: 412,
      samples: 0,
      trailers: 1,
      missing: 0,
      firstId: 9_100_000,
    }),
  'horror-movies': () =>
    movieSet({
      name: 'horror-movies',
      folder: '/data/horror',
      words: HORROR_WORDS,
      years: [1958, 2024],
      minutes: [79, 128],
      units: 1203,
      samples: 4,
      trailers: 2,
      missing: 14,
      firstId: 9_200_000,
    }),
  'adult-movies': () =>
    movieSet({
      name: 'adult-movies',
      folder: '/data/adult',
      words: DRAMA_WORDS,
      years: [1949, 2024],
      minutes: [88, 171],
      units: 756,
      samples: 1,
      trailers: 3,
      missing: 0,
      firstId: 9_300_000,
    }),
  'kids-tv': () =>
    showSet({
      name: 'kids-tv',
      folder: '/data/kids-tv',
      words: KIDS_WORDS,
      shows: KIDS_SHOWS,
      years: [2003, 2021],
      minutes: [7, 26],
      seasonLength: [13, 20, 26],
      units: 1142,
      specials: 14,
      told: { [UNMATCHED.show]: [20, 20, 23], [GUEST.show]: [26, 26, 12] },
      pathOf: (show, episode) =>
        isGuest(show, episode) ? `${LOCKED_FOLDER}/${episodeLabel(show, episode)}.mkv` : null,
      troubleOf: kidsTrouble,
      firstId: 9_400_000,
    }),
  '80s-tv': () =>
    showSet({
      name: '80s-tv',
      folder: '/data/80s',
      words: EIGHTIES_WORDS,
      shows: EIGHTIES_SHOWS,
      years: [1979, 1988],
      minutes: [22, 51],
      seasonLength: [13, 22, 24],
      units: 3486,
      specials: 27,
      told: { [LOCKED.show]: [22, 22, 22, 4] },
      troubleOf: (show, { season }, path) =>
        show.title === LOCKED.show && season === LOCKED.season ? lockedFile(path) : null,
      firstId: 9_500_000,
    }),
}

const LOCKED = { show: 'Laser Canyon', season: 4 }
const LOCKED_FOLDER = '/data/80s/Laser Canyon/Season 04'
const GUEST = { show: 'Robot Recess', season: 3, number: 12 }
const UNMATCHED = { show: 'Tiny Tugboats', season: 3, from: 21 }

function isGuest(show: string, { season, number }: Episode): boolean {
  return show === GUEST.show && season === GUEST.season && number === GUEST.number
}

function kidsTrouble(show: Show, episode: Episode, path: string): Trouble | null {
  if (isGuest(show.title, episode)) return lockedFile(path)
  const { season, number } = episode
  if (show.title !== UNMATCHED.show || season !== UNMATCHED.season || number < UNMATCHED.from) return null
  const title = episodeLabel(show.title, episode)
  return {
    code: 'metadata_not_found',
    detail: `Nothing matched “${title}” (${show.year}).`,
    evidence: { title, year: show.year, folder: show.folder },
  }
}

function lockedFile(path: string): Trouble {
  return {
    code: 'permission_denied',
    detail: `This server may not read ${path} (user 1000).`,
    evidence: {
      errno: 'EACCES',
      uid: 1000,
      gid: 1000,
      firstFailingParent: LOCKED_FOLDER,
      folder: LOCKED_FOLDER,
    },
  }
}
