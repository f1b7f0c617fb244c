import { words } from './title-words.ts'

/** The shows of Kids TV. */
export const KIDS_SHOWS = words(`
  Acorn Street, Barnaby Builds a Boat, Bumble and Moss, Captain Pancake, Cloud Harbour Club, Dinosaur
  Day Camp, Dot Draws the World, Fizz and the Fantastics, Juniper Finds Out, Marmalade Mountain
  Rescue, Mole Patrol, Mr Teapot Explains, Otto the Odd Otter, Paper Town Post, Pebble Bay Pirates,
  Robot Recess, Singalong Station, The Hiccuping Dragon, Tiny Tugboats, Whisker Wood, Zuzu and the Zoo
  Train`)

/** The shows of 80s TV. */
export const EIGHTIES_SHOWS = words(`
  Atlantic Heat, Bay City Dispatch, Boardwalk Confidential, Cassidy & Stone, Chrome Rider, Coral
  Point, Delta Team Omega, Diner on Fifth, Double Shift, Electric Avenue Blues, Faraway Ranch, Full
  Throttle, Galaxy Patrol Nine, Harbor Lights, Hawk & Sparrow, High Noon Precinct, Laser Canyon,
  Lonely Star, Magnolia Falls, Malibu Medics, Midnight Frequency, My Robot Roommate, Neon Justice,
  Court Reporters, One More Rodeo, Paging Doctor Price, Penthouse C, Quarter to Midnight, Return to
  Sender, Roller City, Saturday Detention, Silver Falcon, Stepdad Squad, Switchboard, Talk of the Town
  Hall, The Delvecchios, The Understudies, Three’s an Orchestra, Turbo Squad, Wall Street Wanda`)
