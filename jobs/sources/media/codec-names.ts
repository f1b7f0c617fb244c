/** Containers as MediaInfo names them, by the short word that people use. */
const CONTAINERS: Record<string, string> = {
  Matroska: 'mkv',
  WebM: 'webm',
  'MPEG-4': 'mp4',
  QuickTime: 'mov',
  AVI: 'avi',
  'MPEG-TS': 'ts',
  BDAV: 'm2ts',
  'MPEG-PS': 'mpg',
  'Windows Media': 'wmv',
  'Flash Video': 'flv',
  RealMedia: 'rm',
  Ogg: 'ogm',
}

/** Codecs as MediaInfo names them, by the words that media servers use. */
const CODECS: Record<string, string> = {
  AVC: 'h264',
  HEVC: 'hevc',
  AV1: 'av1',
  VP8: 'vp8',
  VP9: 'vp9',
  'VC-1': 'vc1',
  'MPEG Video': 'mpeg2video',
  'MPEG-4 Visual': 'mpeg4',
  AAC: 'aac',
  'AC-3': 'ac3',
  'E-AC-3': 'eac3',
  DTS: 'dts',
  'MLP FBA': 'truehd',
  FLAC: 'flac',
  Opus: 'opus',
  Vorbis: 'vorbis',
  'MPEG Audio': 'mp3',
  PCM: 'pcm',
  'UTF-8': 'srt',
  SubRip: 'srt',
  ASS: 'ass',
  SSA: 'ssa',
  PGS: 'pgs',
  VobSub: 'vobsub',
  WebVTT: 'vtt',
  'Timed Text': 'tx3g',
}

/** The short word for a container; an unknown one in lower case. */
export function containerName(format: string): string {
  return CONTAINERS[format] ?? format.toLowerCase()
}

/** The short word for a codec; an unknown one in lower case. */
export function codecName(format: string): string {
  return CODECS[format] ?? format.toLowerCase()
}
