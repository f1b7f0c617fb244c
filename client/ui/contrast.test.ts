import { describe, expect, test } from 'vitest'
import { colourTokens, type ColourToken } from './colour-tokens.ts'

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, group) => {
  const colour = (name: ColourToken) => colourTokens[name][group]
  const tooLow = (pairs: [ColourToken, ColourToken][], least: number) =>
    pairs
      .map(([front, back]) => ({ pair: `${front} on ${back}`, ratio: contrast(colour(front), colour(back)) }))
      .filter(({ ratio }) => ratio < least)

  const grounds: ColourToken[] = ['bg', 'surface', 'sunken', 'hover']
  const across = (fronts: ColourToken[], backs: ColourToken[]) =>
    fronts.flatMap((front) => backs.map((back): [ColourToken, ColourToken] => [front, back]))

  test('text is at least 4.5 on every ground it may lie on', () => {
    const words: ColourToken[] = [
      'fg',
      'fg-2',
      'fg-3',
      'accent',
      'running',
      'ok',
      'fail',
      'warn',
      'skip',
      'paused',
    ]
    const ownGround: [ColourToken, ColourToken][] = [
      ['accent', 'accent-bg'],
      ['running', 'running-bg'],
      ['ok', 'ok-bg'],
      ['fail', 'fail-bg'],
      ['warn', 'warn-bg'],
      ['skip', 'skip-bg'],
      ['fg-2', 'skip-bg'],
      ['paused', 'paused-bg'],
      ['accent-fg', 'accent'],
      ['fail-fg', 'fail'],
      ['fg', 'accent-bg'],
      ['fg', 'warn-bg'],
      ['fg', 'fail-bg'],
    ]
    expect(tooLow([...across(words, grounds), ...ownGround], 4.5)).toEqual([])
  })

  test('the main text is at least 7', () => {
    expect(tooLow(across(['fg'], grounds), 7)).toEqual([])
  })

  test('the frames of fields and the segments of bars are at least 3', () => {
    const bars: [ColourToken, ColourToken][] = across(['accent', 'fail', 'skip', 'paused'], ['track'])
    expect(tooLow([...across(['line-strong'], ['bg', 'surface', 'sunken', 'hover']), ...bars], 3)).toEqual([])
  })
})

/** WCAG 2's contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
