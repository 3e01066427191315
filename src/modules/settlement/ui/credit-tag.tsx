import { useTexts } from '../../../platform/web/language.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { CreditAccountRow } from '../contract.ts'
import { settlementTexts } from './texts.ts'

/** Nothing owed, owed, used up, or how long overdue. */
export function CreditTag({ account }: { account: CreditAccountRow }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  if (account.usedFen === 0) return <StatusTag tone="done" text={t('settlement.owes-nothing')} />
  if (account.overdueDays > 0) return <StatusTag tone="danger" text={t('settlement.overdue-by', { days: account.overdueDays })} />
  return account.usedFen > account.limitFen ? <StatusTag tone="danger" text={t('settlement.above-limit')} /> : <StatusTag tone="warn" text={t('settlement.owes')} />
}
