import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { planJob, type BoardJob, type WorkshopBoard } from '../contract.ts'
import { boardWindow, isBegun, stepped, type Spot } from './board-place.ts'
import { workshopTexts } from './texts.ts'
import { useClockTime } from './use-clock-time.ts'

/** Keys are gathered for so long before the server is asked. */
const restMilliseconds = 450

/** `asked`: the server was told; keys wait until the board shows what came of it. */
type Moving = { readonly job: BoardJob; readonly spot: Spot; readonly asked: boolean }

export type BoardMove = {
  /** Where a job is being moved to, until the board says where it stands. */ readonly moving: Moving | null
  /** The job that is moved by keys; it keeps the focus. */ readonly keyed: string | null
  readonly spoken: string
  move(job: BoardJob, spot: Spot): void
  step(job: BoardJob, key: string): void
  /** The pointer takes over from the keys. */
  release(): void
}

/** Moves of jobs by pointer and by keys: shown and spoken at once, then asked of the server, which may say no. */
export function useBoardMove(board: WorkshopBoard): BoardMove {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockTime()
  const toast = useToast()
  const [wanted, setWanted] = useState<Moving | null>(null)
  const [keyed, setKeyed] = useState<string | null>(null)
  const [spoken, setSpoken] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const deed = useDeed(planJob)
  useEffect(() => () => clearTimeout(timer.current), [])
  const moving = wanted !== null && board.jobs.some(({ id, version }) => id === wanted.job.id && version === wanted.job.version) ? wanted : null
  const words = (job: BoardJob, { bay, from }: Spot) => ({ plate: showPlate(job.plate), bay, time: clock(from) })
  const ask = (job: BoardJob, spot: Spot) => {
    setWanted({ job, spot, asked: true })
    deed.run({ params: { jobId: job.id }, body: { version: job.version, bay: spot.bay, start: new Date(spot.from).toISOString() } }, {
      onSuccess: () => { setSpoken(t('workshop.moved', words(job, spot))); toast({ text: t('workshop.moved', words(job, spot)) }) },
      onError: (cause) => { setWanted(null); setSpoken(cause.message); toast({ tone: 'danger', text: cause.message }) },
    })
  }
  const step = (job: BoardJob, key: string) => {
    if (moving?.asked === true) return
    const from = moving?.job.id === job.id ? moving.spot : { bay: job.bay, from: Date.parse(isBegun(job) ? job.plannedStart : job.shown.from) }
    const spot = stepped({ window: boardWindow(board), bays: board.bays }, from, key)
    if (spot === null) return
    if (isBegun(job) && spot.from !== from.from) {
      setSpoken(t.refusal(new Refusal('workshop.begun-keeps-start')) ?? '')
      return
    }
    setKeyed(job.id)
    setWanted({ job, spot, asked: false })
    setSpoken(t('workshop.moving', words(job, spot)))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(job, spot), restMilliseconds)
  }
  const move = (job: BoardJob, spot: Spot) => {
    const fixed = isBegun(job) ? { ...spot, from: Date.parse(job.plannedStart) } : spot
    if (moving !== null || (fixed.bay === job.bay && fixed.from === Date.parse(job.plannedStart))) return
    ask(job, fixed)
  }
  return { moving, keyed, spoken, move, step, release: () => setKeyed(null) }
}
