/** One EBML element: its id as the specification writes it, and its bytes or its children. */
export function element(id: number, content: Buffer | Buffer[]): Buffer {
  const body = Array.isArray(content) ? Buffer.concat(content) : content
  return Buffer.concat([idBytes(id), sizeBytes(body.length), body])
}

/** The head of an element whose `length` bytes of content follow from somewhere else, as a hole in the file. */
export function elementHead(id: number, length: number): Buffer {
  return Buffer.concat([idBytes(id), sizeBytes(length)])
}

/** An unsigned integer element in as few bytes as it needs. */
export function unsigned(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  const first = bytes.findIndex((byte) => byte !== 0)
  return element(id, bytes.subarray(first < 0 ? 7 : first))
}

/** A floating point element of eight bytes. */
export function float(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return element(id, bytes)
}

/** A text element. */
export function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value))
}

function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(id)
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0))
}

// Always the eight-byte form: a head then has one length, whatever it announces.
function sizeBytes(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  bytes[0] = 0x01
  return bytes
}
