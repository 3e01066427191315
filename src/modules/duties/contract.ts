import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQueryByNumber, pdf, printQuery, refusalFacts, text, version } from '../../platform/shapes.ts'
import { areaCodes } from './domain/areas.ts'
import { boardGroupings } from './domain/board.ts'
import { actionsOfSupervisor, instanceStatuses, supervisionGroups } from './domain/instance.ts'
import { deadlineMoves } from './domain/occurrences.ts'
import { mostPoints } from './domain/checklist-template.ts'
import { packFields } from './domain/pack-file.ts'
import { rowVerdicts, sameFields } from './domain/take-pack.ts'
import { trendGroups } from './domain/trend.ts'
import { dutyPermissions } from './permissions.ts'

const whole = z.number().int()
const proofPart = z.union([z.object({ kind: z.enum(['auto', 'record', 'check']), zh: z.string(), en: z.string(), code: z.string().optional() }), z.object({ kind: z.literal('photo') })])

/** What a proof says: a figure of its target, and whether that is met. */
const figure = z.object({ figure: whole, target: whole, met: z.boolean(), /** Met because there is nothing to do so far. */ nothing: z.boolean() })
const evidence = z.union([
  z.object({ kind: z.literal('auto'), figure: whole, target: whole, references: z.array(z.string()), /** By name, where they are not of him alone under whom it stands. */ doers: z.array(z.string()).optional() }),
  z.object({ kind: z.literal('record'), words: z.string() }),
  z.object({ kind: z.literal('check'), points: z.array(z.object({ point: z.string(), zh: z.string(), en: z.string(), result: z.enum(['pass', 'fail', 'none']), note: z.string() })) }),
])
const checklistPoint = z.object({ id: z.string(), zh: z.string(), en: z.string(), photo: z.boolean(), noteOnFail: z.boolean(), retired: z.boolean() })
const checklist = z.object({ code: z.string(), zh: z.string(), en: z.string(), points: z.array(checklistPoint) })

export const instanceRow = z.object({
  id, dutyId: z.string(), zh: z.string(), en: z.string(), area: z.string(), position: z.string(), period: z.string(), opensAt: moment, dueAt: moment, status: z.enum(instanceStatuses),
  holderName: z.string(), /** Who stands in for the holder; empty where he is there. */ deputyName: z.string(), /** Of who looks at his own page: for whom he does it, none where nobody holds the position; null where it is his own. */ standsInFor: z.array(z.string()).nullable(), subjectName: z.string(), proof: z.array(proofPart), photoNeeded: z.boolean(), checklist: checklist.nullable(),
  /** The page where the work is done, when data closes it; null when a record or a checklist does. */
  page: z.string().nullable(), figure: figure.nullable(),
  closedAt: moment.nullable(), closedByName: z.string(), evidence: evidence.nullable(), explanation: z.string(), version,
})
export type InstanceRow = z.output<typeof instanceRow>

const standing = z.object({ dutyId: z.string(), zh: z.string(), en: z.string(), position: z.string(), page: z.string(), proof: z.array(proofPart) }).extend(figure.shape)
const task = z.object({ id, checklist: z.string(), point: z.string(), /** A picture is wanted when it is looked at again. */ photo: z.boolean(), zh: z.string(), en: z.string(), checklistZh: z.string(), checklistEn: z.string(), note: z.string(), openedAt: moment, openedByName: z.string(), dueAt: moment })

export const seeToday = route({
  does: "See one's own duties: late, due now, next, done, missed", method: 'GET', path: '/duties/today', needs: dutyPermissions.see,
  gives: z.object({
    day, late: z.array(instanceRow), now: z.array(instanceRow), next: z.array(instanceRow), over: z.array(instanceRow), /** Missed in the last week, and not explained. */ missed: z.array(instanceRow),
    standing: z.array(standing), tasks: z.array(task), /** What process audits found at one's own cars, until a later audit passes it. */ findings: z.array(z.object({ point: z.string(), zh: z.string(), en: z.string(), note: z.string(), plate: z.string(), at: moment })),
  }),
})
export type Today = z.output<typeof seeToday.gives>

