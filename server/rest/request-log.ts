import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'

/** One line a request: never its query, cookies or body, which may hold secrets. Reads are for `debug`. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const { method } = c.req
    const { status } = c.res
    const isRead = method === 'GET' || method === 'HEAD'
    const level = status >= 500 ? 'warn' : isRead ? 'debug' : 'info'
    const ms = Math.round(performance.now() - startedAt)
    log[level]({ method, path: withoutToken(c.req.path), status, ms }, 'request')
  }
}

/** An invite's link has its token in the path. */
function withoutToken(path: string): string {
  return path.replace(/^\/invite\/.+/, '/invite/…')
}
