import { type TitleWords, words } from './title-words.ts'

/** Titles for children's films and the episodes of children's shows. */
export const KIDS_WORDS: TitleWords = {
  patterns: [
    '{name} and the {adjective} {thing}',
    'The {adjective} {animal}',
    "{name}'s {adjective} {thing}",
    'The {animal} of {place}',
    '{name} Goes to {place}',
    'Return to {place}',
    'The {animal} Who Lost a {thing}',
    'A {animal} for {name}',
    '{name} & {name}',
    'The Great {thing} Race',
    'Little {animal}, Big {thing}',
    'The {adjective} {thing} of {place}',
    '{name} Meets the {adjective} {animal}',
    'One {thing}, Two {animal}s',
  ],
  words: {
    name: words(`
      Pip, Mabel, Otto, Juniper, Barnaby, Tilly, Clementine, Fergus, Nell, Rufus, Poppy, Hugo, Wren,
      Basil, Dot, Alfie, Marlo, Ida, Gus, Bramble, Cosmo, Ottilie, Zuzu, Linus, Maude, Ravi, Noor,
      Kiki, Tomas, Yuna`),
    animal: words(`
      Otter, Hedgehog, Penguin, Badger, Snail, Rabbit, Llama, Walrus, Dragon, Beetle, Kitten, Puppy,
      Mole, Robin, Tortoise, Squirrel, Whale, Yak, Owl, Tadpole, Gecko, Puffin, Bumblebee, Donkey`),
    adjective: words(`
      Brave, Tiny, Grumpy, Sleepy, Curious, Flying, Polka-Dot, Lost, Marvellous, Hiccuping, Secret,
      Upside-Down, Singing, Wobbly, Midnight, Golden, Runaway, Invisible, Shy, Ticklish, Very Loud,
      Enormous, Forgotten`),
    thing: words(`
      Balloon, Teapot, Lighthouse, Treehouse, Kite, Submarine, Umbrella, Snow Globe, Map, Rocket,
      Bicycle, Music Box, Pancake, Compass, Lantern, Wishing Well, Trombone, Acorn, Pumpkin,
      Sandcastle, Hot-Air Balloon, Jigsaw`),
    place: words(`
      Button Island, Marmalade Mountain, Whisker Wood, Cloud Harbour, Pebble Bay, Thistle Hill, the
      Moon, Jellybean Junction, Bumblebridge, Paper Town, Hiccup Hollow, Tumbledown Farm, the Deep
      Blue Sea, Snowdrop Valley, Clockwork City, Dandelion Field`),
  },
}
