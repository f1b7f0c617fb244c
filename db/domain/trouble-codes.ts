/**
 * The closed catalogue of trouble (contract.md, "Outcome codes"): every skip and every failure has one code.
 * `as` says which of the two it is, `retry` who may try again: the engine, a person after something is fixed,
 * a person who decides, a setting or force, or nobody.
 */
type Rule = { as: 'skipped' | 'failed'; retry: 'auto' | 'after' | 'edit' | 'policy' | 'no' }

const failed = (retry: Rule['retry']) => ({ as: 'failed', retry }) as const
const skipped = (retry: Rule['retry']) => ({ as: 'skipped', retry }) as const

export const TROUBLE = {
  file_locked: failed('auto'),
  file_unpacking: failed('auto'),
  file_incomplete: failed('auto'),
  file_missing: failed('after'),
  permission_denied: failed('after'),
  path_unmapped: failed('after'),
  path_not_local: failed('after'),
  path_invalid: skipped('no'),
  empty_file: failed('no'),
  ext_dangerous: failed('no'),
  ext_executable: skipped('no'),
  ext_archive: skipped('after'),
  ext_unsupported: skipped('no'),
  ext_rejected: skipped('no'),
  sample: skipped('policy'),
  extra: skipped('policy'),
  excluded_by_rule: skipped('policy'),
  specials_excluded: skipped('policy'),
  ignored: skipped('policy'),
  no_video: failed('policy'),
  unreadable_media: failed('policy'),
  parse_failed: failed('edit'),
  number_invalid: failed('edit'),
  season_ambiguous: failed('edit'),
  show_unknown: failed('edit'),
  movie_unknown: failed('edit'),
  metadata_not_found: failed('edit'),
  ambiguous_match: failed('edit'),
  wrong_media_type: failed('edit'),
  release_mismatch: failed('edit'),
  already_imported: skipped('policy'),
  duplicate: skipped('policy'),
  duplicate_in_run: skipped('policy'),
  duplicate_in_file: skipped('policy'),
  not_an_upgrade: skipped('policy'),
  destination_exists: failed('policy'),
  orphaned_record: failed('after'),
  set_incomplete: failed('after'),
  no_space: failed('after'),
  root_missing: failed('after'),
  read_only: failed('after'),
  name_too_long: failed('after'),
  recycle_failed: failed('after'),
  link_impossible: failed('after'),
  copy_failed: failed('auto'),
  source_changed: failed('auto'),
  source_unreachable: failed('auto'),
  source_rate_limited: failed('auto'),
  source_bad_reply: failed('auto'),
  source_unauthorized: failed('after'),
  source_misconfigured: failed('after'),
  listing_incomplete: failed('after'),
  missing_at_source: failed('after'),
  needs_answer: failed('after'),
  nfo_invalid: failed('no'),
  nfo_missing: failed('no'),
  invalid_json: failed('no'),
  not_activitystreams: failed('no'),
  missing_field: failed('no'),
  invalid_field: failed('no'),
  url_scheme: failed('no'),
  parent_missing: failed('no'),
  unknown_version: failed('no'),
  too_large: failed('no'),
  no_data: skipped('auto'),
  upload_gone: failed('after'),
  database_error: failed('auto'),
  internal: failed('auto'),
} as const satisfies Record<string, Rule>

export type TroubleCode = keyof typeof TROUBLE

/** True for a code of the catalogue; for values that come from a URL or an old row. */
export function isTroubleCode(value: string): value is TroubleCode {
  return Object.hasOwn(TROUBLE, value)
}