const instance = { params: z.strictObject({ instanceId: id }) }

export const seeInstance = route({
  does: 'See one duty as it stands or ended', method: 'GET', path: '/duties/instances/:instanceId', needs: dutyPermissions.see, ...instance, gives: instanceRow,
})
const closing = ['duties.over', 'duties.proved-by-data', 'duties.not-yet', 'duties.photo-missing', 'duties.words-missing']

export const fileRecord = route({
  does: 'Close a duty by a filed record', method: 'POST', path: '/duties/instances/:instanceId/record', needs: dutyPermissions.file, ...instance,
  body: z.strictObject({ version, words: text(2_000) }), gives: done, refuses: [...closing, 'duties.needs-checklist'],
})
const answeredPoints = z.array(z.strictObject({ point: filledText(40), result: z.enum(['pass', 'fail', 'none']), note: text(300).default('') })).min(1).max(60)

export const signChecklist = route({
  does: 'Close a duty by a signed checklist', method: 'POST', path: '/duties/instances/:instanceId/checklist', needs: dutyPermissions.file, ...instance,
  body: z.strictObject({ version, points: answeredPoints }),
  gives: done.extend({ tasksOpened: whole, tasksClosed: whole }), refuses: [...closing, 'duties.no-checklist', 'duties.data-not-met', 'duties.points-open', 'duties.failure-needs-note', 'duties.point-photo-missing'],
})
export const seeAgain = route({
  does: 'Close a corrective task by looking at its point again', method: 'POST', path: '/duties/tasks/:taskId/seen', needs: dutyPermissions.file, params: z.strictObject({ taskId: id }),
  body: z.strictObject({ seen: filledText(300) }), gives: z.object({ closed: z.boolean() }), refuses: ['duties.task-closed', 'duties.photo-missing'],
})
export const explainMiss = route({
  does: 'Explain a duty that was missed or late', method: 'POST', path: '/duties/instances/:instanceId/explanation', needs: dutyPermissions.file, ...instance,
  body: z.strictObject({ version, words: text(500) }), gives: done, refuses: ['duties.not-missed', 'duties.words-missing'],
})
export const reportEvent = route({
  does: 'Report an event whose module is not there yet: it makes its duties', method: 'POST', path: '/duties/events', needs: dutyPermissions.report,
  body: z.strictObject({ event: z.string().regex(/^[a-z_]+\.[a-z_]+$/).max(60), subject: filledText(80), happenedAt: moment }), gives: z.object({ made: whole }), refuses: ['duties.event-makes-nothing'],
})
export const acknowledge = route({
  does: 'Acknowledge an overdue or missed duty with an action', method: 'POST', path: '/duties/instances/:instanceId/acknowledgement', needs: dutyPermissions.supervise, ...instance,
  body: z.strictObject({ action: z.enum(actionsOfSupervisor), note: text(300) }), gives: z.object({ id }), refuses: ['duties.own-duty', 'duties.not-supervised', 'duties.nothing-overdue', 'duties.words-missing'],
})
export const acknowledgeSeveral = route({
  does: 'Acknowledge several overdue or missed duties with one action: all of them, or none', method: 'POST', path: '/duties/acknowledgements', needs: dutyPermissions.supervise,
  body: z.strictObject({ instanceIds: z.array(id).min(1).max(200), action: z.enum(actionsOfSupervisor), note: text(300) }), gives: z.object({ count: whole }),
  refuses: ['duties.several-own', 'duties.several-not-supervised', 'duties.several-nothing-overdue', 'duties.words-missing'],
})
export const takeBack = route({
  does: 'Take back what one acknowledged, or an excuse where one may give it, on the same day or before a meeting spoke of it', method: 'POST', path: '/duties/acknowledgements/:acknowledgementId/take-back', needs: dutyPermissions.supervise, params: z.strictObject({ acknowledgementId: id }),
  body: z.strictObject({ reason: filledText(300) }), gives: z.object({ status: z.enum(instanceStatuses) }), refuses: ['duties.not-your-word', 'duties.taken-back', 'duties.read-in-meeting'],
})

