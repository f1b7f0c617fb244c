// What ends a file name and says nothing about the work itself; a final ".Part" or ".5" is not an extension.
const video =
  'webm m4v 3gp nsv ty strm rm rmvb m3u ifo mov qt divx xvid bivx nrg pva wmv asf asx ogm ogv m2v avi bin dat ' +
  'dvr-ms mpg mpeg mp4 avc vp3 svq3 nuv viv dv fli flv wpl img iso vob mkv mk3d ts mts wtv m2ts bdmv mpls disc'
const beside = 'srt ass ssa sub idx sup vtt smi nfo txt jpg jpeg png tbn nzb torrent ext mp3 flac m4a ogg wav'
const known = new Set(`${video} ${beside}`.split(' '))
const videos = new Set(video.split(' '))

/** The name without its extension, and the extension in lower case if it is one that we know. */
export function splitExtension(fileName: string): { stem: string; extension: string | null } {
  const dot = fileName.lastIndexOf('.')
  if (dot <= 0) return { stem: fileName, extension: null }
  const extension = fileName
    .slice(dot + 1)
    .trim()
    .toLowerCase()
  if (!known.has(extension)) return { stem: fileName, extension: null }
  return { stem: fileName.slice(0, dot), extension }
}

/** Whether an extension (lower case, no dot) belongs to a file that may hold moving pictures. */
export const isVideoExtension = (extension: string): boolean => videos.has(extension)
