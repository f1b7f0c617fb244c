import { type ExampleFile, episodeFile, refusedFile, silentFile } from './expected-entry.ts'

const two = (number: number) => String(number).padStart(2, '0')
const count = (length: number) => Array.from({ length }, (_, at) => at + 1)

/** The shows library: ten shows, each named in another way, and what lies around beside them. */
export function exampleShows(): ExampleFile[] {
  return [
    ...bluey(),
    ...daily(),
    ...absolute(),
    ...pairs(),
    ...releases(),
    ...crossed(),
    ...flat(),
    ...specials(),
    ...accented(),
    ...untitled(),
    ...beside,
  ]
}

function bluey(): ExampleFile[] {
  return count(3).flatMap((season) =>
    count(12).flatMap((episode) => {
      const stem = `Bluey (2018)/Season ${two(season)}/Bluey (2018) - S${two(season)}E${two(episode)}`
      return [
        episodeFile(`${stem}.mkv`, { title: 'Bluey', year: 2018 }, season, [episode]),
        silentFile(`${stem}.nfo`),
      ]
    }),
  )
}

function daily(): ExampleFile[] {
  return count(20).map((day) => {
    const airDate = `2024-03-${two(day)}`
    const path = `The Daily Show/Season 2024/The Daily Show - ${airDate} - Guest ${day}.mkv`
    return episodeFile(
      path,
      { title: 'The Daily Show' },
      2024,
      [Number(airDate.replaceAll('-', ''))],
      airDate,
    )
  })
}

function absolute(): ExampleFile[] {
  return count(28).map((episode) => {
    const path = `Sousou no Frieren/[Example] Sousou no Frieren - ${two(episode)} [1080p].mkv`
    return episodeFile(path, { title: 'Sousou no Frieren' }, 1, [episode])
  })
}

function pairs(): ExampleFile[] {
  return count(13).map((pair) => {
    const [first, second] = [pair * 2 - 1, pair * 2]
    const path = `Rugrats/Season 1/Rugrats - S01E${two(first)}-E${two(second)} - Two stories.mkv`
    return episodeFile(path, { title: 'Rugrats' }, 1, [first, second])
  })
}

function releases(): ExampleFile[] {
  return count(3).flatMap((season) =>
    count(10).map((episode) => {
      const name = `Fargo.S${two(season)}E${two(episode)}.1080p.BluRay.x264-EXAMPLE`
      return episodeFile(`Fargo/${name}/${name}.mkv`, { title: 'Fargo' }, season, [episode])
    }),
  )
}

function crossed(): ExampleFile[] {
  return count(2).flatMap((season) =>
    count(13).map((episode) =>
      episodeFile(
        `The Wire/Season ${season}/The Wire - ${season}x${two(episode)} - Chapter ${episode}.mkv`,
        { title: 'The Wire' },
        season,
        [episode],
      ),
    ),
  )
}

function flat(): ExampleFile[] {
  return count(2).flatMap((season) =>
    count(8).map((episode) =>
      episodeFile(
        `Taskmaster.S${two(season)}E${two(episode)}.720p.HDTV.x264-EXAMPLE.mkv`,
        { title: 'Taskmaster' },
        season,
        [episode],
      ),
    ),
  )
}

function specials(): ExampleFile[] {
  const show = { title: 'Doctor Who', year: 2005 }
  const folder = 'Doctor Who (2005)'
  return [
    ...count(13).map((episode) =>
      episodeFile(`${folder}/Season 1/Doctor Who (2005) - S01E${two(episode)}.mkv`, show, 1, [episode]),
    ),
    ...count(3).map((episode) =>
      episodeFile(`${folder}/Specials/Doctor Who (2005) - S00E${two(episode)}.mkv`, show, 0, [episode]),
    ),
    silentFile(`${folder}/tvshow.nfo`),
  ]
}

function accented(): ExampleFile[] {
  return count(24).map((episode) => {
    const season = episode > 12 ? 2 : 1
    const path = `Élite (2018)/Saison ${season}/Élite (2018) S${two(season)}E${two(episode)} – épisode.mkv`
    return episodeFile(path, { title: 'Élite', year: 2018 }, season, [episode])
  })
}

function untitled(): ExampleFile[] {
  return count(3).flatMap((season) =>
    count(10).map((episode) =>
      episodeFile(
        `Dark (2017)/Season ${two(season)}/S${two(season)}E${two(episode)} - Part ${episode}.mkv`,
        { title: 'Dark', year: 2017 },
        season,
        [episode],
      ),
    ),
  )
}

const beside: ExampleFile[] = [
  refusedFile('Bluey (2018)/Featurettes/How it is drawn.mkv', 'extra', 'episode'),
  refusedFile('Fargo/Fargo.S01E01.1080p.BluRay.x264-EXAMPLE/Sample/fargo-sample.mkv', 'sample', 'episode'),
  refusedFile('Rugrats/Season 1/Rugrats - S01E27.mkv.!qB', 'file_incomplete'),
  refusedFile('The Wire/Season 2/Nothing to read here.mkv', 'parse_failed', 'episode'),
  refusedFile('The Wire/.unfinished', 'excluded_by_rule'),
  silentFile('The Wire/.unfinished/The Wire - 3x01.mkv', 'video'),
  silentFile('The Wire/Season 1/season01-poster.jpg'),
]