export const supervisedRow = instanceRow.extend({
  /** How many steps up it has climbed: 0 its supervisors alone. */ level: whole, mine: z.boolean(),
  acknowledgements: z.array(z.object({ id, at: moment, personName: z.string(), action: z.enum(actionsOfSupervisor), note: z.string(), mayTakeBack: z.boolean(), takenBack: z.object({ at: moment, reason: z.string(), personName: z.string() }).nullable() })),
})
export type SupervisedRow = z.output<typeof supervisedRow>

export const seeSupervision = route({
  does: 'See overdue and missed duties of the positions one supervises: what one has not followed up, or the others', method: 'GET', path: '/duties/supervision', needs: dutyPermissions.supervise,
  query: z.strictObject({ ...pageQueryByNumber, group: z.enum(supervisionGroups).default('owed'), position: z.string().max(4).optional(), find: text(40).default('') }),
  gives: pageOf(supervisedRow).extend({
    /** Late or missed, and not acknowledged by oneself. */ debt: whole, /** Acknowledged, excused, or done late. */ others: whole,
    positions: z.array(z.object({ position: z.string(), owed: whole, others: whole })),
    scores: z.array(z.object({ position: z.string(), done: whole, late: whole, missed: whole, excused: whole, byData: whole })), scoresFrom: day,
  }),
})

const boardQuery = { from: day, to: day, by: z.enum(boardGroupings).default('position') }
const boardCounts = { done: whole, late: whole, missed: whole, excused: whole, byData: whole, /** Open and past the deadline by now; in no rate. */ overdue: whole, /** Hundredths of a percent; null where nothing had to be done. */ rate: whole.nullable() }
const boardRefuses = ['duties.period-backwards', 'duties.period-too-long']

export const seeBoard = route({
  does: 'See how the duties of a period ended and what is overdue now, by position, team, person, duty or week', method: 'GET', path: '/duties/board', needs: dutyPermissions.seeBoard, query: z.strictObject(boardQuery), refuses: boardRefuses,
  gives: z.object({
    from: day, to: day, by: z.enum(boardGroupings),
    rows: z.array(z.object({ key: z.string(), position: z.string(), nameZh: z.string(), nameEn: z.string(), /** By person, of what stands under a position: whose work the data says it was. */ doers: z.array(z.string()), ...boardCounts })), /** Of the whole store. */ total: z.object(boardCounts),
  }),
})
export const listBoard = route({
  does: 'List the duties behind a line of the board', method: 'GET', path: '/duties/board/duties', needs: dutyPermissions.seeBoard, refuses: boardRefuses,
  query: z.strictObject({ ...pageQueryByNumber, ...boardQuery, /** Without it those of the whole store. */ key: z.string().max(120).optional(), faults: z.enum(['yes', 'no']).default('yes') }),
  gives: pageOf(z.object({
    id, dutyId: z.string(), zh: z.string(), en: z.string(), position: z.string(), personName: z.string(), subjectName: z.string(), dueAt: moment, status: z.enum(instanceStatuses), closedAt: moment.nullable(), explanation: z.string(),
    /** Who excused it, when and why; null where nobody did. */ excused: z.object({ personName: z.string(), at: moment, note: z.string() }).nullable(),
  })),
})
export const boardFile = route({
  does: 'Save how the duties of a period ended as a workbook', method: 'GET', path: '/duties/board/file', needs: dutyPermissions.seeBoard, query: z.strictObject({ ...boardQuery, language: languageShape.default('zh-CN') }), refuses: boardRefuses, gives: file,
})

