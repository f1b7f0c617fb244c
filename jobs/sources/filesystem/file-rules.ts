import type { Trouble } from '../../../db/domain/outcome.ts'
import type { TroubleCode } from '../../../db/domain/trouble-codes.ts'

const set = (words: string) => new Set(words.split(' '))

// Extensions that may hold moving pictures. A disc's index files (ifo, bdmv, mpls) belong to their folder.
const VIDEO = set(
  'webm m4v 3gp nsv ty strm rm rmvb m3u mov qt divx xvid bivx nrg pva wmv asf asx ogm ogv m2v avi bin dat ' +
    'dvr-ms mpg mpeg mp4 avc vp3 svq3 nuv viv dv fli flv wpl img iso vob mkv mk3d ts mts wtv m2ts disc',
)
// What stands beside a video and is never an item of its own.
const COMPANION = set(
  'srt ass ssa sub idx sup vtt smi nfo txt md jpg jpeg png gif webp bmp tbn svg ico xml json yml yaml html htm ' +
    'url log db ini md5 sfv sha1 sha256 par2 nzb torrent pdf cue edl lrc bif mp3 flac m4a ogg wav aac opus wma ' +
    'ifo bup bdmv mpls clpi ttf otf ds_store nomedia ignore plexignore plexmatch',
)
const UNFINISHED = set('part !qb !ut crdownload tmp partial partial~ aria2 download')
const DANGEROUS = set('arj lnk lzh ps1 scr vbs zipx')
const EXECUTABLE = set('bat cmd exe sh com msi')
const ARCHIVE = /^(?:7z|bz2|gz|rar|r\d\d|s\d\d|tar|tb2|tbz2|tgz|xz|zst|zip|z\d\d|\d{3})$/

/** What a file is by its name alone: something to read, something to leave unsaid, or trouble. */
export type FileRule = 'video' | 'companion' | Trouble

/** Judges a file's name. */
export function judgeFile(name: string): FileRule {
  if (name.startsWith('._')) return judgeAppleDouble(name)
  const extension = extensionOf(name)
  if (COMPANION.has(extension)) return 'companion'
  if (name.startsWith('.')) return judgeHidden(name, extension)
  if (VIDEO.has(extension)) return 'video'
  if (UNFINISHED.has(extension))
    return trouble(
      'file_incomplete',
      `“${name}” is still being written: .${extension} marks a download that goes on.`,
    )
  if (DANGEROUS.has(extension))
    return trouble('ext_dangerous', `“${name}” is a kind of file that carries malware, and no video.`)
  if (EXECUTABLE.has(extension)) return trouble('ext_executable', `“${name}” is a program, not a video.`)
  if (ARCHIVE.test(extension))
    return trouble('ext_archive', `“${name}” is an archive. Unpack it, then run again.`)
  const what = extension === '' ? 'A file without an extension' : `.${extension}`
  return trouble('ext_unsupported', `${what} is not a kind of video that is read here: “${name}”.`)
}

function judgeAppleDouble(name: string): FileRule {
  if (!VIDEO.has(extensionOf(name))) return 'companion'
  return trouble(
    'path_invalid',
    `“${name}” is what macOS writes beside a file on foreign disks, not a video.`,
  )
}

function judgeHidden(name: string, extension: string): FileRule {
  if (!VIDEO.has(extension)) return 'companion'
  return trouble('excluded_by_rule', `“${name}” is hidden: its name starts with a dot.`)
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0
    ? ''
    : name
        .slice(dot + 1)
        .trim()
        .toLowerCase()
}

function trouble(code: TroubleCode, detail: string): Trouble {
  return { code, detail }
}
