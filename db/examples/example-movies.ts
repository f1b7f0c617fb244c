import { type ExampleFile, movieFile, refusedFile, silentFile } from './expected-entry.ts'

const TITLES = `
Metropolis|1927;Nosferatu|1922;The General|1926;Sunrise|1927;City Lights|1931;Freaks|1932;Duck Soup|1933
The Thin Man|1934;Modern Times|1936;Rebecca|1940;Citizen Kane|1941;Casablanca|1942;Laura|1944;Gilda|1946
Black Narcissus|1947;Rope|1948;The Third Man|1949;Rashomon|1950;High Noon|1952;Shane|1953;Rear Window|1954
Ordet|1955;The Searchers|1956;Paths of Glory|1957;Vertigo|1958;Some Like It Hot|1959;Psycho|1960;Yojimbo|1961
Jules and Jim|1962;The Birds|1963;Onibaba|1964;Repulsion|1965;Persona|1966;Playtime|1967;Rosemary's Baby|1968
Kes|1969;Patton|1970;Walkabout|1971;Solaris|1972;Badlands|1973;Chinatown|1974;Jaws|1975;Network|1976;Suspiria|1977
Halloween|1978;Alien|1979;The Shining|1980;Possession|1981;The Thing|1982;Videodrome|1983;Paris, Texas|1984
Brazil|1985;Aliens|1986;Wings of Desire|1987;Akira|1988;Do the Right Thing|1989;Goodfellas|1990;Thelma & Louise|1991
Unforgiven|1992;Groundhog Day|1993;Chungking Express|1994;Heat|1995;Fargo|1996;Cure|1997;Ringu|1998;Magnolia|1999`

const all = TITLES.trim()
  .split(/[;\n]/)
  .map((line) => {
    const [title = '', year = ''] = line.split('|')
    return { title, year: Number(year) }
  })

/** The movies library: 67 films in the shapes that people keep them in, and what lies around beside them. */
export function exampleMovies(): ExampleFile[] {
  return [...all.flatMap(({ title, year }, at) => inShape(title, year, at)), ...beside]
}

function inShape(title: string, year: number, at: number): ExampleFile[] {
  const folder = `${title} (${year})`
  const dots = title.replace(/[^\w]+/g, '.')
  switch (at % 4) {
    case 0:
      return [movieFile(`${folder}/${folder}.mkv`, title, year), silentFile(`${folder}/${folder}.nfo`)]
    case 1:
      return [movieFile(`${folder}/${folder}.mp4`, title, year), silentFile(`${folder}/poster.jpg`)]
    case 2:
      return [
        movieFile(`${folder}/${folder} - 1080p Bluray.mkv`, title, year),
        silentFile(`${folder}/${folder} - 1080p Bluray.en.srt`),
      ]
    default:
      return [
        movieFile(
          `${dots}.${year}.1080p.BluRay.x264-EXAMPLE/${dots}.${year}.1080p.BluRay.x264-EXAMPLE.mkv`,
          title,
          year,
        ),
      ]
  }
}

const beside: ExampleFile[] = [
  // One film in two files is one entry: the first file's.
  movieFile('Ben-Hur (1959)/Ben-Hur (1959) cd1.mkv', 'Ben-Hur', 1959),
  silentFile('Ben-Hur (1959)/Ben-Hur (1959) cd2.mkv', 'video'),
  refusedFile('Metropolis (1927)/Sample/metropolis-sample.mkv', 'sample', 'movie'),
  refusedFile('Metropolis (1927)/Extras/Restoring the print.mkv', 'extra', 'movie'),
  refusedFile('Nosferatu (1922)/Nosferatu (1922)-trailer.mp4', 'extra', 'movie', 'mp4'),
  refusedFile('City Lights (1931)/Trailers/Teaser.mkv', 'extra', 'movie'),
  refusedFile('Rope (1948)/Rope (1948).part', 'file_incomplete'),
  refusedFile('_UNPACK_Laura.1944.1080p.WEB.x264-EXAMPLE/laura.1944.mkv', 'file_unpacking', 'movie'),
  refusedFile('Shane (1953)/._Shane (1953).mkv', 'path_invalid'),
  refusedFile('The Lost Reel (1930)/The Lost Reel (1930).mkv', 'empty_file', 'movie', 'empty'),
  refusedFile('Vertigo (1958)/setup.exe', 'ext_executable', 'other', 'text'),
  refusedFile('Vertigo (1958)/codec.scr', 'ext_dangerous', 'other', 'text'),
  refusedFile('Psycho (1960)/psycho.rar', 'ext_archive', 'other', 'text'),
  refusedFile('Psycho (1960)/psycho.unheard-of', 'ext_unsupported', 'other', 'text'),
  refusedFile('@eaDir', 'excluded_by_rule'),
  refusedFile('.cache', 'excluded_by_rule'),
  refusedFile('Not for the console', 'excluded_by_rule'),
  silentFile('@eaDir/Metropolis.mkv', 'video'),
  silentFile('.cache/transcode.mkv', 'video'),
  silentFile('Not for the console/.ignore', 'empty'),
  silentFile('Not for the console/Home video.mkv', 'video'),
  silentFile('Metropolis (1927)/.DS_Store'),
]