export const seeWall = route({
  does: "See the duties of today on the wall: by position, and what is late", method: 'GET', path: '/duties/wall', needs: dutyPermissions.seeBoard,
  gives: z.object({
    rows: z.array(z.object({ position: z.string(), open: whole, late: whole, done: whole, missed: whole })),
    /** The longest late first. */ late: z.array(z.object({ id, dutyId: z.string(), zh: z.string(), en: z.string(), position: z.string(), holderName: z.string(), dueAt: moment })),
  }),
})
export type Wall = z.output<typeof seeWall.gives>

const ended = { done: whole, late: whole, missed: whole, excused: whole, /** Hundredths of a percent; null where nothing had to be done. */ rate: whole.nullable() }
const weekQuery = { /** Any day of the week; without it the last one. */ day: day.optional() }

export const seeManagersWeek = route({
  does: "See a week of one's people on one page: how their duties ended, who owes what, what recurs", method: 'GET', path: '/duties/week', needs: dutyPermissions.supervise, query: z.strictObject(weekQuery),
  gives: z.object({
    from: day, to: day, ...ended, /** Of the own supervision, not acknowledged. */ debt: whole, owedInAll: whole,
    people: z.array(z.object({ key: z.string(), name: z.string(), position: z.string(), ...ended })),
    misses: z.array(z.object({ dutyId: z.string(), zh: z.string(), en: z.string(), position: z.string(), late: whole, missed: whole })),
    owed: z.array(z.object({ id, dutyId: z.string(), zh: z.string(), en: z.string(), position: z.string(), personName: z.string(), subjectName: z.string(), dueAt: moment, level: whole })),
  }),
})
export const printManagersWeek = route({
  does: "Print a week of one's people on one page", method: 'GET', path: '/duties/week/one-page.pdf', needs: dutyPermissions.supervise, query: printQuery.extend(weekQuery), gives: pdf,
})

export const dutyRow = z.object({
  id: z.string(), position: z.string(), area: z.string(), zh: z.string(), en: z.string(), due: z.string(), proof: z.array(proofPart), watch: z.array(z.string()), holder: z.enum(['each', 'position']),
  graceMinutes: whole, move: z.enum(deadlineMoves), active: z.boolean(), /** Of what the store added: first day, and last where one is set. */ since: day.nullable(), until: day.nullable(), /** Positions told of this duty beside the manual's edges. */ supervisors: z.array(z.string()), edited: z.boolean(), /** Which manual it is a line of. */ pack: z.string(), withdrawn: z.enum(['gone', 'off']).nullable(), /** How it is closed in this version of the product. */ closedBy: z.enum(['data', 'both', 'record']), version,
})
export type DutyRow = z.output<typeof dutyRow>

export const seeManual = route({
  does: 'See the job manual: every duty with its deadline, proof and supervisors', method: 'GET', path: '/duties/manual', needs: dutyPermissions.seeManual,
  gives: z.object({ rows: z.array(dutyRow), /** Positions with the right to supervise duties. */ maySupervise: z.array(z.string()) }),
})
const duty = { params: z.strictObject({ dutyId: z.string().max(20) }) }
const positionCodes = z.array(z.string().max(4)).max(28)
const edit = z.strictObject({ due: filledText(200), watch: positionCodes, holder: z.enum(['each', 'position']), graceMinutes: whole.min(0).max(20_160), move: z.enum(deadlineMoves), active: z.boolean() })
const proofWish = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('record'), zh: filledText(200), en: text(200), photo: z.boolean() }), z.strictObject({ kind: z.literal('check'), code: filledText(80), photo: z.boolean() })])
const keptEdit = edit.extend({ /** Where the change was one of it. */ proof: z.array(proofPart).optional(), supervisors: positionCodes.optional(), until: day.nullable().optional(), zh: z.string().optional(), en: z.string().optional(), position: z.string().optional() })

