import { type TitleWords, words } from './title-words.ts'

/** Titles for dramas, thrillers and comedies that grown-ups watch. */
export const DRAMA_WORDS: TitleWords = {
  patterns: [
    'A {season} in {city}',
    'Letters from {city}',
    "The {profession}'s {relation}",
    '{name} and {name}',
    'The {noun} Between Us',
    '{number} Days in {city}',
    'What {name} Left Behind',
    'The {adjective} {noun}',
    'Before the {noun}',
    '{surname} v. {surname}',
    'The Last {profession}',
    'Leaving {city}',
    'The {surname} Papers',
    'All the {adjective} {noun}s',
    'The {profession} of {city}',
    'Nobody Calls {name}',
    '{city}, {season}',
  ],
  words: {
    season: words(`Spring, Summer, Autumn, Winter, Sunday, Long Weekend`),
    city: words(`
      Lisbon, Trieste, Bergen, Porto, Galway, Tampere, Gdansk, Montevideo, Halifax, Duluth, Kyoto,
      Tbilisi, Marseille, Leith, Savannah, Valparaiso, Ostend, Bruges, Dakar, Busan`),
    name: words(`
      Adele, Marcus, Ingrid, Tomasz, Leila, Conrad, Yvonne, Dmitri, Rosa, Kenji, Miriam, Theo,
      Bernadette, Omar, Celeste, Walter, Amara, Josef, Lucinda, Piers`),
    surname: words(`
      Hallam, Okafor, Lindqvist, Marchetti, Brandt, Castellan, Novak, Whitcombe, Sato, Delacroix,
      Moreno, Ashworth, Kowalski, Teller, Vance`),
    profession: words(`
      Cartographer, Translator, Piano Tuner, Judge, Beekeeper, Night Porter, Archivist, Locksmith,
      Cellist, Lighthouse Keeper, Editor, Surveyor, Seamstress, Auctioneer, Ferryman, Proofreader`),
    relation: words(`Daughter, Son, Widow, Brother, Apprentice, Alibi, Inheritance, Confession, Debt`),
    noun: words(`
      Harvest, Tide, Verdict, Orchard, Silence, Bridge, Border, Promise, Garden, Sonata, Frost,
      Reunion, Ledger, Platform, Witness, Interval`),
    adjective: words(`
      Quiet, Borrowed, Ordinary, Distant, Unfinished, Second, Bitter, Gentle, Crooked, Honest, Narrow,
      Faithful, Slow`),
    number: words(`Three, Five, Seven, Nine, Twelve, Thirty, Forty`),
  },
}
