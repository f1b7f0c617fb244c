const kinds: Record<string, string> = {
  dvd: 'dvd',
  hddvd: 'hddvd',
  bluray: 'bluray',
  brrip: 'bluray',
  bd25: 'bluray',
  bd50: 'bluray',
  vhs: 'vhs',
  hdtv: 'tv',
  pdtv: 'tv',
  dsr: 'tv',
  tv: 'tv',
}

/** What a placeholder file stands for: `film.bluray.disc` a disc on the shelf, `film.strm` a stream. */
export function readStub(stem: string, extension: string | null): { stub: boolean; stubType: string | null } {
  if (extension === 'strm') return { stub: true, stubType: 'stream' }
  if (extension !== 'disc') return { stub: false, stubType: null }
  const last = stem.slice(stem.lastIndexOf('.') + 1).toLowerCase()
  return { stub: true, stubType: kinds[last] ?? null }
}
