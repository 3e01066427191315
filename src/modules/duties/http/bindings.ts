import { bindDeed, bindDocument, bindFile, bindReading, bindUpload, type Binding } from '../../../platform/http/binding.ts'
import { acknowledge, acknowledgeSeveral, takeBack } from '../actions/acknowledge.ts'
import { auditCar, seeAudits } from '../actions/audits.ts'
import * as board from '../actions/board.ts'
import * as lists from '../actions/checklists.ts'
import * as close from '../actions/close-duty.ts'
import { editDuty } from '../actions/edit-duty.ts'
import { reportEvent } from '../actions/events.ts'
import { seeNextTimes } from '../actions/next-times.ts'
import { addOwnDuty, endOwnDuty } from '../actions/own-duties.ts'
import * as packFiles from '../actions/pack-files.ts'
import * as packs from '../actions/packs.ts'
import * as read from '../actions/read-duties.ts'
import { seeSupervision } from '../actions/supervision.ts'
import * as trend from '../actions/trend.ts'
import { printManagersWeek, seeManagersWeek } from '../actions/week-of-manager.ts'
import * as contract from '../contract.ts'

export const dutyBindings: readonly Binding[] = [
  bindReading(contract.seeToday, read.seeToday),
  bindReading(contract.seeInstance, (reading, { params }) => read.seeInstance(reading, params.instanceId)),
  bindDeed(contract.fileRecord, (deed, { params, body }) => close.fileRecord(deed, { ...params, ...body })),
  bindDeed(contract.seeAgain, (deed, { params, body }) => close.seeAgain(deed, { ...params, ...body })),
  bindDeed(contract.signChecklist, (deed, { params, body }) => close.signChecklist(deed, { ...params, ...body })),
  bindDeed(contract.explainMiss, (deed, { params, body }) => close.explainMiss(deed, { ...params, ...body })),
  bindDeed(contract.reportEvent, (deed, { body }) => reportEvent(deed, body)),
  bindDeed(contract.acknowledge, (deed, { params, body }) => acknowledge(deed, { ...params, ...body })),
  bindDeed(contract.acknowledgeSeveral, (deed, { body }) => acknowledgeSeveral(deed, body)),
  bindDeed(contract.takeBack, (deed, { params, body }) => takeBack(deed, { ...params, ...body })),
  bindReading(contract.seeSupervision, (reading, { query }) => seeSupervision(reading, query)),
  bindReading(contract.seeBoard, (reading, { query }) => board.seeBoard(reading, query)),
  bindReading(contract.seeWall, (reading) => board.seeWall(reading)),
  bindReading(contract.listBoard, (reading, { query: { faults, ...query } }) => board.listBoard(reading, { ...query, onlyFaults: faults === 'yes' })),
  bindFile(contract.boardFile, (reading, { query }) => board.boardFile(reading, query)),
  bindReading(contract.seeManagersWeek, (reading, { query }) => seeManagersWeek(reading, query)),
  bindDocument(contract.printManagersWeek, (reading, { query }) => printManagersWeek(reading, query)),
  bindReading(contract.seeAudits, seeAudits),
  bindDeed(contract.auditCar, (deed, { body }) => auditCar(deed, body)),
  bindReading(contract.seeManual, read.seeManual),
  bindReading(contract.listDutyChanges, (reading, { params }) => read.listDutyChanges(reading, params.dutyId)),
  bindDeed(contract.editDuty, (deed, { params, body }) => editDuty(deed, { ...params, ...body })),
  bindReading(contract.seeNextTimes, (reading, { query }) => seeNextTimes(reading, query)),
  bindDeed(contract.addOwnDuty, (deed, { body }) => addOwnDuty(deed, body)),
  bindDeed(contract.endOwnDuty, (deed, { params, body }) => endOwnDuty(deed, { ...params, ...body })),
  bindReading(contract.seePacks, packs.seePacks),
  bindUpload(contract.sendPackFile, (deed, { query }, file) => packs.sendPackFile(deed, { ...query, ...file })),
  bindFile(contract.packTemplate, (_reading, { query }) => packFiles.packTemplate(query.language)),
  bindReading(contract.seePackFile, (reading, { params }) => packs.seePackFile(reading, params.fileId)),
  bindDeed(contract.takePackFile, (deed, { params, body }) => packs.takePackFile(deed, { ...params, ...body })),
  bindReading(contract.listPackFiles, (reading, { params }) => packs.listPackFiles(reading, params.packId)),
  bindFile(contract.packWorkbook, (reading, { params }) => packFiles.packWorkbook(reading, params.packId)),
  bindDeed(contract.switchPack, (deed, { params, body }) => packs.switchPack(deed, { ...params, ...body })),
  bindReading(contract.seeChecklists, lists.seeChecklists),
  bindDeed(contract.addChecklist, (deed, { body }) => lists.addChecklist(deed, body)),
  bindDeed(contract.editChecklist, (deed, { params, body }) => lists.editChecklist(deed, { ...params, ...body })),
  bindReading(contract.listChecklistChanges, (reading, { params }) => lists.listChecklistChanges(reading, params.code)),
  bindReading(contract.seeTrend, (reading, { query }) => trend.seeTrend(reading, query)),
  bindReading(contract.listFailures, (reading, { query }) => trend.listFailures(reading, query)),
  bindFile(contract.trendFile, (reading, { query }) => trend.trendFile(reading, query)),
]
