/** Where to go after signing in: only an address of our own, anything else means the console. */
export function safeNext(next: string | string[] | undefined): string {
  const wanted = Array.isArray(next) ? next[0] : next
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /^\/(sign-in|setup)\b/.test(wanted)) return '/'
  return wanted
}
