import { type TitleWords, words } from './title-words.ts'

/** Titles for the episodes of shows of the eighties. */
export const EIGHTIES_WORDS: TitleWords = {
  patterns: [
    'The {adjective} {thing}',
    'A {thing} for {name}',
    '{name} Goes to {somewhere}',
    'Trouble in {somewhere}',
    'The {name} Affair',
    '{adjective} {thing}s Don’t Lie',
    'Guess Who’s {doing}',
    'The Night {name} Came Back',
    '{doing} with the {name}s',
    'Two {thing}s Too Many',
    'Last Exit to {somewhere}',
    '{name}, {name} and the {thing}',
  ],
  words: {
    name: words(`Ricky, Donna, Sal, Trish, Murphy, Vince, Carla, Dwight, Lorraine, Nick, Wanda, Eddie`),
    thing: words(`
      Cassette, Convertible, Payphone, Arcade, Snapshot, Mixtape, Jackpot, Alibi, Roller Rink,
      Synthesizer, Camcorder, Limousine, Blackout, Briefcase`),
    adjective: words(`Neon, Double, Midnight, Stolen, Golden, Lucky, Borrowed, Rubber, Perfect, Final`),
    somewhere: words(`the Suburbs, Reno, the Boardwalk, Malibu, the Mall, Space, Atlantic City, the Prom`),
    doing: words(`Dancing, Cheating, Cooking, Driving, Running, Moving In`),
  },
}
