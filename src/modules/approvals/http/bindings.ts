import { bindReading, type Binding } from '../../../platform/http/binding.ts'
import { listApprovals } from '../actions/list-approvals.ts'
import * as contract from '../contract.ts'

export const approvalBindings: readonly Binding[] = [bindReading(contract.listApprovals, listApprovals)]
