import { router } from '../trpc.ts'
import { controlRuns } from './runs/control.ts'
import { readRuns } from './runs/read.ts'
import { startRuns } from './runs/start.ts'

export const runsRouter = router({ ...readRuns, ...startRuns, ...controlRuns })
