import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Actor } from '../../kernel/actor.ts'
import type { Position } from '../../kernel/permissions.ts'
import { addDays, localDay, startOfDay, type LocalDay } from '../../kernel/time.ts'
import { addItem, callMeeting, decide, holdMeeting, issueMinutes, readMinutes, seeMeeting, setAttendance, writeMinutes } from '../../modules/meetings/public.ts'
import { isOpen, openingTimes } from '../../modules/organisation/public.ts'
import { weekdayOf } from '../../modules/organisation/domain/opening.ts'
import { takePhoto } from '../../modules/photos/public.ts'
import { checkTask, doTask } from '../../modules/tasks/public.ts'
import type { Database } from '../../platform/database.ts'
import type { KeptFiles } from '../../platform/kept-files.ts'
import { doesIn, type Does } from './perform-visit.ts'
import type { Team } from './team.ts'

type Point = { readonly words: string; readonly minutes: string }
type Decided = { readonly words: string; readonly position: Position; /** By when, in hours from now; a negative one was done and checked. */ readonly dueIn: number }
type Held = { readonly kind: string; readonly convenor: Position; readonly day: LocalDay; readonly placeName: string; readonly points: readonly Point[]; readonly minutes: string; readonly decided: readonly Decided[]; /** So many of those who were called have not read them yet. */ readonly unread: number }
type Wish = { readonly team: Team; readonly files: KeptFiles; readonly now: Date }

const hour = 3_600_000
const weeklyPoints: readonly Point[] = [
  { words: '等候时间投诉', minutes: '周五下午集中到店，接待排队超过二十分钟；预约优先，错峰电话由前台主管安排。' },
  { words: '欠货到货日', minutes: '到货日变动当天告知服务顾问，不等客户来问。' },
]

/** The meetings of the last weeks, each on a day that is over: called, held, minuted with a photo, issued, and read by nearly everybody. */
export async function holdMeetings(database: Database, wish: Wish): Promise<void> {
  const { team, now } = wish
  const { storeId, timeZone } = team.first('STM')
  const today = localDay(now, timeZone)
  const opening = await database.reading([storeId], (tx) => openingTimes({ tx, by: { storeId } }, addDays(today, -40), today))
  const past = Array.from({ length: 30 }, (_, back) => addDays(today, -1 - back)).filter((day) => isOpen(opening, day))
  const [lastDay] = past
  const [monday, mondayBefore] = past.filter((day) => weekdayOf(day) === 1)
  const tuesday = past.find((day) => weekdayOf(day) === 2)
  const does = doesIn(database)
  const hold = async (day: LocalDay | undefined, held: Omit<Held, 'day'>): Promise<void> => { if (day !== undefined) await holdOne(does, wish, { ...held, day }) }
  await hold(mondayBefore, {
    kind: 'house-weekly', convenor: 'STM', placeName: '二楼会议室', points: weeklyPoints.slice(0, 1), minutes: '上周进厂平稳，满意度回升；等候时间仍是主要问题。', unread: 0,
    decided: [{ words: '错峰邀约名单，每周五交站长', position: 'FDS', dueIn: -1 }],
  })
  await hold(tuesday, {
    kind: 'management', convenor: 'STM', placeName: '站长办公室', points: [{ words: '四季度产值进度', minutes: '机修进度正常，钣喷差两台事故车；配件毛利按下限执行。' }], minutes: '各主管对自己的差额负责，下次会议报进展。', unread: 1,
    decided: [{ words: '事故车返厂邀约，列出名单逐台跟进', position: 'WSS', dueIn: 72 }],
  })
  await hold(monday, {
    kind: 'house-weekly', convenor: 'STM', placeName: '二楼会议室', points: weeklyPoints, minutes: '错峰邀约见效，继续执行；欠货信息由配件部当天通报。', unread: 2,
    decided: [{ words: '欠货清单每日下班前发前台', position: 'PTS', dueIn: 96 }, { words: '更新预约话术，晨会演练一次', position: 'FDS', dueIn: -1 }],
  })
  await hold(lastDay, {
    kind: 'parts-morning', convenor: 'PTS', placeName: '配件库前', points: [{ words: 'A 区货位标签缺失', minutes: '仓库管理员今日补齐，主管抽查十个货位。' }], minutes: '昨日短缺两项已催货；今日先清到货待上架。', unread: 1,
    decided: [{ words: '待上架清零，登记未上架原因', position: 'WHK', dueIn: 24 }],
  })
}