export const listDutyChanges = route({
  does: 'List what a store changed on a duty, newest first', method: 'GET', path: '/duties/manual/:dutyId/changes', needs: dutyPermissions.seeManual, ...duty,
  gives: z.object({ rows: z.array(z.object({ id, at: moment, personName: z.string(), /** Null: it was added. */ before: keptEdit.nullable(), after: keptEdit, reason: z.string() })) }),
})
export const editDuty = route({
  does: 'Change deadline, holder, supervisors, grace or proof of a duty, title or position of one that the store added, or switch it off; with effect on the future', method: 'POST', path: '/duties/manual/:dutyId', needs: dutyPermissions.editManual, ...duty,
  body: edit.extend({ version, reason: filledText(300), /** Without it the proof stays as it is. */ proof: proofWish.optional(), supervisors: positionCodes.optional(), title: z.strictObject({ zh: filledText(300), /** Left empty it is the Chinese. */ en: text(300) }).optional(), position: filledText(4).optional() }),
  gives: done.extend({ made: whole }), refuses: ['duties.own.manual-says-so', 'duties.own.supervises-himself', 'duties.own.may-not-supervise', 'duties.deadline-unreadable', 'duties.nobody-so-called', 'duties.proved-by-data', 'duties.file.no-checklist'],
})
export const seeNextTimes = route({
  does: 'See the next five times that a deadline would have in this store', method: 'GET', path: '/duties/next-times', needs: dutyPermissions.see, query: z.strictObject({ due: filledText(200), move: z.enum(deadlineMoves).default('before') }),
  gives: z.object({ times: z.array(moment) }), refuses: ['duties.file.when-unreadable', 'duties.file.event-unknown'],
})
export const addOwnDuty = route({
  does: "Add a recurring duty of the store's own, from a day on", method: 'POST', path: '/duties/manual', needs: dutyPermissions.editManual,
  body: edit.omit({ watch: true, active: true }).extend({ zh: filledText(300), /** Left empty it is the Chinese. */ en: text(300), position: filledText(4), since: day, proof: proofWish, supervisors: positionCodes, reason: filledText(300) }),
  gives: done.extend({ id: z.string(), made: whole }), refuses: ['duties.file.when-unreadable', 'duties.file.event-unknown', 'duties.nobody-so-called', 'duties.own.supervises-himself', 'duties.own.may-not-supervise', 'duties.own.day-past', 'duties.file.no-checklist'],
})
export const endOwnDuty = route({
  does: 'End a duty that the store added, with its last day', method: 'POST', path: '/duties/manual/:dutyId/end', needs: dutyPermissions.editManual, ...duty,
  body: z.strictObject({ version, lastDay: day, reason: filledText(300) }), gives: done, refuses: ['duties.own.not-own', 'duties.own.over', 'duties.own.day-past'],
})

const auditPoint = z.object({ point: z.string(), zh: z.string(), en: z.string(), result: z.enum(['pass', 'fail', 'none']), note: z.string() })
const car = z.object({ orderId: id, orderNumber: z.string(), plate: z.string(), advisorName: z.string(), appointed: z.boolean() })

export const seeAudits = route({
  does: "See which car's process is audited next, today's audits and what is open", method: 'GET', path: '/duties/audits', needs: dutyPermissions.audit,
  gives: z.object({
    day, points: checklist.shape.points, next: z.array(car.extend({ advisorId: id, arrivedAt: moment, lastAuditAt: moment.nullable() })),
    done: z.array(car.extend({ id, at: moment, personName: z.string(), points: z.array(auditPoint), failed: whole })),
    findings: z.array(auditPoint.omit({ result: true }).extend({ at: moment, plate: z.string(), advisorId: id, advisorName: z.string() })),
    trend: z.array(z.object({ point: z.string(), zh: z.string(), en: z.string(), passed: whole, failed: whole })),
  }),
})
export const auditCar = route({
  does: 'Audit the process of one car', method: 'POST', path: '/duties/audits', needs: dutyPermissions.audit,
  body: z.strictObject({ orderId: id, points: answeredPoints }), gives: z.object({ id, failed: whole }), refuses: ['duties.own-car', 'duties.points-open', 'duties.failure-needs-note', 'duties.audited-today'],
})

