/** What the person who starts Marquee has to put right: the message is a whole sentence that says how. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
