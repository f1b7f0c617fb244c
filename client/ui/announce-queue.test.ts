import { expect, test } from 'vitest'
import { makeAnnounceQueue } from './announce-queue.ts'

/** A queue in a world whose clock stands still until it is moved. */
function makeWorld() {
  const said: string[] = []
  const timers: { at: number; run: () => void }[] = []
  let clockMs = 0
  const announce = makeAnnounceQueue({
    say: (message) => said.push(message),
    now: () => clockMs,
    later: (run, ms) => timers.push({ at: clockMs + ms, run }),
  })
  const passSeconds = (seconds: number) => {
    clockMs += seconds * 1000
    for (const timer of timers.splice(0)) {
      if (timer.at <= clockMs) timer.run()
      else timers.push(timer)
    }
  }
  return { said, announce, passSeconds }
}

test('the first message is said at once', () => {
  const { said, announce } = makeWorld()
  announce('25 % done', false)
  expect(said).toEqual(['25 % done'])
})

test('within 15 s of a message only the newest waits, and is said when they are over', () => {
  const { said, announce, passSeconds } = makeWorld()
  announce('25 % done', false)
  announce('50 % done', false)
  passSeconds(5)
  announce('75 % done', false)
  passSeconds(9)
  expect(said).toEqual(['25 % done'])
  passSeconds(1)
  expect(said).toEqual(['25 % done', '75 % done'])
})

test('a forced message is said at once and drops what waits', () => {
  const { said, announce, passSeconds } = makeWorld()
  announce('50 % done', false)
  announce('75 % done', false)
  announce('Paused', true)
  passSeconds(60)
  expect(said).toEqual(['50 % done', 'Paused'])
})

test('what waits is put off when a forced message came in between', () => {
  const { said, announce, passSeconds } = makeWorld()
  announce('25 % done', false)
  announce('50 % done', false)
  passSeconds(10)
  announce('Paused', true)
  announce('Resumed', false)
  passSeconds(5)
  expect(said).toEqual(['25 % done', 'Paused'])
  passSeconds(10)
  expect(said).toEqual(['25 % done', 'Paused', 'Resumed'])
})