const packId = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/)
const outcome = z.object(Object.fromEntries(rowVerdicts.map((verdict) => [verdict, whole])) as Record<(typeof rowVerdicts)[number], typeof whole>)
const packFile = z.object({ id, packId: z.string(), fileName: z.string(), at: moment, personName: z.string(), edition: whole.nullable(), takenAt: moment.nullable(), takenByName: z.string().nullable(), outcome: outcome.nullable(), version })
const packFileParams = { params: z.strictObject({ fileId: id }) }
const packParams = { params: z.strictObject({ packId }) }
export const mostPackBytes = 2 * 1_048_576

export const seePacks = route({
  does: "See the manuals of the store: the one that ships and the store's own", method: 'GET', path: '/duties/packs', needs: dutyPermissions.seeManual,
  gives: z.object({ shipped: whole, rows: z.array(z.object({ id: packId, zh: z.string(), en: z.string(), edition: whole, active: z.boolean(), duties: whole, version })) }),
})
export const sendPackFile = route({
  does: "Send a manual of the store's own as a workbook or YAML; it is looked at before anything changes", method: 'POST', path: '/duties/packs/files', needs: dutyPermissions.editManual,
  query: z.strictObject({ pack: packId, zh: filledText(100), en: filledText(100), fileName: filledText(200).regex(/^\P{Cc}+$/u) }), upload: { mostBytes: mostPackBytes }, gives: z.object({ id }),
  refuses: ['duties.pack-like-position', 'duties.file.no-header', 'duties.file.nothing', 'duties.file.too-many', 'duties.file.yaml-unreadable', 'platform.file-unreadable', 'platform.file-not-a-table', 'platform.file-locked', 'platform.file-unpacks-to-too-much', 'platform.file-has-too-many-rows', 'platform.file-too-large', 'platform.not-an-upload'],
})
export const seePackFile = route({
  does: 'See what would become of each row of a manual that was sent', method: 'GET', path: '/duties/packs/files/:fileId', needs: dutyPermissions.editManual, ...packFileParams,
  gives: packFile.extend({
    outcome,
    rows: z.array(z.object({
      line: whole.nullable(), id: z.string(), verdict: z.enum(rowVerdicts), zh: z.string(), en: z.string(), changes: z.array(z.enum(sameFields)), /** Of a changed line what it says now and would say. */ edit: z.object({ before: keptEdit, after: keptEdit }).nullable(),
      findings: z.array(z.object({ field: z.enum(packFields), at: z.string(), text: z.string(), code: z.string(), facts: refusalFacts })),
    })),
  }),
})
export const takePackFile = route({
  does: "Take the good rows of a manual that was sent as its next edition; with effect on the future", method: 'POST', path: '/duties/packs/files/:fileId/take', needs: dutyPermissions.editManual, ...packFileParams,
  body: z.strictObject({ version }), gives: done.extend({ edition: whole, made: whole, outcome }), refuses: ['duties.file.taken', 'duties.file.all-refused', 'duties.file.nothing-new'],
})
export const listPackFiles = route({
  does: 'List the files that were sent for a manual, the newest first', method: 'GET', path: '/duties/packs/:packId/files', needs: dutyPermissions.seeManual, ...packParams, gives: z.object({ rows: z.array(packFile) }),
})
export const switchPack = route({
  does: "Switch a manual of the store's own off as a whole, or on again", method: 'POST', path: '/duties/packs/:packId/switch', needs: dutyPermissions.editManual, ...packParams,
  body: z.strictObject({ version, active: z.boolean(), reason: filledText(300) }), gives: done.extend({ made: whole }), refuses: ['duties.pack-so-already'],
})
const inLanguage = z.strictObject({ language: languageShape.default('zh-CN') })
export const packTemplate = route({ does: "Save the template for a manual of the store's own", method: 'GET', path: '/duties/packs/template', needs: dutyPermissions.editManual, query: inLanguage, gives: file })
export const packWorkbook = route({ does: "Save a manual of the store's own as a workbook, in the form in which it comes back", method: 'GET', path: '/duties/packs/:packId/workbook', needs: dutyPermissions.seeManual, ...packParams, gives: file })

