/** What an actor holds. */
export const STANCES = ['sponsors', 'supports', 'accepts', 'undeclared', 'abstains', 'opposes', 'vetoes'] as const
/** The thing at issue. */
export const ABOUT = ['resolution', 'sanctions', 'talks', 'conduct', 'force', 'implementation'] as const
export const BASES = ['on-record', 'spokesperson', 'unnamed', 'document', 'media', 'headline'] as const
export const MODES = ['meeting', 'call', 'visit', 'letter'] as const
export const STATUSES = ['proposed', 'announced', 'in-force', 'lifted'] as const
export const EVENT_TYPES = [
  'nuclear-test', 'missile-launch', 'attack', 'draft-tabled', 'draft-expected', 'vote-expected', 'vote-held', 'adopted',
  'vetoed', 'not-adopted', 'statement-adopted', 'talks-held', 'talks-stalled', 'talks-boycotted', 'talks-agreed',
  'agreement', 'withdrawal', 'inspection', 'report', 'threat', 'protest', 'referral',
] as const // biome-ignore format: a list
export const MEASURE_TYPES = [
  'sanctions',
  'arms-embargo',
  'wmd-items',
  'procurement-ban',
  'luxury-goods',
  'asset-freeze',
  'travel-ban',
  'designation',
  'financial',
  'coal',
  'iron',
  'lead',
  'seafood',
  'textiles',
  'minerals',
  'oil',
  'refined-petroleum',
  'gas',
  'trade',
  'workers',
  'port-entry',
  'vessels',
  'flights',
  'inspection',
  'insurance',
  'scientific-cooperation',
  'diplomatic',
  'aid',
  'no-fly-zone',
  'icc-referral',
] as const
/** Bodies that act beside states. */
export const BODIES = ['UNSC', 'UN', 'EU', 'IAEA', 'SIX', 'G8', 'ASEAN', 'AU', 'LAS', 'GCC', 'NATO'] as const
