/** The word for "season" in the languages that we read, as a pattern without anchors. */
export const seasonWords =
  'season|saison|staffel|stagione|temporada|seizoen|s[æe]son|s[äa]song|kausi|sezona|sezóna|sezon|' +
  'sezonul|évad|évadı|сезон|시즌|シーズン|sesong|serija|сезона'

/** The same with words that mean a season only as a folder's name: a title may well be "Series 7". */
export const seasonFolderWords = `${seasonWords}|series|serie|temp`

/** Folder names that hold a show's specials, which every catalogue counts as season 0. */
export const specialsFolder = /^(?:specials?|extras|bonus|ovas?|sp|season 0+|s0+)$/i
