/** Runs one job after the other in the order they came, also after one that threw. */
export function createLine(): <Answer>(job: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const answer = last.then(job)
    last = answer.catch(() => undefined)
    return answer
  }
}
