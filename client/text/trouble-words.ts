import type { TroubleCode } from '../api/wire.ts'

/** What a person reads about a code: what happened, and what to do about it. */
export interface TroubleWords {
  title: string
  advice: string
}

/** Every code of the catalogue in words; a code without words does not compile. */
export const troubleWords = {
  file_locked: {
    title: 'File is in use',
    advice:
      'Another program still has it open. Marquee tries again by itself; close the program if it stays.',
  },
  file_unpacking: {
    title: 'Still being unpacked',
    advice: 'It is taken in once unpacking is done. Nothing to do unless the unpacker has stopped.',
  },
  file_incomplete: {
    title: 'File is not complete yet',
    advice: 'It is still growing or is marked as partial. It is taken in once it stops changing.',
  },
  file_missing: {
    title: 'File not found',
    advice:
      'The file is gone from this path. Check that the folder is mounted on this machine, then run again.',
  },
  permission_denied: {
    title: 'No permission to read',
    advice: 'Let the account that Marquee runs as read this file and enter its folders, then run again.',
  },
  path_unmapped: {
    title: 'Path has no mapping',
    advice: 'The source names a path that this machine does not know. Add a path mapping for its folder.',
  },
  path_not_local: {
    title: 'Path of another system',
    advice: 'The path belongs to another operating system. Add a path mapping that leads to a local folder.',
  },
  path_invalid: {
    title: 'Not a usable path',
    advice: 'A system file or a path that leads out of the library’s folder. It is left alone.',
  },
  empty_file: { title: 'Empty file', advice: 'The file has 0 bytes. Replace it with the real one.' },
  ext_dangerous: {
    title: 'Dangerous kind of file',
    advice: 'Files of this kind are never taken in. Delete it unless you know where it comes from.',
  },
  ext_executable: { title: 'A program, not media', advice: 'Programs are left alone.' },
  ext_archive: { title: 'An archive', advice: 'Unpack it, then run again.' },
  ext_unsupported: {
    title: 'Kind of file is not supported',
    advice: 'Marquee takes no files with this extension.',
  },
  ext_rejected: {
    title: 'Kind of file is ruled out',
    advice: 'A rule leaves files with this extension out.',
  },
  sample: { title: 'A sample', advice: 'Short samples are left out. The full file is taken in instead.' },
  extra: { title: 'An extra', advice: 'Trailers, interviews and other extras are left out.' },
  excluded_by_rule: { title: 'Left out by a rule', advice: 'Change the rule if you want it.' },
  specials_excluded: {
    title: 'Specials are off',
    advice: 'This library leaves out season 0. Turn specials on in its settings if you want them.',
  },
  ignored: { title: 'Ignored', advice: 'An ignore file or a person said to leave it out.' },
  no_video: { title: 'No video inside', advice: 'The file holds no picture. Replace it, or leave it.' },
  unreadable_media: {
    title: 'Media can’t be read',
    advice: 'The file seems broken. Try to play it; replace it if that fails too.',
  },
  parse_failed: {
    title: 'Name says nothing',
    advice: 'No title can be read from the name. Rename it, for example “Title (2020)” or “Show S01E02”.',
  },
  number_invalid: {
    title: 'Impossible number',
    advice: 'The season or episode number can’t be right. Rename the file.',
  },
  season_ambiguous: {
    title: 'Season is not clear',
    advice: 'Folder and file name different seasons. Rename one of them.',
  },
  show_unknown: {
    title: 'Show is not known',
    advice: 'Put the episode in a folder with the show’s name, or rename it.',
  },
  movie_unknown: { title: 'Movie is not known', advice: 'Rename it with title and year: “Title (2020)”.' },
  metadata_not_found: {
    title: 'No metadata match',
    advice: 'Nothing matched the title and year. Check the spelling and the year in the name.',
  },
  ambiguous_match: {
    title: 'Several titles match',
    advice: 'Add the year, or an id such as “{imdb-tt0111161}”, to the name.',
  },
  wrong_media_type: {
    title: 'Wrong kind of media',
    advice: 'An episode in a movie library, or the other way round. Move it to the right library.',
  },
  release_mismatch: {
    title: 'File differs from its release',
    advice: 'The file and the folder it came in name different titles. Check which one is right.',
  },
  already_imported: { title: 'Already in the library', advice: 'Nothing to do.' },
  duplicate: { title: 'A duplicate', advice: 'The library has this already. Delete the copy if you want.' },
  duplicate_in_run: { title: 'Twice in this run', advice: 'The first one was taken in.' },
  duplicate_in_file: { title: 'Twice in this file', advice: 'The first one was taken in.' },
  not_an_upgrade: { title: 'Not better than what is there', advice: 'The file in the library is kept.' },
  destination_exists: {
    title: 'Something is in the way',
    advice: 'Another file has the name this one would get. Move or rename one of them.',
  },
  orphaned_record: {
    title: 'Its title was removed',
    advice:
      'The file is known, but its movie or episode is gone. Remove the record or take the file in anew.',
  },
  set_incomplete: {
    title: 'Files are missing from the set',
    advice: 'There are fewer files than the release promised. Complete it, then run again.',
  },
  no_space: { title: 'Disk is full', advice: 'Make room on the target disk, then run again.' },
  root_missing: {
    title: 'Folder is missing',
    advice: 'The library’s folder is not there or is empty. Check that its disk is mounted.',
  },
  read_only: {
    title: 'Target is read-only',
    advice: 'Let Marquee write to the target folder, then run again.',
  },
  name_too_long: { title: 'Name is too long', advice: 'Shorten the file’s or the folder’s name.' },
  recycle_failed: {
    title: 'Old file could not be put aside',
    advice: 'Check that the recycle folder exists and can be written to.',
  },
  link_impossible: {
    title: 'Can’t be linked',
    advice: 'Source and target must be on the same disk to be linked. Allow copying, or move one of them.',
  },
  copy_failed: {
    title: 'Copy failed',
    advice: 'The disk reported an error. Marquee tries again; check the disk if it happens often.',
  },
  source_changed: { title: 'Changed while being read', advice: 'It is read again once it stops changing.' },
  source_unreachable: {
    title: 'Source does not answer',
    advice: 'Check that it is running and can be reached from this machine. Marquee tries again by itself.',
  },
  source_rate_limited: {
    title: 'Source asks us to slow down',
    advice: 'Marquee waits and goes on by itself.',
  },
  source_bad_reply: {
    title: 'Source gave a broken answer',
    advice: 'Marquee tries again. If it stays, look at the source’s own log.',
  },
  source_unauthorized: {
    title: 'Source refused our sign-in',
    advice: 'Enter its token or password again under Sources.',
  },
  source_misconfigured: { title: 'Source is set up wrong', advice: 'Check its settings under Sources.' },
  listing_incomplete: {
    title: 'Listing stopped half-way',
    advice: 'What was found was taken in. Run again once the source is well to get the rest.',
  },
  missing_at_source: { title: 'Gone from the source', advice: 'Put it back, or remove it from the library.' },
  needs_answer: {
    title: 'Much is gone at once',
    advice: 'That looks like an unmounted disk. Check it before anything is removed.',
  },
  nfo_invalid: { title: 'NFO file is broken', advice: 'Write it again with the program that made it.' },
  nfo_missing: { title: 'No NFO file', advice: 'Write one with your media manager.' },
  invalid_json: {
    title: 'Not valid JSON',
    advice: 'The file is damaged at the place named. Export it again.',
  },
  not_activitystreams: {
    title: 'Not an ActivityStreams document',
    advice: 'Export the bookmarks again, as ActivityStreams JSON.',
  },
  missing_field: {
    title: 'A field is missing',
    advice: 'Add the field that is named, then upload it again.',
  },
  invalid_field: { title: 'A field is wrong', advice: 'Mend the field that is named, then upload it again.' },
  url_scheme: { title: 'Address can’t be used', advice: 'Only http and https addresses are taken.' },
  parent_missing: {
    title: 'Its parent is missing',
    advice: 'The record belongs to one that is not in the file.',
  },
  unknown_version: {
    title: 'Version is not known',
    advice: 'The file was made by a version that this one can’t read.',
  },
  too_large: { title: 'Too large', advice: 'Split it into smaller files.' },
  no_data: { title: 'Nothing there yet', advice: 'It is asked for again later.' },
  upload_gone: { title: 'Uploaded file is gone', advice: 'Upload it again.' },
  database_error: {
    title: 'Database refused it',
    advice: 'Marquee tries again. Send us the details if it stays.',
  },
  internal: {
    title: 'A fault in Marquee',
    advice: 'Not your doing. Copy the details and report them, with the support id.',
  },
} as const satisfies Record<TroubleCode, TroubleWords>

/** True for a word of the URL that is a code. */
export function isTroubleCodeWord(word: string): word is TroubleCode {
  return Object.hasOwn(troubleWords, word)
}

/** What a check can come to besides: nobody was there to look. */
const noWorker: TroubleWords = {
  title: 'No worker is running.',
  advice: 'Look at Marquee’s log if none comes back by itself.',
}

/** The words of a code that came from outside; one that this build does not know is told as it is. */
export function wordsOfTrouble(code: string): TroubleWords {
  if (isTroubleCodeWord(code)) return troubleWords[code]
  if (code === 'no_worker') return noWorker
  return { title: code.replaceAll('_', ' '), advice: 'Reload the page: it is older than the server.' }
}
