import { type TitleWords, words } from './title-words.ts'

/** Titles for horror films. */
export const HORROR_WORDS: TitleWords = {
  patterns: [
    'The {adjective} {noun}',
    'The {being} of {place}',
    'The {noun} at {place}',
    'Beneath {place}',
    'Do Not {verb}',
    'They {verb} at Night',
    'The {being} in the {noun}',
    'The {adjective} {being}',
    'Nobody Leaves {place}',
    'Night of the {being}',
    'Return to {place}',
    '{place} {roman}',
    'The {noun} Remembers',
    '{adjective} {noun}',
    'When the {noun}s {verb}',
    'House of the {adjective} {being}',
  ],
  words: {
    noun: words(`
      Hollow, Cellar, Harvest, Lantern, Marrow, Threshold, Orchard, Chapel, Well, Attic, Mirror,
      Cradle, Scarecrow, Furnace, Hymn, Burrow, Vessel, Veil, Thicket, Stairwell, Music Room, Bell,
      Root, Candle, Wallpaper`),
    adjective: words(`
      Silent, Pale, Withered, Drowned, Sleepless, Crooked, Buried, Feral, Last, Nameless, Ashen,
      Rotten, Unlit, Blind, Starving, Salt, Thirteenth, Grinning, Patient, Hungry`),
    being: words(`
      Widow, Stranger, Twins, Shepherd, Surgeon, Tenant, Ferryman, Choir, Caretaker, Beekeeper,
      Puppeteer, Pilgrims, Undertaker, Night Nurse, Clockmaker, Lodger, Gardener, Governess,
      Ventriloquist, Census Taker`),
    place: words(`
      Black Pine, Ravenmoor, Dry Creek, Cold Ferry, Saint Agnes, Widow's Point, Gallows Lake,
      Ashgrove, Hollow Hill, Camp Larkspur, Mill Road, Ward Six, Cabin Nine, Eel Marsh Lane,
      Greywater, Hangman Pass, Orchard End, Lake Morrow, Tallow Street, the Salt Flats`),
    verb: words(`Whisper, Breathe, Listen, Look Back, Answer, Sleep, Knock, Blink, Sing, Wake, Wait`),
    roman: words(`II, III, IV, V`),
  },
}
