import { BookOpenText } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { technicalDocumentPermissions } from '../permissions.ts'
import { documentTexts } from './texts.ts'

export const technicalDocumentScreens: readonly Screen[] = [
  {
    id: 'technical-documents', path: '/technical-documents', group: 'workshop', place: 49, icon: BookOpenText, needs: technicalDocumentPermissions.see, page: onDemand(() => import('./documents-page.tsx'), 'DocumentsPage'),
    title: { 'zh-CN': documentTexts.zh['technical-documents.title'], en: documentTexts.en['technical-documents.title'] },
  },
]