async function holdOne(does: Does, { team, files, now }: Wish, { kind, convenor, day, placeName, points, minutes, decided, unread }: Held): Promise<void> {
  const by = team.first(convenor)
  const midnight = startOfDay(day, by.timeZone).getTime()
  const at = (clock: number): Date => new Date(midnight + clock * hour)
  const { id: meetingId } = await does(by, at(8.7), (deed) => callMeeting(deed, { kind, at: at(9).toISOString(), placeName }))
  let version = 1
  const itemIds: string[] = []
  for (const { words } of points) {
    const added = await does(by, at(8.8), (deed) => addItem(deed, { meetingId, version, words }))
    itemIds.push(added.id)
    version = added.version
  }
  version = (await does(by, at(9), (deed) => holdMeeting(deed, { meetingId, version }))).version
  const called = await does(by, at(9.05), async (deed) => {
    const { participants } = await seeMeeting(deed, meetingId)
    for (const [index, { personId }] of participants.entries()) await setAttendance(deed, { meetingId, personId, ...(index === 1 ? { attendance: 'excused', excuse: '外出提车' } : { attendance: 'present', excuse: '' }) })
    return participants
  })
  version = (await does(by, at(9.6), (deed) => writeMinutes(deed, { meetingId, version, minutes, items: points.map((point, index) => ({ id: itemIds[index] ?? '', minutes: point.minutes })) }))).version
  for (const [index, { words, position, dueIn }] of decided.entries()) {
    const owner = team.first(position)
    const dueAt = new Date(dueIn > 0 ? now.getTime() + dueIn * hour : midnight + 30 * hour).toISOString()
    const { taskId } = await does(by, at(9.7), (deed) => decide(deed, { meetingId, itemId: itemIds[index] ?? null, words, position, ownerId: owner.personId, dueAt }))
    if (dueIn <= 0) await doneAndChecked(does, { by, owner, taskId, done: at(11), checked: at(14) })
  }
  await does(by, at(9.9), (deed) => takePhoto(deed, files, { subject: 'meeting', subjectId: meetingId, occasion: 'minutes', detail: '', takenAt: at(9.9).toISOString(), bytes: readFileSync(path.join(import.meta.dirname, 'minutes.jpg')) }))
  await does(by, at(10), (deed) => issueMinutes(deed, { meetingId, version }))
  await haveRead(does, { team, called: called.map(({ personId }) => personId).filter((id) => id !== by.personId), unread, meetingId, at: at(10.5) })
}

type Done = { readonly by: Actor; readonly owner: Actor; readonly taskId: string; readonly done: Date; readonly checked: Date }

async function doneAndChecked(does: Does, { by, owner, taskId, done, checked }: Done): Promise<void> {
  const { version } = await does(owner, done, (deed) => doTask(deed, { taskId, version: 1, words: '已完成' }))
  await does(by, checked, (deed) => checkTask(deed, { taskId, version, good: true, words: '' }))
}

type Readers = { readonly team: Team; readonly called: readonly string[]; readonly unread: number; readonly meetingId: string; readonly at: Date }

/** Each signs for himself (PTS-9.2). */
async function haveRead(does: Does, { team, called, unread, meetingId, at }: Readers): Promise<void> {
  const readers = (['INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK'] as const).flatMap((position) => team.all(position)).filter(({ personId }) => called.includes(personId))
  for (const [index, reader] of readers.slice(0, readers.length - unread).entries()) await does(reader, new Date(at.getTime() + index * 600_000), (deed) => readMinutes(deed, meetingId))
}
