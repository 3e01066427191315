import { bindOpen, bindReading, bindShowing, type Binding } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import * as links from '../actions/links.ts'
import * as contract from '../contract.ts'

export const answerBindings = (files: KeptFiles, publicUrl: string | null): readonly Binding[] => [
  bindShowing(contract.makeLink, (deed, { params, body }) => links.makeLink(deed, { ...params, ...body, subject: 'added-work', terms: null, publicUrl })),
  bindShowing(contract.offerEstimate, (deed, { params, body }) => links.makeLink(deed, { ...params, ...body, subject: 'estimate', publicUrl })),
  bindReading(contract.seeLinks, (reading, { params }) => links.seeLinks(reading, params.orderId)),
  bindOpen(contract.openLink, (context, { params }) => links.openLink(context, params.token)),
  bindOpen(contract.seePicture, (context, { params }) => links.seePicture(context, files, params) as Promise<Uint8Array>),
  bindOpen(contract.answerLink, (context, { params, body }) => links.answerLink(context, { ...params, ...body })),
]
