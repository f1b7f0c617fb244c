import type { Trouble } from '../../../db/domain/outcome.ts'
import type { TroubleCode } from '../../../db/domain/trouble-codes.ts'
import type { FileFault } from './file-fault.ts'
import { displayPath } from './path-text.ts'

/** What a failed system call means for the entry it failed on, with the sentence that helps. */
export function troubleOf(fault: FileFault): Trouble {
  const { errno } = fault
  const code = codeOf(errno)
  return { code, detail: detailOf(code, fault), evidence: evidenceOf(fault) }
}

/** The facts of a fault as evidence: only what is known. */
export function evidenceOf(fault: FileFault): NonNullable<Trouble['evidence']> {
  return Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== null))
}

function codeOf(errno: string): TroubleCode {
  switch (errno) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'file_missing'
    case 'EACCES':
    case 'EPERM':
      return 'permission_denied'
    case 'ENAMETOOLONG':
      return 'name_too_long'
    case 'ELOOP':
      return 'path_invalid'
    case 'EFTYPE':
      return 'ext_unsupported'
    case 'ETXTBSY':
    case 'EBUSY':
      return 'file_locked'
    case 'ECRASHED':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOMEM':
      return 'internal'
    // EIO, ESTALE, ETIMEDOUT, ENOTCONN, EHOSTDOWN …: the disk or the server behind it does not answer.
    default:
      return 'source_unreachable'
  }
}

function detailOf(code: TroubleCode, fault: FileFault): string {
  const path = displayPath(fault.path)
  const parent = fault.firstFailingParent === null ? null : displayPath(fault.firstFailingParent)
  switch (code) {
    case 'file_missing':
      return parent === null || parent === path
        ? `The file is gone from ${path}.`
        : `The file is gone from ${path}: ${parent} does not exist.`
    case 'permission_denied':
      return `This server may not read ${path}${whoWeAre(fault)}.${howToMend(fault, parent)}`
    case 'name_too_long':
      return `The path is longer than this system takes: ${path}`
    case 'path_invalid':
      return `The link ${path} leads back to itself.`
    case 'ext_unsupported':
      return `${path} is a pipe, a socket or a device, not a file. It was not opened.`
    case 'file_locked':
      return `Another program holds ${path}.`
    case 'internal':
      return `Reading ${path} failed inside this program (${fault.errno}).`
    default:
      return `The disk did not give ${path} (${fault.errno}). Is it still mounted?`
  }
}

function whoWeAre({ uid, gid }: FileFault): string {
  return uid === null ? '' : ` (user ${uid}, group ${gid})`
}

function howToMend({ owner }: FileFault, parent: string | null): string {
  if (parent === null) return ''
  const whose = owner ? `, which belongs to ${owner.uid}:${owner.gid} with mode ${owner.mode}` : ''
  return ` It stops at ${parent}${whose}.`
}
