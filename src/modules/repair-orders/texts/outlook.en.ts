import type { outlookZh } from './outlook.zh-CN.ts'

export const outlookEn: Record<keyof typeof outlookZh, string> = {
  'repair-orders.promise-too-early': 'With the load of the workshop the car cannot be ready by then. Promise a later time, or say why it is promised earlier.',
  'repair-orders.earliest': 'Ready at the earliest',
  'repair-orders.take-earliest': 'Take this time',
  'repair-orders.why-then': 'Why then',
  'repair-orders.early-reason': 'Why it is promised earlier',
  'repair-orders.early-hint': 'Needed where the promise is earlier than the workshop can be ready; it is kept with the authorisation.',
  'repair-orders.outlook-none': 'The workshop cannot say when it would be done. Agree the time with the workshop supervisor.',
  'repair-orders.outlook-open': 'A missing part has no date yet; this time does not count it.',
  'repair-orders.why.part': '{name} is short, expected on {day}',
  'repair-orders.why.part-open': '{name} is short, no date yet',
  'repair-orders.why.queue': '{trade}: {hours} h of other cars wait before it',
  'repair-orders.why.work': '{trade} {hours} h: {from} to {until}',
  'repair-orders.why.bay': 'Bay {bay} is free from {from}',
  'repair-orders.why.technician': '{name} is free from {from}',
  'repair-orders.why.nobody': '{trade}: no bay, or nobody certified at work',
  'repair-orders.why.closing': 'Inspection {inspection} min, wash {wash} min',
  'repair-orders.early-fact': 'Ready at the earliest {earliest}; why earlier: {reason}',
  'repair-orders.early': 'Promised early',
}
