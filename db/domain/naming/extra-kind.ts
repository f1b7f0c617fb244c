/** Every kind of bonus that a file can be beside its film or show, as ParsedName.extra holds it. */
export const extraKinds = [
  'trailer',
  'featurette',
  'behindthescenes',
  'deletedscene',
  'interview',
  'scene',
  'short',
  'clip',
  'sample',
  'themesong',
  'themevideo',
  'other',
] as const

/** One kind of bonus. */
export type ExtraKind = (typeof extraKinds)[number]
