import { ownEnvironment } from '../../env.ts'

// A worker that does nothing, and ends the way its environment says.
const habit = ownEnvironment().TINY_WORKER

process.once('disconnect', () => process.exit(0))
process.on('SIGTERM', () => {
  if (habit !== 'stubborn') process.exit(0)
})
if (habit === 'broken') process.exit(3)
process.stdout.write('tiny worker up\n')
