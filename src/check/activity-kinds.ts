/** The kinds of activity. */
export const ACTIVITY_KINDS = [
  'trade',
  'finance',
  'asset_freeze',
  'vessel',
  'aviation',
  'inspection',
  'travel',
  'work',
  'service',
  'training',
  'cooperation',
  'investment',
  'diplomatic',
] as const
