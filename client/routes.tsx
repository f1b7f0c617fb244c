import type { RouteDefinition } from '@solidjs/router'

/** Every page by its address; each one is loaded when it is first opened. */
export const routes: RouteDefinition[] = []
