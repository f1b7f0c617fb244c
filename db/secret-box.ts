import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from './secret.ts'

/** Encrypts what sources must keep secret at rest (AES-256-GCM under a key derived from MARQUEE_SECRET). */
export interface SecretBox {
  seal(plain: string): string
  /** Throws when the text was not sealed with this secret, or was changed. */
  open(sealed: string): string
}

/** A box for sources' credentials. Sealed texts start with `v1.`, so that the way may change some day. */
export function makeSecretBox(secret: string): SecretBox {
  const key = deriveKey(secret, 'source credentials')
  return {
    seal(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed) {
      if (!sealed.startsWith('v1.')) throw new Error('not a sealed secret of this version')
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