const listCode = z.string().min(1).max(80)
const keptList = z.object({ zh: z.string(), en: z.string(), points: z.array(checklistPoint) })
const listWish = {
  zh: filledText(100), en: filledText(100), reason: filledText(300),
  points: z.array(z.strictObject({ /** Null: the point is new. */ id: filledText(40).nullable(), zh: filledText(120), en: filledText(120), photo: z.boolean(), noteOnFail: z.boolean(), retired: z.boolean() })).min(1).max(3 * mostPoints),
}
const listRefuses = ['duties.checklist.no-point', 'duties.checklist.too-long', 'duties.checklist.point-twice', 'duties.checklist.point-lost', 'duties.checklist.point-has-task', 'duties.checklist.no-photo-here']

export const seeChecklists = route({
  does: 'See the checklists as the store keeps them, with the duties that they sign', method: 'GET', path: '/duties/checklists', needs: dutyPermissions.seeManual,
  gives: z.object({ rows: z.array(checklist.extend({ own: z.boolean(), takesPhotos: z.boolean(), version, duties: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), position: z.string() })) })) }),
})
export const addChecklist = route({
  does: "Add a checklist of the store's own", method: 'POST', path: '/duties/checklists', needs: dutyPermissions.editManual,
  body: z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), ...listWish }), gives: done, refuses: ['duties.checklist.code-taken', ...listRefuses],
})
export const editChecklist = route({
  does: 'Change the points of a checklist; what was signed keeps its own', method: 'POST', path: '/duties/checklists/:code', needs: dutyPermissions.editManual, params: z.strictObject({ code: listCode }),
  body: z.strictObject({ version, ...listWish }), gives: done, refuses: listRefuses,
})
export const listChecklistChanges = route({
  does: 'List what a store changed on a checklist, newest first', method: 'GET', path: '/duties/checklists/:code/changes', needs: dutyPermissions.seeManual, params: z.strictObject({ code: listCode }),
  gives: z.object({ rows: z.array(z.object({ id, at: moment, personName: z.string(), before: keptList.nullable(), after: keptList, reason: z.string() })) }),
})

const span = { weeks: z.coerce.number().int().min(1).max(26).default(8) }
const counted = { passed: whole, failed: whole }
const trendPoint = z.object({ /** Its list, by code and name. */ checklist: z.string(), listZh: z.string(), listEn: z.string(), point: z.string(), zh: z.string(), en: z.string(), ...counted, weeks: z.array(z.object(counted)) })
export const seeTrend = route({
  does: 'See how each part of the house, or each checklist, and its points fared, week by week', method: 'GET', path: '/duties/trend', needs: dutyPermissions.seeManual, query: z.strictObject({ ...span, by: z.enum(trendGroups).default('area') }),
  gives: z.object({ weeks: z.array(day), groups: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), ...counted, weeks: z.array(z.object(counted)), points: z.array(trendPoint) })) }),
})
export const listFailures = route({
  does: 'List the failures of one point with their corrective tasks, newest first', method: 'GET', path: '/duties/trend/failures', needs: dutyPermissions.seeManual, query: z.strictObject({ ...pageQueryByNumber, ...span, checklist: listCode, point: filledText(40), /** Only what was found there. */ area: z.enum(areaCodes).optional() }),
  gives: pageOf(z.object({ id, at: moment, position: z.string(), personName: z.string(), subjectName: z.string(), note: z.string(), taskDueAt: moment.nullable(), taskClosedAt: moment.nullable(), taskClosedByName: z.string().nullable() })),
})
export const trendFile = route({
  does: 'Save the trend of checklists as a workbook', method: 'GET', path: '/duties/trend/file', needs: dutyPermissions.seeManual, query: z.strictObject({ ...span, language: languageShape.default('zh-CN') }), gives: file,
})
