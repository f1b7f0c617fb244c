import { defineConfig, presetIcons, presetWind4 } from 'unocss'
import { colourTokens } from './client/ui/colour-tokens.ts'

const colours = Object.entries(colourTokens)
const variables = colours.map(([name, [light, dark]]) => `--${name}: light-dark(${light}, ${dark});`)

/** The utility classes: colours and sizes are the design's tokens, and the colours are CSS variables too. */
export default defineConfig({
  presets: [
    presetWind4({ preflights: { reset: true } }),
    presetIcons({
      unit: 'rem',
      scale: 1,
      extraProperties: { display: 'inline-block', 'vertical-align': '-0.15em', 'flex-shrink': '0' },
    }),
  ],
  // Icons are also named in .ts files (navigation, status words), which the plugin does not read by itself.
  content: { pipeline: { include: [/\/client\/.*\.tsx?($|\?)/, /index\.html$/] } },
  preflights: [{ layer: 'colours', getCSS: () => `:root { ${variables.join(' ')} }` }],
  // Layers, so that a utility on a component always wins over the kit's own CSS (order: client/ui/tokens.css).
  outputToCssLayers: { cssLayerName: (layer) => `uno-${layer}` },
  theme: {
    colors: Object.fromEntries(colours.map(([name]) => [name, `var(--${name})`])),
    font: { sans: 'var(--font-sans)', mono: 'var(--font-mono)' },
    fontWeight: { normal: '400', medium: '500', semibold: '550', bold: '620' },
    text: {
      kbd: { fontSize: '0.6875rem', lineHeight: '1rem' },
      meta: { fontSize: '0.75rem', lineHeight: '1rem' },
      table: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      body: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      lead: { fontSize: '1rem', lineHeight: '1.5rem' },
      h1: { fontSize: '1.375rem', lineHeight: '1.75rem', letterSpacing: '-0.02em' },
      hero: { fontSize: '2.75rem', lineHeight: '2.875rem', letterSpacing: '-0.03em' },
    },
    radius: { control: '6px', group: '8px', card: '10px' },
    breakpoint: { sm: '480px', md: '700px', lg: '1000px', xl: '1320px' },
  },
})
